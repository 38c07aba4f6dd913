package org.guantong.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who stands in for whom. Days are those of Beijing. Standing in is not handed on: the
 * substitute's own substitute does not count. Reviewers judge in person
 * ({@link Role#actsInPerson()}), so for their tasks substitution means nothing.
 */
@Component
public class Substitutions {

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	Substitutions(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	/** Who may act for that account today; only people whose account is enabled. */
	public List<Person> activeSubstitutesOf(long accountId) {
		return active("select substitute_id from substitution s join account a on a.id = s.substitute_id "
				+ "where s.account_id = ?", accountId);
	}

	/**
	 * For whom that account may act today; an account disabled meanwhile still counts.
	 */
	public List<Person> peopleSubstitutedBy(long accountId) {
		return active("select s.account_id from substitution s join account a on a.id = s.substitute_id "
				+ "where s.substitute_id = ?", accountId);
	}

	/** The present and future absences of that account, soonest first. */
	List<Substitution> comingOf(long accountId) {
		return jdbc
			.sql("select * from substitution where account_id = ? and ended_at is null and until_date >= ? "
					+ "order by from_date, id")
			.params(accountId, today())
			.query((row, index) -> new Substitution(row.getLong("id"), people.require(row.getLong("account_id")),
					people.require(row.getLong("substitute_id")), row.getObject("from_date", LocalDate.class),
					row.getObject("until_date", LocalDate.class)))
			.list();
	}

	/** The account that a substitution still running or to come is of. */
	Optional<Long> accountOf(long substitutionId) {
		return jdbc.sql("select account_id from substitution where id = ? and ended_at is null")
			.param(substitutionId)
			.query(Long.class)
			.optional();
	}

	LocalDate today() {
		return LocalDate.now(clock);
	}

	private List<Person> active(String select, long accountId) {
		return jdbc
			.sql("select distinct found.* from (" + select
					+ " and a.enabled and s.ended_at is null and ? between s.from_date and s.until_date) found")
			.params(accountId, today())
			.query(Long.class)
			.list()
			.stream()
			.map(people::require)
			.toList();
	}

}
