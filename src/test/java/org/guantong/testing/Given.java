package org.guantong.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/**
 * What a test takes for granted: organisations, people and the things of stages before
 * its own, put straight into the tables under names nobody else uses. A test's own
 * subject is made through the real services instead.
 */
public class Given {

	private static final AtomicLong NUMBER = new AtomicLong(1000);

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	private final String password;

	public Given(JdbcClient jdbc, People people, Clock clock, PasswordEncoder passwords) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
		this.password = passwords.encode("password");
	}

	/** A number no other call of this run gets. */
	public long number() {
		return NUMBER.incrementAndGet();
	}

	/**
	 * @param kind FUNDER, CO_FUNDER, HOST or DEMAND_SIDE
	 */
	public long organisation(String kind, String name) {
		return insert("insert into organisation (name, kind) values (?, ?) returning id", name + number(), kind);
	}

	/** A new person of that organisation with the password {@code password}. */
	public Person person(String name, long organisation, Role... roles) {
		String username = "u" + number();
		long id = insert("""
				insert into account (username, password_hash, name, email, organisation_id)
				values (?, ?, ?, ?, ?) returning id
				""", username, password, name, username + "@example.org", organisation);
		for (Role role : roles) {
			jdbc.sql("insert into account_role (account_id, role) values (?, ?)").params(id, role.name()).update();
		}
		return people.require(id);
	}

	public Person officer() {
		return person("周主任", organisation("FUNDER", "基金委"), Role.OFFICER);
	}

	/** A regional fund with all fields and one agreement per co-funder of 1:3. */
	public long fund(long... coFunders) {
		long fund = insert("insert into joint_fund (code, name, type) values (?, ?, 'REGIONAL') returning id",
				"F" + number(), "区域创新发展联合基金" + number());
		jdbc.sql("insert into fund_field (fund_id, field_id) select ?, id from field").param(fund).update();
		for (long coFunder : coFunders) {
			jdbc.sql(
					"""
							insert into agreement (fund_id, co_funder_id, funder_amount, co_funder_amount, first_year, last_year)
							values (?, ?, 10000000, 30000000, 2021, 2030)
							""")
				.params(fund, coFunder)
				.update();
		}
		return fund;
	}

	/**
	 * A prepared round of that fund whose demands are due in thirty days, with its
	 * fields, the co-funders of 2026 and the standard criteria.
	 */
	public long round(long fund) {
		long round = insert("""
				insert into round (fund_id, year, code, title, demand_deadline) values (?, 2026, ?, ?, ?) returning id
				""", fund, "R" + number(), "2026年度区域创新发展联合基金",
				Timestamp.from(clock.instant().plus(Duration.ofDays(30))));
		jdbc.sql("insert into round_field (round_id, field_id) select ?, field_id from fund_field where fund_id = ?")
			.params(round, fund)
			.update();
		jdbc.sql("""
				insert into round_co_funder (round_id, co_funder_id)
				select ?, co_funder_id from agreement where fund_id = ? and 2026 between first_year and last_year
				""").params(round, fund).update();
		jdbc.sql(
				"""
						insert into round_criterion (round_id, code, position, name, name_en, weight, description, description_en)
						select ?, code, position, name, name_en, weight, description, description_en from standard_criterion
						""")
			.param(round)
			.update();
		return round;
	}

	public long field(String code) {
		return jdbc.sql("select id from field where code = ?").param(code).query(Long.class).single();
	}

	/** An accepted demand. */
	public long demand(long round, Person contact, String fieldCode, String title) {
		return insert("""
				insert into demand (code, round_id, co_funder_id, submitted_by, field_id, title, state, not_classified)
				values (?, ?, ?, ?, ?, ?, 'ACCEPTED', true) returning id
				""", "D2026-T-" + number(), round, contact.organisationId(), contact.id(), field(fieldCode), title);
	}

	/** An agreed question distilled from those demands. */
	public long question(long round, String fieldCode, String title, long... demands) {
		long question = insert("""
				insert into scientific_question (code, round_id, field_id, title, statement, state)
				values (?, ?, ?, ?, ?, 'AGREED') returning id
				""", "Q2026-T-" + number(), round, field(fieldCode), title, title + "的基础科学问题");
		for (long demand : demands) {
			jdbc.sql("insert into question_demand (question_id, demand_id) values (?, ?)")
				.params(question, demand)
				.update();
		}
		return question;
	}

	/** A published direction that answers those questions. */
	public long direction(long round, String fieldCode, String title, long... questions) {
		long number = number();
		long direction = insert("""
				insert into guide_direction (code, round_id, field_id, title, state, application_codes, text, intensity,
				                             expected_application, number)
				values (?, ?, ?, ?, 'ADOPTED', '{E01}', ?, 260, '用于产业升级', ?) returning id
				""", "G2026-T-" + number, round, field(fieldCode), title, "针对" + title + "，研究其机理，揭示其规律，为应用提供理论基础。",
				number % 999 + 1);
		for (long question : questions) {
			jdbc.sql("insert into direction_question (direction_id, question_id) values (?, ?)")
				.params(direction, question)
				.update();
		}
		// published only now, for what is published can have no more questions linked
		jdbc.sql("update guide_direction set state = 'PUBLISHED', published_at = ? where id = ?")
			.params(Timestamp.from(clock.instant()), direction)
			.update();
		return direction;
	}

	/** A running project of four years, two of them over. */
	public long project(long direction, Person pi, String title) {
		LocalDate start = LocalDate.now(clock).minusYears(2).withDayOfYear(1);
		return insert("""
				insert into project (code, direction_id, title, pi_id, host_id, starts_on, ends_on, state)
				values (?, ?, ?, ?, ?, ?, ?, 'RUNNING') returning id
				""", "U21A" + number(), direction, title, pi.id(), pi.organisationId(), start,
				start.plusYears(4).minusDays(1));
	}

	/** A registered achievement of that project. */
	public long achievement(long project, String title) {
		return insert("""
				insert into achievement (code, project_id, title, state) values (?, ?, ?, 'REGISTERED') returning id
				""", "A" + number(), project, title);
	}

	private long insert(String sql, Object... parameters) {
		return jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

}
