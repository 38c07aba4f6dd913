package org.guantong.midterm.care;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.calendar.BusinessDays;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.midterm.MidtermConflicts;
import org.guantong.midterm.MidtermReview;
import org.guantong.midterm.MidtermReviews;
import org.guantong.midterm.MidtermSettings;
import org.guantong.midterm.MidtermSettingsStore;
import org.guantong.midterm.MidtermState;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Processes;
import org.guantong.workflow.Tasks;

/** Replaces experts who do not answer, and gives up checks opened by mistake. */
@Service
@Transactional
public class MidtermCareService {

	private static final String PROCESS = "midterm-check";

	private static final int LONGEST_REASON = 500;

	private final MidtermChecks checks;

	private final MidtermReviews reviews;

	private final MidtermConflicts conflicts;

	private final MidtermSettingsStore settings;

	private final Projects projects;

	private final People people;

	private final Inbox inbox;

	private final Tasks tasks;

	private final Processes processes;

	private final BusinessDays days;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermCareService(MidtermChecks checks, MidtermReviews reviews, MidtermConflicts conflicts,
			MidtermSettingsStore settings, Projects projects, People people, Inbox inbox, Tasks tasks,
			Processes processes, BusinessDays days, Mailbox mailbox, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.checks = checks;
		this.reviews = reviews;
		this.conflicts = conflicts;
		this.settings = settings;
		this.projects = projects;
		this.people = people;
		this.inbox = inbox;
		this.tasks = tasks;
		this.processes = processes;
		this.days = days;
		this.mailbox = mailbox;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Who could take the place of an expert: of the same kind, without a conflict, not
	 * asked before.
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	@Transactional(readOnly = true)
	public List<Person> candidates(Person actor, long checkId, String side) {
		MidtermCheck check = checks.require(checkId);
		Set<Long> asked = reviews.of(checkId).stream().map(MidtermReview::expertId).collect(Collectors.toSet());
		Set<Long> recused = conflicts.of(projects.require(check.projectId()));
		return people.withRole(side.equals("FINANCE") ? Role.FINANCE_EXPERT : Role.EXPERT)
			.stream()
			.filter((person) -> !asked.contains(person.id()) && !recused.contains(person.id()))
			.toList();
	}

	/**
	 * Gives the place of an expert who has not answered to another, who gets the round's
	 * days for a review from now. Both are told.
	 * @param reviewId the review that is waited for
	 * @throws InvalidInput when the newcomer cannot take it, or no reason is given
	 * @throws Stale when the expert has answered meanwhile
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void replace(Person actor, long checkId, long reviewId, Long newcomerId, String reason) {
		MidtermCheck check = checks.require(checkId);
		requireReason(reason);
		// Whoever answers or replaces at the same moment waits here.
		jdbc.sql("select id from midterm_review where id = ? for update").param(reviewId).query(Long.class).optional();
		MidtermReview review = reviews.of(checkId)
			.stream()
			.filter((one) -> one.id() == reviewId)
			.findFirst()
			.orElseThrow(() -> new NotFound("review", reviewId));
		InboxItem task = task(check, review);
		Person newcomer = candidates(actor, checkId, review.side()).stream()
			.filter((person) -> newcomerId != null && person.id() == newcomerId)
			.findFirst()
			.orElseThrow(() -> InvalidInput.of("newcomer", "midterm.care.invalid.newcomer"));
		Instant due = reviewDue(check);
		reviews.replace(checkId, review.expertId(), reason.strip());
		reviews.invite(checkId, newcomer.id(), review.side(), due);
		tasks.handOver(actor, task.id(), newcomer, Map.of("expertId", newcomer.id()), due);
		post("midterm-expert-replaced", check, people.require(review.expertId()), "/inbox");
		audit.record(actor, "midterm.expert-replaced", check.ref(), review.side() + ": " + reason.strip());
	}

	/**
	 * Gives up a check that should not have been opened; its tasks end, PI and host are
	 * told why. The project can be checked anew in the same season.
	 * @throws Stale when it has ended, or a decision on it has been made
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void cancel(Person actor, long checkId, String reason) {
		MidtermCheck check = checks.require(checkId);
		requireReason(reason);
		if (check.state().ordinal() > MidtermState.DECIDING.ordinal()) {
			throw new Stale("midterm.care.stale.decided");
		}
		checks.save(check.cancelled(reason.strip()));
		processes.cancel(PROCESS, check.ref(), "检查已撤销");
		Project project = projects.require(check.projectId());
		Map<Long, Person> told = new LinkedHashMap<>();
		told.put(project.piId(), people.require(project.piId()));
		people.members(Group.of(Role.HOST, project.hostId())).forEach((one) -> told.put(one.id(), one));
		told.values().forEach((person) -> post("midterm-cancelled", check, person, "/midterm/" + checkId, reason));
		audit.record(actor, "midterm.cancelled", check.ref(), reason.strip());
	}

	private InboxItem task(MidtermCheck check, MidtermReview review) {
		String step = review.side().equals("FINANCE") ? "reviewSpending" : "reviewProgress";
		return inbox.openAbout(step, check.ref())
			.stream()
			.filter((item) -> review.state().equals("INVITED") && item.assigneeId() != null
					&& item.assigneeId() == review.expertId())
			.findFirst()
			.orElseThrow(() -> new Stale("midterm.care.stale.answered"));
	}

	private Instant reviewDue(MidtermCheck check) {
		MidtermSettings set = settings.ofProject(check.projectId());
		ZonedDateTime now = clock.instant().atZone(clock.getZone());
		LocalDate day = set.workingDays() ? days.plus(now.toLocalDate(), set.reviewDays())
				: now.toLocalDate().plusDays(set.reviewDays());
		return day.atTime(now.toLocalTime()).atZone(clock.getZone()).toInstant();
	}

	private void post(String key, MidtermCheck check, Person person, String link, Object... more) {
		Project project = projects.require(check.projectId());
		Object[] arguments = new Object[more.length + 1];
		arguments[0] = check.code() + " " + project.title();
		System.arraycopy(more, 0, arguments, 1, more.length);
		mailbox.post(Notice.of(key, person, "midterm-" + check.id(), link, arguments));
	}

	private static void requireReason(String reason) {
		if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "midterm.care.invalid.reason");
		}
	}

}
