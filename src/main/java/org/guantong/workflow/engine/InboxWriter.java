package org.guantong.workflow.engine;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Subject;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Step;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;
import org.guantong.workflow.inbox.TaskNotices;
import org.guantong.workflow.inbox.TaskTimes;

/**
 * Keeps the inbox in step with the engine: every task event becomes a row, in the
 * engine's own transaction.
 */
@Component
class InboxWriter {

	private final JdbcClient jdbc;

	private final Cases cases;

	private final StepCatalogue steps;

	private final TaskTimes times;

	private final TaskNotices notices;

	private final Clock clock;

	InboxWriter(JdbcClient jdbc, Cases cases, StepCatalogue steps, TaskTimes times, TaskNotices notices, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.steps = steps;
		this.times = times;
		this.notices = notices;
		this.clock = clock;
	}

	@EventListener(condition = "#task.eventName == 'create'")
	public void created(DelegateTask task) {
		Case found = cases.ofProcess(Definitions.key(task.getProcessDefinitionId()),
				task.getExecution().getProcessBusinessKey());
		Step step = steps.require(found.process(), task.getTaskDefinitionKey());
		TaskContext context = context(task, found);
		insert(task, found, step.subject(context), step, context);
		Set<String> groups = candidateGroups(task);
		groups.forEach((group) -> jdbc.sql("insert into inbox_candidate (task_id, group_code) values (?, ?)")
			.params(task.getId(), group)
			.update());
		if (task.getAssignee() == null) {
			step.keeper(context).ifPresent((keeper) -> task.setAssignee(Long.toString(keeper.id())));
		}
		if (task.getAssignee() == null) {
			notices.offered(task.getId(), groups);
		}
	}

	/**
	 * A task born with an assignee comes here too, right after its creation. A claim has
	 * written the row before it told the engine, so nobody gets a mail about what they
	 * did themselves.
	 */
	@EventListener(condition = "#task.eventName == 'assignment'")
	public void assigned(DelegateTask task) {
		Long assignee = task.getAssignee() == null ? null : Long.valueOf(task.getAssignee());
		int changed = jdbc.sql(
				"update inbox_task set assignee_id = :assignee where id = :id and assignee_id is distinct from :assignee")
			.param("assignee", assignee, Types.BIGINT)
			.param("id", task.getId())
			.update();
		if (changed > 0 && assignee != null) {
			notices.assigned(task.getId(), assignee);
		}
	}

	@EventListener(condition = "#task.eventName == 'update'")
	public void updated(DelegateTask task) {
		Case found = cases.ofProcess(Definitions.key(task.getProcessDefinitionId()),
				task.getExecution().getProcessBusinessKey());
		times.moved(task.getId(), steps.require(found.process(), task.getTaskDefinitionKey()), context(task, found),
				instant(task.getDueDate()));
	}

	/**
	 * The process moved on without this task: a boundary event or a withdrawal ended it.
	 */
	@EventListener(condition = "#task.eventName == 'delete'")
	public void cancelled(DelegateTask task) {
		jdbc.sql("update inbox_task set state = 'CANCELLED', ended_at = ? where id = ? and state = 'OPEN'")
			.params(Timestamp.from(clock.instant()), task.getId())
			.update();
	}

	private void insert(DelegateTask task, Case found, Subject about, Step step, TaskContext context) {
		Instant due = instant(task.getDueDate());
		Instant reminder = times.reminder(step, context, due);
		jdbc.sql("""
				insert into inbox_task (id, case_id, step, title, kind, subject_id, code, subject_title,
				                        created_at, due_at, remind_at)
				values (:id, :case, :step, :title, :kind, :subject, :code, :subjectTitle,
				        :created, :due, :remind)
				""")
			.param("id", task.getId())
			.param("case", found.id())
			.param("step", step.id())
			.param("title", task.getName())
			.param("kind", about.kind().slug())
			.param("subject", about.id())
			.param("code", about.code())
			.param("subjectTitle", about.title())
			.param("created", Timestamp.from(clock.instant()))
			.param("due", due == null ? null : Timestamp.from(due))
			.param("remind", reminder == null ? null : Timestamp.from(reminder))
			.update();
	}

	private static TaskContext context(DelegateTask task, Case found) {
		Map<String, Object> variables = new HashMap<>(task.getVariables());
		return new TaskContext(task.getId(), found.id(), task.getTaskDefinitionKey(), found.subject(), variables, null);
	}

	private static Set<String> candidateGroups(DelegateTask task) {
		return task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
	}

	private static Instant instant(Date date) {
		return date == null ? null : date.toInstant();
	}

}
