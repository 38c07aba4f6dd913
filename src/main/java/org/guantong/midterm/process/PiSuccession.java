package org.guantong.midterm.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ChangeObstacle;
import org.guantong.project.change.PiChanged;
import org.guantong.project.change.ProjectChange;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * What a change of a project means for its check under way: another PI takes the tasks
 * over; another host institution has to wait.
 */
@Component
class PiSuccession implements ChangeObstacle {

	private static final List<String> OF_THE_PI = List.of("reportProgress", "reportRectification");

	private final MidtermChecks checks;

	private final Inbox inbox;

	private final Tasks tasks;

	private final JdbcClient jdbc;

	PiSuccession(MidtermChecks checks, Inbox inbox, Tasks tasks, JdbcClient jdbc) {
		this.checks = checks;
		this.inbox = inbox;
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	@EventListener
	void piChanged(PiChanged change) {
		underWay(change.projectId()).ifPresent((check) -> OF_THE_PI.stream()
			.flatMap((step) -> inbox.openAbout(step, check.ref()).stream())
			.filter((task) -> task.assigneeId() != null && task.assigneeId() == change.before().id())
			.forEach((task) -> handOver(task, change)));
	}

	private void handOver(InboxItem task, PiChanged change) {
		tasks.handOver(change.by(), task.id(), change.now(), Map.of(), task.due());
	}

	/**
	 * The host institution that endorsed a report answers for it until the check is over.
	 */
	@Override
	public Optional<String> against(ProjectChange change) {
		return change.kind() == ChangeKind.HOST && underWay(change.projectId()).isPresent()
				? Optional.of("midterm.obstacle.host") : Optional.empty();
	}

	private Optional<MidtermCheck> underWay(long project) {
		return jdbc.sql("select id from midterm_check where project_id = ?")
			.param(project)
			.query(Long.class)
			.list()
			.stream()
			.map(checks::require)
			.filter((check) -> !check.state().isEnded())
			.findFirst();
	}

}
