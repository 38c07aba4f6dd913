package org.guantong.notification;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.identity.Person;

/** Puts a person into the security context, as signing in would. */
final class SignedIn {

	private SignedIn() {
	}

	static TestingAuthenticationToken as(Person person) {
		TestingAuthenticationToken authentication = new TestingAuthenticationToken(person, null,
				person.roles().stream().map((role) -> "ROLE_" + role).toArray(String[]::new));
		SecurityContextHolder.getContext().setAuthentication(authentication);
		return authentication;
	}

}
