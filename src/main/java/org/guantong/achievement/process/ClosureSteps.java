package org.guantong.achievement.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.AchievementClass;
import org.guantong.achievement.Achievements;
import org.guantong.achievement.Closure;
import org.guantong.achievement.ClosureState;
import org.guantong.achievement.Closures;
import org.guantong.achievement.RegistrationNumbers;
import org.guantong.achievement.Route;
import org.guantong.audit.AuditTrail;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Group;
import org.guantong.identity.Organisations;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What {@code project-closure} asks of us, and what its human steps do. */
@Component("closureSteps")
public class ClosureSteps implements ProcessSteps {

	/** Fewest experts who accept a closure, as with panels by correspondence. */
	private static final int FEWEST_EXPERTS = 3;

	private final Closures closures;

	private final Achievements achievements;

	private final Projects projects;

	private final GuideDirections directions;

	private final Rounds rounds;

	private final Organisations organisations;

	private final RegistrationNumbers numbers;

	private final ClosureFile file;

	private final ClosureSheet sheet;

	private final ClosureNotices notices;

	private final AuditTrail audit;

	private final Clock clock;

	ClosureSteps(Closures closures, Achievements achievements, Projects projects, GuideDirections directions,
			Rounds rounds, Organisations organisations, RegistrationNumbers numbers, ClosureFile file,
			ClosureSheet sheet, ClosureNotices notices, AuditTrail audit, Clock clock) {
		this.closures = closures;
		this.achievements = achievements;
		this.projects = projects;
		this.directions = directions;
		this.rounds = rounds;
		this.organisations = organisations;
		this.numbers = numbers;
		this.file = file;
		this.sheet = sheet;
		this.notices = notices;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "project-closure";
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("submitFinalReport").prefill((task) -> sheet.report(closure(task))).onComplete(this::submit);
		steps.step("endorseClosure").prefill((task) -> sheet.material(closure(task))).decide(this::endorse);
		// Confidential like the reviews themselves: its form names the experts.
		steps.step("assignClosureExperts")
			.prefill((task) -> sheet.withCandidates(closure(task)))
			.check(this::enoughExperts)
			.decide(this::assign)
			.confidential();
		steps.step("reviewClosure")
			.prefill((task) -> sheet.material(closure(task)))
			.onComplete(this::review)
			.confidential();
		steps.step("concludeClosure")
			.prefill((task) -> sheet.withReviews(closure(task)))
			.check(this::rectifyInFuture)
			.decide(this::conclude);
	}

	private void submit(TaskContext task, FormData form) {
		file.submit(closure(task), form);
		record(task, "closure.submitted", form.rows("achievements").size() + " achievements");
	}

	private Map<String, Object> endorse(TaskContext task, FormData form) {
		boolean endorsed = form.text("decision").equals("ENDORSE");
		if (endorsed) {
			file.endorse(closure(task).id(), form.text("opinion"));
			record(task, "closure.endorsed", form.text("opinion"));
		}
		else {
			giveBack(task, form.text("opinion"), LocalDate.MIN);
		}
		return Map.of("endorsed", endorsed);
	}

	private void enoughExperts(TaskContext task, FormData form) {
		if (form.text("decision").equals("PROCEED")
				&& form.choices("experts").stream().distinct().count() < FEWEST_EXPERTS) {
			throw InvalidInput.of("experts", "achievement.closure.experts.few", FEWEST_EXPERTS);
		}
	}

	private Map<String, Object> assign(TaskContext task, FormData form) {
		boolean complete = form.text("decision").equals("PROCEED");
		if (complete) {
			Closure closure = closure(task);
			file.ask(closure, form.choices("experts"), inDays(round(closure).reviewDays()));
			record(task, "closure.experts-named", form.choices("experts").size() + " experts");
		}
		else {
			giveBack(task, form.text("reasons"), LocalDate.MIN);
		}
		return Map.of("complete", complete);
	}

	private void review(TaskContext task, FormData form) {
		file.review(closure(task), task.id("expertId"), form);
		record(task, "closure.reviewed", form.text("conclusion"));
	}

	private void rectifyInFuture(TaskContext task, FormData form) {
		LocalDate until = form.date("rectifyBy");
		if (until != null && until.isBefore(LocalDate.now(clock))) {
			throw InvalidInput.of("rectifyBy", "achievement.closure.dueOn.past");
		}
	}

