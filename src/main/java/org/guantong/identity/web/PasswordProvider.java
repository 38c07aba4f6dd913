package org.guantong.identity.web;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

import org.guantong.identity.PersonAuthentication;
import org.guantong.identity.signin.SignIn;
import org.guantong.identity.signin.Standing;

/** Lets the sign-in form's username and password be checked by {@link SignIn}. */
@Component
class PasswordProvider implements AuthenticationProvider {

	private final SignIn signIn;

	PasswordProvider(SignIn signIn) {
		this.signIn = signIn;
	}

	@Override
	public Authentication authenticate(Authentication shown) {
		String address = shown.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress()
				: "unknown";
		Standing standing = signIn.attempt(shown.getName(), (String) shown.getCredentials(), address, "page");
		PersonAuthentication known = new PersonAuthentication(standing.person(), standing.passwordNumber());
		known.setDetails(shown.getDetails());
		return known;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
