package org.guantong.review.directory;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** Looks whether a tie says whom it is with, and when it was. */
@Component
class NewTies {

	private static final int FIRST_YEAR = 1950;

	private static final int LAST_YEAR = 2100;

	private static final int LONGEST_NAME = 50;

	private static final int LONGEST_TITLE = 200;

	private final People people;

	private final JdbcClient jdbc;

	NewTies(People people, JdbcClient jdbc) {
		this.people = people;
		this.jdbc = jdbc;
	}

	/**
	 * The tie that is meant.
	 * @throws InvalidInput naming each field
	 */
	Tie check(long expertId, NewTie wanted, boolean declared) {
		List<FieldProblem> problems = new ArrayList<>();
		Long other = account(expertId, wanted.otherUsername().strip(), problems);
		String name = wanted.otherName().strip();
		String title = wanted.title().strip();
		if (wanted.kind() == null) {
			problems.add(FieldProblem.of("kind", "review.file.kind"));
		}
		else if (wanted.kind().hasYear()
				&& (wanted.year() == null || wanted.year() < FIRST_YEAR || wanted.year() > LAST_YEAR)) {
			problems.add(FieldProblem.of("year", "review.file.year", FIRST_YEAR, LAST_YEAR));
		}
		if (wanted.organisationId() != null && !organisationExists(wanted.organisationId())
				|| wanted.organisationId() == null && wanted.otherUsername().isBlank()) {
			problems.add(FieldProblem.of("organisationId", "review.file.with"));
		}
		if (name.length() > LONGEST_NAME) {
			problems.add(FieldProblem.of("otherName", "review.file.tooLong", LONGEST_NAME));
		}
		if (title.length() > LONGEST_TITLE) {
			problems.add(FieldProblem.of("title", "review.file.tooLong", LONGEST_TITLE));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return new Tie(null, expertId, wanted.kind(), other, other == null ? name : "", wanted.organisationId(), null,
				wanted.kind().hasYear() ? wanted.year() : null, title, declared);
	}

	boolean organisationExists(long id) {
		return jdbc.sql("select exists (select 1 from organisation where id = ?)")
			.param(id)
			.query(Boolean.class)
			.single();
	}

	private Long account(long expertId, String username, List<FieldProblem> problems) {
		if (username.isEmpty()) {
			return null;
		}
		Long found = people.byUsername(username).map(Person::id).filter((id) -> id != expertId).orElse(null);
		if (found == null) {
			problems.add(FieldProblem.of("otherUsername", "review.file.username", username));
		}
		return found;
	}

}
