package org.guantong.identity.signin;

import org.springframework.security.core.AuthenticationException;

/** The password shown is right, but good only for choosing an own one. */
public class PasswordNotYetChosen extends AuthenticationException {

	public PasswordNotYetChosen() {
		super("the one-time password has to be replaced first");
	}

}
