package org.guantong.linkage;

import java.util.function.Supplier;

import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.identity.Person;
import org.guantong.identity.PersonAuthentication;

/** Asks a service as somebody who has signed in. */
final class As {

	private As() {
	}

	static <T> T reader(Person reader, Supplier<T> question) {
		SecurityContextHolder.getContext().setAuthentication(new PersonAuthentication(reader, 1));
		try {
			return question.get();
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

}
