package org.guantong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.form.FormJson;
import org.guantong.workflow.form.FormSchema;
import org.guantong.workflow.form.FormValidator;
import org.guantong.workflow.form.Forms;
import org.guantong.workflow.inbox.Drafts;

/**
 * Human work: look at a task, claim it, type into it, complete it. This is the only way a
 * task is completed: it is open, it is that step, this person may do it, and the form is
 * valid; else nothing happens.
 */
@Component
public class Tasks {

	private static final int TRIES = 4;

	private final Inbox inbox;

	private final StepCatalogue steps;

	private final Forms forms;

	private final Cases cases;

	private final CaseHistory history;

	private final Drafts drafts;

	private final AuditTrail audit;

	private final TaskService engine;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Tasks(Inbox inbox, StepCatalogue steps, Forms forms, Cases cases, CaseHistory history, Drafts drafts,
			AuditTrail audit, TaskService engine, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
		this.inbox = inbox;
		this.steps = steps;
		this.forms = forms;
		this.cases = cases;
		this.history = history;
		this.drafts = drafts;
		this.audit = audit;
		this.engine = engine;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Lays a task out for this person.
	 * @throws NotFound when there is no such task, or none they may see
	 */
	@Transactional(readOnly = true)
	public TaskSheet open(Person actor, String taskId) {
		InboxItem item = require(actor, taskId);
		if (!item.isOpen()) {
			return sheet(actor, item, Map.of(), null);
		}
		Step step = steps.require(item.process(), item.step());
		TaskContext context = context(item, actor);
		return sheet(actor, item, step.prefilled(context), step.pageOf(context));
	}

	/**
	 * The same without what is prefilled, for a page that shows many tasks at once and
	 * knows by itself what they are about.
	 */
	@Transactional(readOnly = true)
	public TaskSheet glance(Person actor, String taskId) {
		return sheet(actor, require(actor, taskId), Map.of(), null);
	}

	private TaskSheet sheet(Person actor, InboxItem item, Map<String, Object> known, String page) {
		Step step = steps.require(item.process(), item.step());
		Optional<Drafts.Draft> draft = drafts.find(item.id(), actor.id());
		return new TaskSheet(item, step, forms.require(step.formKey()), known,
				draft.map(Drafts.Draft::input).orElse(Map.of()), draft.map(Drafts.Draft::version).orElse(0), page,
				item.isOpen() && inbox.mayHold(actor, item), inbox.heldFor(actor, item).map(Person::name).orElse(null));
	}

	/**
	 * Keeps what was typed, valid or not.
	 * @param version the draft this began from, 0 for none; null to write whatever stands
	 * there
	 * @return the draft's new version
	 */
	@Transactional
	public int saveDraft(Person actor, String taskId, Map<String, Object> input, Integer version) {
		requireWorkable(actor, require(actor, taskId));
		return drafts.save(taskId, actor.id(), input, version);
	}

	/**
	 * Says what would be taken, or what is wrong, without doing anything.
	 * @throws org.guantong.shared.InvalidInput naming every field that cannot be taken
	 */
	@Transactional(readOnly = true)
	public FormData check(Person actor, String taskId, Map<String, Object> input) {
		InboxItem item = require(actor, taskId);
		requireWorkable(actor, item);
		TaskContext context = context(item, actor);
		Step step = steps.require(item.process(), item.step());
		FormData form = valid(step, step.prefilled(context), input);
		step.checked(context, form);
		return form;
	}

	/**
	 * Completes the task: the stage writes what was decided, the process moves on, all in
	 * one transaction. A collision with somebody else's step in the same case is tried
	 * again rather than shown.
	 */
	public void complete(Person actor, String taskId, Map<String, Object> input) {
		for (int tries = 1;; tries++) {
			try {
				transaction.executeWithoutResult((status) -> completeOnce(actor, taskId, input));
				return;
			}
			catch (OptimisticLockingException | ConcurrencyFailureException ex) {
				if (tries == TRIES) {
					throw ex;
				}
			}
		}
	}

	/** Takes a task that is open to a group; others of the group then leave it alone. */
	@Transactional
	public void claim(Person actor, String taskId) {
		InboxItem item = lock(actor, taskId);
		requireWorkable(actor, item);
		if (item.assigneeId() == null) {
			assign(taskId, actor.id());
			audit.record(actor, "task.claimed", item.subject().ref(), item.process() + "/" + item.step());
		}
	}

	/** Gives a claimed task back to its group. */
	@Transactional
	public void release(Person actor, String taskId) {
		InboxItem item = lock(actor, taskId);
		requireWorkable(actor, item);
		if (item.groups() == null) {
			throw new AccessDeniedException("a task given to one person has no group to go back to");
		}
		jdbc.sql("update inbox_task set assignee_id = null where id = ?").param(taskId).update();
		engine.setAssignee(taskId, null);
		audit.record(actor, "task.released", item.subject().ref(), item.process() + "/" + item.step());
	}

	/**
	 * Gives a task that is offered to a group to one of that group; they are told.
	 * @throws AccessDeniedException unless the actor belongs to the office
	 * @throws Stale when it is no longer open, or not offered to them
	 */
	@Transactional
	public void give(Person actor, String taskId, Person holder) {
		InboxItem item = lock(actor, taskId);
		if (!actor.isOffice()) {
			throw new AccessDeniedException("only the office gives tasks to people");
		}
		if (!item.isOpen() || !inbox.isOffered(holder, item)) {
			throw new Stale("workflow.stale.taskDone");
		}
		if (item.assigneeId() == null || item.assigneeId() != holder.id()) {
			engine.setAssignee(taskId, Long.toString(holder.id()));
			audit.record(actor, "task.given", item.subject().ref(),
					item.process() + "/" + item.step() + " to " + holder.username());
		}
	}

	/**
	 * Takes a task from the one person it was given to and gives it to another, who has
	 * until then; both what the first had typed and what the process knew of them are
	 * dropped.
	 * @param known what the process knows of the new holder, by the names of its
	 * variables
	 * @throws AccessDeniedException unless the actor belongs to the office
	 * @throws Stale when it is no longer open, or was not given to one person
	 */
	@Transactional
	public void handOver(Person actor, String taskId, Person holder, Map<String, Object> known, Instant due) {
		if (!actor.isOffice()) {
			throw new AccessDeniedException("only the office takes tasks from people");
		}
		jdbc.sql("select id from inbox_task where id = ? for update").param(taskId).query(String.class).optional();
		InboxItem item = inbox.byId(taskId).orElseThrow(() -> new NotFound("task", taskId));
		if (!item.isOpen() || item.assigneeId() == null || item.groups() != null) {
			throw new Stale("workflow.stale.taskDone");
		}
		drafts.discard(taskId);
		engine.setVariablesLocal(taskId, known);
		Task task = engine.createTaskQuery().taskId(taskId).singleResult();
		task.setAssignee(Long.toString(holder.id()));
		task.setDueDate(Date.from(due));
		engine.saveTask(task);
		audit.record(actor, "task.handed-over", item.subject().ref(),
				item.process() + "/" + item.step() + " to " + holder.username());
	}

	private void completeOnce(Person actor, String taskId, Map<String, Object> input) {
		InboxItem item = lock(actor, taskId);
		requireWorkable(actor, item);
		Step step = steps.require(item.process(), item.step());
		TaskContext context = context(item, actor);
		Map<String, Object> known = step.prefilled(context);
		FormData form = valid(step, known, input);
		Person onBehalfOf = inbox.heldFor(actor, item).orElse(null);
		Map<String, Object> decisions = step.completed(context, form);
		close(item, actor, onBehalfOf);
		history.add(item, actor, onBehalfOf, step.organisation(context),
				FormJson.write(forms.require(step.formKey()), form, known));
		audit.record(actor, "task.completed", item.subject().ref(), item.process() + "/" + item.step()
				+ (onBehalfOf == null ? "" : " on behalf of " + onBehalfOf.username()));
		drafts.discard(taskId);
		engine.complete(taskId, decisions);
	}

	private void close(InboxItem item, Person actor, Person onBehalfOf) {
		jdbc.sql("""
				update inbox_task set state = 'DONE', ended_at = :now, completed_by = :actor, on_behalf_of = :behalf,
				       assignee_id = coalesce(assignee_id, :actor)
				where id = :id
				""")
			.param("now", Timestamp.from(clock.instant()))
			.param("actor", actor.id())
			.param("behalf", onBehalfOf == null ? null : onBehalfOf.id(), java.sql.Types.BIGINT)
			.param("id", item.id())
			.update();
	}

	private void assign(String taskId, long person) {
		jdbc.sql("update inbox_task set assignee_id = ? where id = ?").params(person, taskId).update();
		engine.setAssignee(taskId, Long.toString(person));
	}

	private FormData valid(Step step, Map<String, Object> known, Map<String, Object> input) {
		return FormValidator.validate(forms.require(step.formKey()), input, known);
	}

	private TaskContext context(InboxItem item, Person actor) {
		Map<String, Object> variables = new HashMap<>(engine.getVariables(item.id()));
		return new TaskContext(item.id(), item.caseId(), item.step(), cases.require(item.caseId()).subject(), variables,
				actor);
	}

	private InboxItem require(Person actor, String taskId) {
		return inbox.find(actor, taskId).orElseThrow(() -> new NotFound("task", taskId));
	}

	/** Others who complete the same task wait here, and then see that it is done. */
	private InboxItem lock(Person actor, String taskId) {
		require(actor, taskId);
		jdbc.sql("select id from inbox_task where id = ? for update").param(taskId).query(String.class).single();
		return require(actor, taskId);
	}

	private void requireWorkable(Person actor, InboxItem item) {
		if (!item.isOpen()) {
			throw new Stale(
					item.state() == InboxItem.State.DONE ? "workflow.stale.taskDone" : "workflow.stale.taskCancelled");
		}
		if (!inbox.mayHold(actor, item)) {
			throw new AccessDeniedException("task " + item.id() + " is not " + actor.username() + "'s");
		}
	}

}
