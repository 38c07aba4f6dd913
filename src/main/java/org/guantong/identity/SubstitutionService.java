package org.guantong.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/** Arranges who stands in for somebody absent: by themselves, or by the office. */
@Service
public class SubstitutionService {

	private static final int MOST_DAYS = 366;

	private final JdbcClient jdbc;

	private final Substitutions substitutions;

	private final People people;

	private final IdentityPermissions permissions;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	SubstitutionService(JdbcClient jdbc, Substitutions substitutions, People people, IdentityPermissions permissions,
			Clock clock, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.substitutions = substitutions;
		this.people = people;
		this.permissions = permissions;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Lets somebody of the same organisation stand in.
	 * @param from first day, today at the earliest
	 * @param until last day, within a year
	 */
	@Transactional
	@PreAuthorize("@identityPermissions.mayArrangeSubstitutionFor(#actor, #accountId)")
	public void arrange(Person actor, long accountId, Long substituteId, LocalDate from, LocalDate until) {
		Person absent = people.require(accountId);
		AccountRules.refuse(problems(absent, substituteId, from, until));
		jdbc.sql("insert into substitution (account_id, substitute_id, from_date, until_date) values (?, ?, ?, ?)")
			.params(accountId, substituteId, from, until)
			.update();
		record(actor, "substitution.arranged", accountId,
				people.require(substituteId).username() + " " + from + "/" + until);
	}

	/** Ends a substitution now; one that is somebody else's is not found. */
	@Transactional
	@PreAuthorize("@identityPermissions.mayChangeOwnAccount(#actor)")
	public void end(Person actor, long substitutionId) {
		long accountId = substitutions.accountOf(substitutionId)
			.filter((account) -> permissions.mayArrangeSubstitutionFor(actor, account))
			.orElseThrow(() -> new NotFound("substitution", substitutionId));
		jdbc.sql("update substitution set ended_at = ? where id = ? and ended_at is null")
			.params(Timestamp.from(clock.instant()), substitutionId)
			.update();
		record(actor, "substitution.ended", accountId, "");
	}

	/** The present and future absences of that person, soonest first. */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayArrangeSubstitutionFor(#actor, #accountId)")
	public List<Substitution> comingOf(Person actor, long accountId) {
		return substitutions.comingOf(accountId);
	}

	/** Who could stand in for that person: the others of the organisation, by name. */
	@Transactional(readOnly = true)
	@PreAuthorize("@identityPermissions.mayArrangeSubstitutionFor(#actor, #accountId)")
	public List<Person> candidatesFor(Person actor, long accountId) {
		return candidatesFor(people.require(accountId));
	}

	private List<Person> candidatesFor(Person absent) {
		return people.ofOrganisation(absent.organisationId())
			.stream()
			.filter((person) -> person.id() != absent.id())
			.toList();
	}

	private List<FieldProblem> problems(Person absent, Long substituteId, LocalDate from, LocalDate until) {
		List<FieldProblem> problems = new ArrayList<>();
		if (substituteId == null || candidatesFor(absent).stream().noneMatch((it) -> it.id() == substituteId)) {
			problems.add(FieldProblem.of("substituteId", "identity.problem.substitute"));
		}
		if (from == null || from.isBefore(substitutions.today())) {
			problems.add(FieldProblem.of("from", "identity.problem.from"));
		}
		if (until == null || from != null && until.isBefore(from)) {
			problems.add(FieldProblem.of("until", "identity.problem.until"));
		}
		else if (from != null && until.isAfter(from.plusDays(MOST_DAYS))) {
			problems.add(FieldProblem.of("until", "identity.problem.untilTooLate"));
		}
		return problems;
	}

	private void record(Person actor, String action, long accountId, String detail) {
		events.publishEvent(new IdentityAct(actor, action, new Ref(Kind.ACCOUNT, accountId), detail));
	}

}
