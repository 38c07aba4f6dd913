package org.guantong.identity;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Those to whom a task is offered: everybody with a role, or those of one organisation
 * with it. Its {@link #code()} is what a model's {@code candidateGroups} holds, e.g.
 * {@code OFFICER} or {@code CO_FUNDER_CONTACT@17}.
 *
 * @param organisationId null when the organisation does not matter
 */
public record Group(Role role, Long organisationId) {

	public static Group of(Role role) {
		return new Group(role, null);
	}

	public static Group of(Role role, long organisationId) {
		return new Group(role, organisationId);
	}

	public static Group parse(String code) {
		int at = code.indexOf('@');
		return at < 0 ? of(Role.valueOf(code))
				: of(Role.valueOf(code.substring(0, at)), Long.parseLong(code.substring(at + 1)));
	}

	/** The codes of every group this person belongs to. */
	public static Set<String> codesOf(Person person) {
		Set<String> codes = new LinkedHashSet<>();
		for (Role role : person.roles()) {
			codes.add(of(role).code());
			codes.add(of(role, person.organisationId()).code());
		}
		return codes;
	}

	public String code() {
		return organisationId == null ? role.name() : role.name() + "@" + organisationId;
	}

}