	private Map<String, Object> conclude(TaskContext task, FormData form) {
		Closure closure = closure(task);
		String verdict = form.text("verdict");
		file.remark(closure.id(), form.text("remarks"));
		record(task, "closure.concluded", verdict + ": " + form.text("remarks"));
		if (verdict.equals("RECTIFY")) {
			giveBack(task, form.text("remarks"), form.date("rectifyBy"));
		}
		else if (verdict.equals("REJECT")) {
			file.end(closure, ClosureState.NOT_ACCEPTED);
			notices.decided(closures.require(closure.id()), verdict);
		}
		return Map.of("verdict", verdict);
	}

	/**
	 * A returned report may always take as long as a host's answer, however late it is.
	 */
	private void giveBack(TaskContext task, String reasons, LocalDate until) {
		Closure closure = closure(task);
		LocalDate least = LocalDate.now(clock).plusDays(round(closure).consultationDays());
		file.giveBack(closure.id(), reasons, until.isAfter(least) ? until : least);
		notices.returned(closure, task.actor(), reasons);
		record(task, "closure.returned", reasons);
	}

	/** Who leads the project: an account id. */
	public String piOf(long closureId) {
		return Long.toString(project(closureId).piId());
	}

	/** The engine takes assignees as text. */
	public String accountOf(long expertId) {
		return Long.toString(expertId);
	}

	/** The host's administrators. */
	public String hostOf(long closureId) {
		return Group.of(Role.HOST, project(closureId).hostId()).code();
	}

	/** The end of the day on which the report is due. */
	public Date reportDue(long closureId) {
		return Date.from(closures.require(closureId).dueOn().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
	}

	public Date endorseDue(long closureId) {
		return Date.from(inDays(round(closures.require(closureId)).consultationDays()));
	}

	public Date officeDue(long closureId) {
		return endorseDue(closureId);
	}

	public Date reviewDue(long closureId) {
		return Date.from(closures.require(closureId).reviewDueAt());
	}

	public List<Long> expertsOf(long closureId) {
		return file.experts(closureId);
	}

	public void tellReportOverdue(long closureId) {
		Closure closure = closures.require(closureId);
		notices.overdue(closure);
		audit.record(null, "closure.overdue", new Ref(Kind.CLOSURE, closureId), "due on " + closure.dueOn());
	}

	public List<Long> achievementsOf(long closureId) {
		return achievements.findByClosureIdOrderById(closureId).stream().map(Achievement::id).toList();
	}

	public String natureOf(long achievementId) {
		return achievements.require(achievementId).nature().name();
	}

	public String stageOf(long achievementId) {
		return achievements.require(achievementId).stage().name();
	}

	public int trlOf(long achievementId) {
		return achievements.require(achievementId).trl();
	}

	public String intentionOf(long achievementId) {
		return achievements.require(achievementId).intention().name();
	}

	public String potentialValueOf(long achievementId) {
		return achievements.require(achievementId).potentialValue().name();
	}

	/** Registers an achievement under its number, with the class the decision found. */
	public void registerAchievement(long achievementId, String achievementClass, String route) {
		Achievement achievement = achievements.require(achievementId);
		Project project = projects.require(achievement.projectId());
		String number = numbers.next(organisations.require(project.hostId()).region());
		achievements.save(achievement.registered(number, AchievementClass.valueOf(achievementClass),
				Route.valueOf(route), clock.instant()));
		audit.record(null, "achievement.registered", new Ref(Kind.ACHIEVEMENT, achievementId),
				number + " " + achievementClass);
	}

	/** Ends an accepted closure: the project is closed, PI and host are told. */
	public void closeProject(long closureId) {
		Closure closure = closures.require(closureId);
		file.end(closure, ClosureState.ACCEPTED);
		file.closeProject(closure.projectId());
		notices.decided(closure, "ACCEPT");
		audit.record(null, "project.closed", new Ref(Kind.PROJECT, closure.projectId()), closure.code());
	}

	private Closure closure(TaskContext task) {
		return closures.require(task.id("closureId"));
	}

	private Project project(long closureId) {
		return projects.require(closures.require(closureId).projectId());
	}

	private Round round(Closure closure) {
		Project project = projects.require(closure.projectId());
		return rounds.require(directions.require(project.directionId()).roundId());
	}

	private Instant inDays(int days) {
		return clock.instant().plus(Duration.ofDays(days));
	}

	private void record(TaskContext task, String action, String detail) {
		audit.record(task.actor(), action, task.subject().ref(), detail);
	}

}
