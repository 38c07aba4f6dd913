package org.guantong.guide;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who is told what becomes of a direction: the co-funders concerned. */
@Component
public class DirectionAudience {

	private final DirectionSources sources;

	private final People people;

	DirectionAudience(DirectionSources sources, People people) {
		this.sources = sources;
		this.people = people;
	}

	/** Leaders and contacts of the co-funders a direction concerns, each once. */
	public Stream<Person> of(long direction) {
		return sources.coFundersConcerned(direction)
			.stream()
			.flatMap((coFunder) -> Stream.of(Role.CO_FUNDER_LEADER, Role.CO_FUNDER_CONTACT)
				.flatMap((role) -> people.members(Group.of(role, coFunder)).stream()))
			.distinct();
	}

}
