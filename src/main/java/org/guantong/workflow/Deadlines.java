package org.guantong.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.inbox.TaskNotices;
import org.guantong.workflow.inbox.TaskTimes;

/**
 * Moves the dates of cases under way when the settings they came from change: what is due
 * in the inbox, the engine's timers and the reminders together.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {

	private final TaskService tasks;

	private final ManagementService jobs;

	private final Cases cases;

	private final Inbox inbox;

	private final StepCatalogue steps;

	private final TaskTimes times;

	private final TaskNotices notices;

	private final JdbcClient jdbc;

	Deadlines(TaskService tasks, ManagementService jobs, Cases cases, Inbox inbox, StepCatalogue steps, TaskTimes times,
			TaskNotices notices, JdbcClient jdbc) {
		this.tasks = tasks;
		this.jobs = jobs;
		this.cases = cases;
		this.inbox = inbox;
		this.steps = steps;
		this.times = times;
		this.notices = notices;
		this.jdbc = jdbc;
	}

	/**
	 * Gives open tasks more time, the timers at them too, and tells those they wait for.
	 * @param about which cases, by what they are about
	 * @param by how much longer; nothing happens unless it is above zero
	 * @return how many tasks were moved
	 */
	public int postpone(String process, Set<String> stepIds, Predicate<Ref> about, Duration by) {
		if (by.isNegative() || by.isZero()) {
			return 0;
		}
		List<OpenTask> moved = open().filter((task) -> task.process().equals(process) && stepIds.contains(task.step()))
			.filter((task) -> about.test(task.subject()))
			.toList();
		moved.forEach((task) -> postpone(task, by));
		return moved.size();
	}

	/** Reckons anew when to remind of open tasks whose reminder is still to come. */
	public void remindAnew(Predicate<Ref> about) {
		open().filter((task) -> about.test(task.subject()))
			.forEach((task) -> times.leadChanged(task.id(), steps.require(task.process(), task.step()), context(task),
					task.due()));
	}

	/**
	 * Has a timer of the process about that thing reckon its date anew by its own
	 * expression. For dates that are set, not for those counted from when a task began.
	 */
	public void retime(String process, Ref subject, String timer) {
		cases.about(process, subject)
			.filter(Case::isRunning)
			.ifPresent((found) -> jobs.createJobQuery()
				.processInstanceId(found.instanceId())
				.activityId(timer)
				.timers()
				.list()
				.forEach((job) -> jobs.recalculateJobDuedate(job.getId(), false)));
	}

	private void postpone(OpenTask open, Duration by) {
		Instant due = open.due().plus(by);
		Task task = tasks.createTaskQuery().taskId(open.id()).singleResult();
		task.setDueDate(Date.from(due));
		tasks.saveTask(task);
		jobs.createJobQuery()
			.executionId(task.getExecutionId())
			.timers()
			.list()
			.forEach((timer) -> jobs.setJobDuedate(timer.getId(), later(timer, by)));
		notices.moved(inbox.byId(open.id()).orElseThrow(), open.due());
	}

	private static Date later(Job timer, Duration by) {
		return Date.from(timer.getDuedate().toInstant().plus(by));
	}

	private Stream<OpenTask> open() {
		return jdbc.sql("""
				select t.id, c.process, t.step, t.due_at, c.kind, c.subject_id, t.case_id
				from inbox_task t join process_case c on c.id = t.case_id
				where t.state = 'OPEN' and t.due_at is not null order by t.id
				""")
			.query((row, index) -> new OpenTask(row.getString("id"), row.getString("process"), row.getString("step"),
					row.getTimestamp("due_at").toInstant(),
					new Ref(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id")), row.getLong("case_id")))
			.list()
			.stream();
	}

	private TaskContext context(OpenTask open) {
		Map<String, Object> variables = new HashMap<>(tasks.getVariables(open.id()));
		return new TaskContext(open.id(), open.caseId(), open.step(), cases.require(open.caseId()).subject(), variables,
				null);
	}

	private record OpenTask(String id, String process, String step, Instant due, Ref subject, long caseId) {
	}

}
