package org.guantong.identity.web;

import java.util.Set;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Tells an API client whom its token stands for. */
@RestController
class MeController {

	@GetMapping("/api/me")
	Me me(@AuthenticationPrincipal Person person) {
		return new Me(person.username(), person.name(), person.roles(),
				new Employer(person.organisationId(), person.organisationName()));
	}

	record Me(String username, String name, Set<Role> roles, Employer organisation) {
	}

	record Employer(long id, String name) {
	}

}
