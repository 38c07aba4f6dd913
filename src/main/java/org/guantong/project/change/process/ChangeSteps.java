package org.guantong.project.change.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.calendar.BusinessDays;
import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.project.change.ProjectChanges;
import org.guantong.project.change.ChangeEffects;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ChangeObstacle;
import org.guantong.project.change.ChangeSettings;
import org.guantong.project.change.ProjectChange;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What {@code project-change} asks of us. */
@Component("changeSteps")
public class ChangeSteps implements ProcessSteps {

	private final ProjectChanges changes;

	private final ChangeEffects effects;

	private final ChangeLetters letters;

	private final List<ChangeObstacle> obstacles;

	private final Projects projects;

	private final BusinessDays days;

	private final AuditTrail audit;

	private final Clock clock;

	ChangeSteps(ProjectChanges changes, ChangeEffects effects, ChangeLetters letters, List<ChangeObstacle> obstacles,
			Projects projects, BusinessDays days, AuditTrail audit, Clock clock) {
		this.changes = changes;
		this.effects = effects;
		this.letters = letters;
		this.obstacles = obstacles;
		this.projects = projects;
		this.days = days;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String process() {
		return ChangeProcess.ID;
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("endorseChange").prefill(this::sheet).decide(this::endorse);
		steps.step("amendChange").prefill(this::amendSheet).onComplete(this::amend);
		steps.step("acceptHost").prefill(this::sheet).onComplete(this::accept);
		steps.step("decideChange").prefill(this::sheet).check(this::checkDecision).decide(this::decide);
	}

	public String applicantOf(long changeId) {
		return Long.toString(changes.require(changeId).appliedBy());
	}

	public String hostOf(long changeId) {
		return Group.of(Role.HOST, project(changeId).hostId()).code();
	}

	public String newHostOf(long changeId) {
		return Group.of(Role.HOST, changes.require(changeId).newHostId()).code();
	}

	public String office() {
		return Group.of(Role.OFFICER).code();
	}

	public Date endorseDue(long changeId) {
		return in(settings().endorseDays());
	}

	public Date acceptDue(long changeId) {
		return in(settings().acceptDays());
	}

	public Date decideDue(long changeId) {
		return in(settings().decideDays());
	}

	public Date amendDue(long changeId) {
		return in(settings().amendDays());
	}

	public boolean movesHost(long changeId) {
		return changes.require(changeId).kind() == ChangeKind.HOST;
	}

	/** Approved: the project is as was applied for from now on. */
	public void applyChange(long changeId) {
		effects.take(changes.require(changeId));
	}

	/**
	 * Applicant, PI and host learn the outcome from the decision; the co-funders that it
	 * took effect.
	 */
	public void tellConcerned(long changeId) {
		letters.tookEffect(changes.require(changeId));
	}

	private Map<String, Object> sheet(TaskContext task) {
		ProjectChange change = changes.require(task.id("changeId"));
		Project project = project(change.id());
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("code", project.code());
		sheet.put("title", project.title());
		sheet.put("term", project.startsOn() + " – " + project.endsOn());
		sheet.put("kindText", letters.kind(change.kind()));
		sheet.put("applicant", change.applicant());
		sheet.put("reasonText", change.reason());
		sheet.put("proposalText", change.proposal().isEmpty() ? "—" : change.proposal());
		sheet.put("was", effects.was(change));
		sheet.put("becomes", effects.becomes(change));
		sheet.put("remarksText", change.remarks().isEmpty() ? "—" : change.remarks());
		sheet.put("newHostSays", change.accepted() == null ? null : letters.accepted(change.accepted()));
		return sheet;
	}

	private Map<String, Object> amendSheet(TaskContext task) {
		ProjectChange change = changes.require(task.id("changeId"));
		Map<String, Object> sheet = sheet(task);
		sheet.put("reason", change.reason());
		sheet.put("proposal", change.proposal());
		return sheet;
	}

	private Map<String, Object> endorse(TaskContext task, FormData form) {
		boolean endorsed = form.text("decision").equals("ENDORSE");
		ProjectChange change = changes.require(task.id("changeId"));
		String next = change.kind() == ChangeKind.HOST ? "ACCEPTING" : "DECIDING";
		changes.to(change.id(), endorsed ? next : "AMENDING", form.text("remarks"));
		if (!endorsed) {
			letters.returned(change, task.actor(), form.text("remarks"));
		}
		record(task, endorsed ? "change.endorsed" : "change.returned", change);
		return Map.of("endorsed", endorsed);
	}

	private void amend(TaskContext task, FormData form) {
		ProjectChange change = changes.require(task.id("changeId"));
		changes.reword(change.id(), form.text("reason"), form.text("proposal") == null ? "" : form.text("proposal"));
		changes.to(change.id(), "ENDORSING", "");
		record(task, "change.amended", change);
	}

	private void accept(TaskContext task, FormData form) {
		ProjectChange change = changes.require(task.id("changeId"));
		boolean accepted = form.text("decision").equals("ACCEPT");
		changes.accepted(change.id(), accepted, form.text("remarks"));
		record(task, accepted ? "change.accepted" : "change.declined", change);
	}

	/** What another stage has under way may stand against it. */
	private void checkDecision(TaskContext task, FormData form) {
		ProjectChange change = changes.require(task.id("changeId"));
		if (!"APPROVE".equals(form.text("decision"))) {
			return;
		}
		obstacles.stream().flatMap((one) -> one.against(change).stream()).findFirst().ifPresent((key) -> {
			throw InvalidInput.of("decision", key);
		});
		if (effects.isOvertaken(change)) {
			throw InvalidInput.of("decision", "change.invalid.overtaken");
		}
		if (Boolean.FALSE.equals(change.accepted())) {
			throw InvalidInput.of("decision", "change.invalid.notAccepted");
		}
	}

	private Map<String, Object> decide(TaskContext task, FormData form) {
		ProjectChange change = changes.require(task.id("changeId"));
		String decision = form.text("decision");
		String remarks = form.text("remarks");
		switch (decision) {
			case "APPROVE" ->
				changes.approve(change.id(), remarks, task.actor().id(), effects.was(change), effects.becomes(change));
			case "REFUSE" -> changes.refuse(change.id(), remarks, task.actor().id());
			default -> changes.to(change.id(), "AMENDING", remarks);
		}
		if (decision.equals("RETURN")) {
			letters.returned(change, task.actor(), remarks);
		}
		else {
			letters.decided(change, decision, remarks);
		}
		record(task, "change." + decision.toLowerCase(java.util.Locale.ROOT), change);
		return Map.of("decision", decision);
	}

	private void record(TaskContext task, String act, ProjectChange change) {
		audit.record(task.actor(), act, change.subject().ref(), change.kind().name());
	}

	private Project project(long changeId) {
		return projects.require(changes.require(changeId).projectId());
	}

	private ChangeSettings settings() {
		return changes.settings();
	}

	private Date in(int workingDays) {
		ZonedDateTime now = clock.instant().atZone(clock.getZone());
		return Date.from(days.plus(now.toLocalDate(), workingDays)
			.atTime(now.toLocalTime())
			.atZone(clock.getZone())
			.toInstant());
	}

}
