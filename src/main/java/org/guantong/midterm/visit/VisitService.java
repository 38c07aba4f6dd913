package org.guantong.midterm.visit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermDetail;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.ProjectSight;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Plans visits and records what was found. */
@Service
@Transactional
public class VisitService {

	private static final int LONGEST_FINDINGS = 2000;

	private final MidtermVisits visits;

	private final MidtermBoard board;

	private final ProjectSight sight;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	VisitService(MidtermVisits visits, MidtermBoard board, ProjectSight sight, People people, Mailbox mailbox,
			AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.visits = visits;
		this.board = board;
		this.sight = sight;
		this.people = people;
		this.mailbox = mailbox;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A visit to come.
	 *
	 * @param coFunderId a co-funder of the project that takes part, or null
	 */
	public record Plan(LocalDate plannedOn, String place, String leader, String members, Long coFunderId) {
	}

	/**
	 * The visits of a check with what this reader may know.
	 * @throws NotFound for those its project is no concern of
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<MidtermVisit> of(Person actor, long checkId) {
		MidtermDetail detail = board.detail(actor, checkId);
		boolean decided = detail.decisions().stream().anyMatch((one) -> one.issuedAt() != null);
		return visits.of(checkId).stream().map((one) -> detail.office() ? one : one.outside(decided)).toList();
	}

	/**
	 * Plans a visit; PI, host, and the co-funder that takes part are told.
	 * @throws InvalidInput naming every field that cannot be taken
	 * @throws Stale when the check has ended
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public long plan(Person actor, long checkId, Plan plan) {
		MidtermDetail detail = board.detail(actor, checkId);
		requireOpen(detail.check());
		List<Long> coFunders = sight.coFundersOf(detail.project());
		refuse(problems(plan, coFunders));
		long id = jdbc.sql("""
				insert into midterm_visit (check_id, planned_on, place, leader, members, co_funder_id, planned_by)
				values (:check, :on, :place, :leader, :members, :coFunder, :by) returning id
				""")
			.param("check", checkId)
			.param("on", plan.plannedOn())
			.param("place", plan.place().strip())
			.param("leader", plan.leader().strip())
			.param("members", plan.members() == null ? "" : plan.members().strip())
			.param("coFunder", plan.coFunderId(), Types.BIGINT)
			.param("by", actor.id())
			.query(Long.class)
			.single();
		tell(detail, plan);
		audit.record(actor, "midterm.visit-planned", detail.check().ref(), plan.plannedOn() + " " + plan.place());
		return id;
	}

	/**
	 * Records what was found; it stands as it was written.
	 * @param on the day of the visit, not after today
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void record(Person actor, long checkId, long visitId, LocalDate on, String findings) {
		MidtermDetail detail = board.detail(actor, checkId);
		requireOpen(detail.check());
		MidtermVisit visit = find(checkId, visitId).orElseThrow(() -> new NotFound("visit", visitId));
		List<FieldProblem> problems = new ArrayList<>();
		if (on == null || on.isAfter(LocalDate.now(clock))) {
			problems.add(FieldProblem.of("visitedOn", "midterm.visit.invalid.visitedOn"));
		}
		if (isBlankOrLonger(findings, LONGEST_FINDINGS)) {
			problems.add(FieldProblem.of("findings", "midterm.visit.invalid.findings"));
		}
		refuse(problems);
		if (visit.isRecorded() || jdbc.sql("""
				update midterm_visit set visited_on = ?, findings = ?, recorded_by = ?, recorded_at = ?
				where id = ? and recorded_at is null
				""").params(on, findings.strip(), actor.id(), Timestamp.from(clock.instant()), visitId).update() == 0) {
			throw new Stale("midterm.visit.stale.recorded");
		}
		audit.record(actor, "midterm.visit-recorded", detail.check().ref(), on.toString());
	}

	private Optional<MidtermVisit> find(long checkId, long visitId) {
		return visits.of(checkId).stream().filter((one) -> one.id() == visitId).findFirst();
	}

	private List<FieldProblem> problems(Plan plan, List<Long> coFunders) {
		List<FieldProblem> problems = new ArrayList<>();
		if (plan.plannedOn() == null || plan.plannedOn().isBefore(LocalDate.now(clock))) {
			problems.add(FieldProblem.of("plannedOn", "midterm.visit.invalid.plannedOn"));
		}
		if (isBlankOrLonger(plan.place(), 100)) {
			problems.add(FieldProblem.of("place", "midterm.visit.invalid.place"));
		}
		if (isBlankOrLonger(plan.leader(), 50)) {
			problems.add(FieldProblem.of("leader", "midterm.visit.invalid.leader"));
		}
		if (plan.members() != null && plan.members().strip().length() > 300) {
			problems.add(FieldProblem.of("members", "midterm.visit.invalid.members"));
		}
		if (plan.coFunderId() != null && !coFunders.contains(plan.coFunderId())) {
			problems.add(FieldProblem.of("coFunderId", "midterm.visit.invalid.coFunder"));
		}
		return problems;
	}

	private void tell(MidtermDetail detail, Plan plan) {
		List<Person> told = new ArrayList<>(people.members(Group.of(Role.HOST, detail.project().hostId())));
		told.add(people.require(detail.project().piId()));
		if (plan.coFunderId() != null) {
			told.addAll(people.members(Group.of(Role.CO_FUNDER_CONTACT, plan.coFunderId())));
		}
		told.stream()
			.distinct()
			.forEach((person) -> mailbox.post(Notice.of("midterm-visit", person, "midterm-" + detail.check().id(),
					"/midterm/" + detail.check().id(), detail.check().code() + " " + detail.project().title(),
					plan.plannedOn(), plan.place().strip(), plan.leader().strip())));
	}

	private static void requireOpen(MidtermCheck check) {
		if (check.state().isEnded()) {
			throw new Stale("midterm.visit.stale.ended");
		}
	}

	private static boolean isBlankOrLonger(String text, int longest) {
		return text == null || text.isBlank() || text.strip().length() > longest;
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
