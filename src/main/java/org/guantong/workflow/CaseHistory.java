package org.guantong.workflow;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Person;

/**
 * What was decided in each case. Entries of confidential steps keep name and content from
 * all but the office.
 */
@Component
public class CaseHistory {

	private final JdbcClient jdbc;

	private final StepCatalogue steps;

	private final Clock clock;

	CaseHistory(JdbcClient jdbc, StepCatalogue steps, Clock clock) {
		this.jdbc = jdbc;
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * @param organisation whose affair it is alone, null when everybody in the case may
	 * know it
	 */
	void add(InboxItem task, Person actor, Person onBehalfOf, Long organisation, String json) {
		jdbc.sql("""
				insert into case_entry (case_id, task_id, step, title, actor_id, on_behalf_of, organisation_id,
				                        happened_at, data)
				values (:case, :task, :step, :title, :actor, :behalf, :organisation, :now, :data::jsonb)
				""")
			.param("case", task.caseId())
			.param("task", task.id())
			.param("step", task.step())
			.param("title", task.title())
			.param("actor", actor.id())
			.param("behalf", onBehalfOf == null ? null : onBehalfOf.id())
			.param("organisation", organisation, Types.BIGINT)
			.param("now", Timestamp.from(clock.instant()))
			.param("data", json)
			.update();
	}

	/**
	 * The decisions of a case in order, with what this reader may not know left out. Who
	 * takes part as a reviewer alone reads nothing of what others said: their form shows
	 * what they are to judge by.
	 */
	public List<CaseEntry> of(long caseId, Person reader) {
		boolean reviewerOnly = isReviewerOnly(caseId, reader);
		Set<String> waiting = openSteps(caseId);
		return jdbc.sql("""
				select e.id, c.process, e.step, e.title, e.actor_id, a.name as actor_name, b.name as behalf_name,
				       e.happened_at, e.data, e.organisation_id
				from case_entry e join process_case c on c.id = e.case_id join account a on a.id = e.actor_id
				left join account b on b.id = e.on_behalf_of
				where e.case_id = ? order by e.happened_at, e.id
				""").param(caseId).query((row, index) -> {
			boolean open = row.getLong("actor_id") == reader.id()
					|| !reviewerOnly && discloses(row.getString("process"), row.getString("step"), reader)
							&& isAffairOf(reader, row.getObject("organisation_id", Long.class));
			boolean sealed = row.getLong("actor_id") != reader.id()
					&& isSealed(row.getString("process"), row.getString("step"), waiting);
			return new CaseEntry(row.getLong("id"), row.getString("process"), row.getString("step"),
					row.getString("title"), open ? row.getString("actor_name") : null,
					open ? row.getString("behalf_name") : null, row.getTimestamp("happened_at").toInstant(),
					open && !sealed ? row.getString("data") : null);
		}).list();
	}

	private Set<String> openSteps(long caseId) {
		return Set.copyOf(jdbc.sql("select distinct step from inbox_task where case_id = ? and state = 'OPEN'")
			.param(caseId)
			.query(String.class)
			.list());
	}

	private boolean isSealed(String process, String step, Set<String> waiting) {
		return steps.require(process, step).sealedWhile().stream().anyMatch(waiting::contains);
	}

	private boolean discloses(String process, String step, Person reader) {
		return reader.readsEverything() || !steps.require(process, step).isConfidential();
	}

	private static boolean isAffairOf(Person reader, Long organisation) {
		return organisation == null || reader.readsEverything() || reader.organisationId() == organisation;
	}

	private boolean isReviewerOnly(long caseId, Person reader) {
		if (reader.readsEverything()) {
			return false;
		}
		List<Boolean> confidential = jdbc.sql("""
				select distinct c.process, t.step from inbox_task t join process_case c on c.id = t.case_id
				where c.id = :case and (t.assignee_id = :person or t.completed_by = :person or exists (
				  select 1 from inbox_candidate n where n.task_id = t.id and n.group_code in (:groups)))
				""")
			.param("case", caseId)
			.param("person", reader.id())
			.param("groups", Group.codesOf(reader))
			.query((row, index) -> steps.require(row.getString("process"), row.getString("step")).isConfidential())
			.list();
		return !confidential.isEmpty() && confidential.stream().allMatch(Boolean::booleanValue);
	}

}
