package org.guantong.identity.signin;

import org.guantong.identity.Person;

/**
 * What an account is worth at this moment, beyond who it belongs to.
 *
 * @param passwordNumber how many passwords the account has had
 */
public record Standing(Person person, boolean enabled, boolean mustChangePassword, int passwordNumber) {

	/** Whether somebody who once showed the password of that number is still let in. */
	public boolean admits(int shownPassword) {
		return enabled && passwordNumber == shownPassword;
	}

}
