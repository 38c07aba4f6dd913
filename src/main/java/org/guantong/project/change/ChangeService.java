package org.guantong.project.change;

import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.project.change.process.ChangeProcess;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Applies for changes of projects, and takes applications back. */
@Service
@Transactional
public class ChangeService {

	private final ProjectChanges changes;

	private final ChangeCheck check;

	private final ChangePermissions permissions;

	private final ChangeProcess process;

	private final ProjectSight sight;

	private final AuditTrail audit;

	ChangeService(ProjectChanges changes, ChangeCheck check, ChangePermissions permissions, ChangeProcess process,
			ProjectSight sight, AuditTrail audit) {
		this.changes = changes;
		this.check = check;
		this.permissions = permissions;
		this.process = process;
		this.sight = sight;
		this.audit = audit;
	}

	/**
	 * The changes of a project, the newest first; a co-funder gets those that took
	 * effect.
	 * @throws NotFound for those the project is no concern of
	 */
	@PreAuthorize("@changePermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<ProjectChange> of(Person actor, long projectId) {
		sight.require(actor, projectId);
		return changes.of(projectId)
			.stream()
			.filter((one) -> one.state().equals("APPROVED") || !permissions.seesOutcomesOnly(actor))
			.toList();
	}

	/**
	 * Applies for a change; the host institution gets it to check.
	 * @throws InvalidInput naming every field that cannot be taken
	 * @throws Stale when the project has ended, or a change of that kind is under way
	 */
	@PreAuthorize("@changePermissions.mayApply(#actor)")
	public ProjectChange apply(Person actor, long projectId, NewChange wanted) {
		Project project = sight.require(actor, projectId);
		if (!permissions.appliesFor(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s project");
		}
		if (!project.isUnderWay()) {
			throw new Stale("change.stale.ended");
		}
		List<FieldProblem> problems = check.problems(project, wanted);
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		ProjectChange change = changes.require(insert(actor, project, wanted));
		process.applied(change);
		audit.record(actor, "change.applied", change.subject().ref(), wanted.kind().name());
		return change;
	}

	private long insert(Person actor, Project project, NewChange wanted) {
		try {
			return changes.insert(project.id(), "BG-" + project.code() + "-" + (changes.count(project.id()) + 1),
					wanted, wanted.kind() == ChangeKind.PI ? check.newPi(project, wanted).orElseThrow().id() : null,
					actor.id());
		}
		catch (DuplicateKeyException ex) {
			throw new Stale("change.stale.underWay");
		}
	}

	/**
	 * Takes an application back while it is not decided.
	 * @throws NotFound unless the reader sees the project
	 * @throws AccessDeniedException unless it is the reader's own
	 * @throws Stale when it was decided
	 */
	@PreAuthorize("@changePermissions.mayApply(#actor)")
	public void withdraw(Person actor, long changeId) {
		ProjectChange change = changes.require(changeId);
		if (!sight.includes(actor, change.projectId())) {
			throw NotFound.of(Kind.PROJECT_CHANGE, changeId);
		}
		if (change.appliedBy() != actor.id()) {
			throw new AccessDeniedException("not " + actor.username() + "'s application");
		}
		if (!change.isOpen() || !process.withdrawn(change)) {
			throw new Stale("change.stale.decided");
		}
		changes.to(changeId, "WITHDRAWN", "");
		audit.record(actor, "change.withdrawn", change.subject().ref(), change.kind().name());
	}

	/** What changes go by. */
	@PreAuthorize("@changePermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public ChangeSettings settings(Person actor) {
		return changes.settings();
	}

	/**
	 * Sets what changes go by, from now on.
	 * @throws InvalidInput naming every value out of range
	 */
	@PreAuthorize("@changePermissions.mayManage(#actor)")
	public void changeSettings(Person actor, ChangeSettings wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		range(problems, "endorseDays", wanted.endorseDays());
		range(problems, "acceptDays", wanted.acceptDays());
		range(problems, "decideDays", wanted.decideDays());
		range(problems, "amendDays", wanted.amendDays());
		range(problems, "longestExtension", wanted.longestExtension());
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		changes.set(wanted);
		audit.record(actor, "change.settings-changed", new Ref(Kind.PROJECT_CHANGE, 0), wanted.toString());
	}

	private static void range(List<FieldProblem> problems, String field, int value) {
		if (value < 1 || value > 60) {
			problems.add(FieldProblem.of(field, "change.invalid.range", 1, 60));
		}
	}

}
