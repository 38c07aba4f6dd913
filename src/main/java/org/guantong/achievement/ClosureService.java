package org.guantong.achievement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.achievement.process.ClosureProcess;
import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Opens the closure of a project and shows how it stands. */
@Service
@Transactional
public class ClosureService {

	private final Closures closures;

	private final ClosurePermissions permissions;

	private final Projects projects;

	private final ClosureProcess process;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	ClosureService(Closures closures, ClosurePermissions permissions, Projects projects, ClosureProcess process,
			AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.closures = closures;
		this.permissions = permissions;
		this.projects = projects;
		this.process = process;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens the closure of a project: its PI is asked for the final report.
	 * @param dueOn until when the report is due, today at the earliest
	 * @throws InvalidInput when the date is missing or past
	 * @throws NotFound when there is no such project
	 * @throws Stale when the project has ended, or its closure is open or was accepted
	 */
	@PreAuthorize("@closurePermissions.mayOpen(#actor)")
	public Closure open(Person actor, long projectId, LocalDate dueOn) {
		if (dueOn == null || dueOn.isBefore(LocalDate.now(clock))) {
			throw InvalidInput.of("dueOn", "achievement.closure.dueOn.past");
		}
		Project project = projects.require(projectId);
		List<Closure> earlier = lockedEarlier(projectId);
		if (earlier.stream().anyMatch((one) -> one.state() != ClosureState.NOT_ACCEPTED)) {
			throw new Stale("achievement.closure.openedBefore");
		}
		String code = "C-" + project.code() + (earlier.isEmpty() ? "" : "-" + (earlier.size() + 1));
		Closure closure = closures.save(Closure.open(code, projectId, dueOn, actor.id(), clock.instant()));
		audit.record(actor, "closure.opened", closure.subject(project.title()).ref(), "due on " + dueOn);
		process.start(closure, project);
		return closure;
	}

	/** The closure, for those who may see it; {@link NotFound} for all others. */
	@PreAuthorize("@closurePermissions.mayAsk(#actor)")
	@Transactional(readOnly = true)
	public Closure read(Person actor, long id) {
		Closure closure = closures.require(id);
		if (!permissions.maySeeOf(actor, closure.projectId())) {
			throw NotFound.of(Kind.CLOSURE, id);
		}
		return closure;
	}

	/** The closures of a project, oldest first; none for those who may not see them. */
	@PreAuthorize("@closurePermissions.mayAsk(#actor)")
	@Transactional(readOnly = true)
	public List<Closure> ofProject(Person actor, long projectId) {
		return permissions.maySeeOf(actor, projectId) ? closures.findByProjectIdOrderById(projectId) : List.of();
	}

	private List<Closure> lockedEarlier(long projectId) {
		String state = jdbc.sql("select state from project where id = ? for update")
			.param(projectId)
			.query(String.class)
			.single();
		if (state.equals("CLOSED") || state.equals("TERMINATED")) {
			throw new Stale("achievement.closure.projectEnded");
		}
		return closures.findByProjectIdOrderById(projectId);
	}

}
