package org.guantong.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.identity.SignInSuggestions;

/** Offers the demonstration's people on the sign-in page, by role. */
@ForDemonstration
class DemoSuggestions implements SignInSuggestions {

	private final People people;

	private final List<Script.Someone> all;

	private final String password;

	DemoSuggestions(People people, Script script,
			@Value("${guantong.demonstration.password:guantong}") String password) {
		this.people = people;
		this.all = script.people();
		this.password = password;
	}

	/** Only those who are really there: the database may be somebody's own. */
	@Override
	public List<Suggestion> suggestions() {
		return all.stream()
			.flatMap((one) -> people.byUsername(one.username()).stream())
			.map((person) -> new Suggestion(firstRole(person), person.username(), person.name(),
					person.organisationName(), password))
			.collect(Collectors.toList());
	}

	private static Role firstRole(Person person) {
		return person.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
	}

}
