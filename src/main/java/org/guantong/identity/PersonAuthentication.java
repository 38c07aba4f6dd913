package org.guantong.identity;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A person whose password or token has been checked. Its principal is the {@link Person},
 * its name the username, its authorities {@code ROLE_} plus each role.
 */
public class PersonAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final Person person;

	private final int passwordNumber;

	/**
	 * Vouches for a person.
	 * @param passwordNumber which of the account's passwords was shown; a later one ends
	 * the session
	 */
	public PersonAuthentication(Person person, int passwordNumber) {
		super(authorities(person));
		this.person = person;
		this.passwordNumber = passwordNumber;
		setAuthenticated(true);
	}

	private static List<SimpleGrantedAuthority> authorities(Person person) {
		return person.roles().stream().map((role) -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
	}

	public int passwordNumber() {
		return passwordNumber;
	}

	@Override
	public Person getPrincipal() {
		return person;
	}

	@Override
	public Object getCredentials() {
		return null;
	}

	@Override
	public String getName() {
		return person.username();
	}

	@Override
	public boolean equals(Object other) {
		return super.equals(other) && other instanceof PersonAuthentication that
				&& passwordNumber == that.passwordNumber;
	}

	@Override
	public int hashCode() {
		return 31 * super.hashCode() + passwordNumber;
	}

}
