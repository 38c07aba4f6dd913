package org.guantong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Substitutions;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Subject;

/**
 * Who has to do what. A person sees what is theirs, what is open to their groups, and the
 * same of those they stand in for; review tasks are not handed to substitutes, because
 * nobody may review by proxy (domain, section 3).
 */
@Component
public class Inbox {

	static final String SELECT = """
			select t.id, t.case_id, c.process, t.step, t.title, t.kind, t.subject_id, t.code, t.subject_title,
			       t.assignee_id, a.name as assignee_name, t.state, t.created_at, t.due_at, t.ended_at, t.completed_by,
			       (select string_agg(n.group_code, ',' order by n.group_code) from inbox_candidate n
			         where n.task_id = t.id) as groups
			from inbox_task t join process_case c on c.id = t.case_id left join account a on a.id = t.assignee_id
			""";

	private static final String HELD = """
			(t.assignee_id = :person
			 or (t.assignee_id is null and exists (
			       select 1 from inbox_candidate n where n.task_id = t.id and n.group_code in (:groups)))
			 or (c.process || '/' || t.step not in (:confidential) and (
			       t.assignee_id in (:absent)
			       or (t.assignee_id is null and exists (
			             select 1 from inbox_candidate n
			             where n.task_id = t.id and n.group_code in (:absentGroups))))))
			""";

	private static final String FILTERED = """
			t.state = 'OPEN' and
			""" + HELD + """
			and case :filter
			  when 'MINE' then t.assignee_id = :person
			  when 'GROUP' then t.assignee_id is null
			  when 'DUE' then t.due_at >= :now and t.due_at < :soon
			  when 'OVERDUE' then t.due_at < :now
			  else true end
			""";

	private final JdbcClient jdbc;

	private final Substitutions substitutions;

	private final StepCatalogue steps;

	private final Clock clock;

	Inbox(JdbcClient jdbc, Substitutions substitutions, StepCatalogue steps, Clock clock) {
		this.jdbc = jdbc;
		this.substitutions = substitutions;
		this.steps = steps;
		this.clock = clock;
	}

	/** Open tasks of this person, the most urgent first. */
	public List<InboxItem> list(Person person, InboxFilter filter, int page, int size) {
		return held(
				jdbc.sql(SELECT + "where " + FILTERED
						+ " order by t.due_at nulls last, t.created_at, t.id limit :size offset :offset"),
				person, filter)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(Inbox::read)
			.list();
	}

	public long count(Person person, InboxFilter filter) {
		return held(jdbc.sql("""
				select count(*) from inbox_task t join process_case c on c.id = t.case_id where
				""" + FILTERED), person, filter).query(Long.class).single();
	}

	/** The task, open or not, if it was ever this person's to see. */
	public Optional<InboxItem> find(Person person, String id) {
		return byId(id).filter((item) -> mayRead(person, item));
	}

	/** The task, whoever asks: for those who have checked already. */
	public Optional<InboxItem> byId(String id) {
		return jdbc.sql(SELECT + "where t.id = ?").param(id).query(Inbox::read).optional();
	}

	/** What is open in a case, for "what happens next". */
	public List<InboxItem> openIn(long caseId) {
		return jdbc.sql(SELECT + "where t.case_id = ? and t.state = 'OPEN' order by t.created_at, t.id")
			.param(caseId)
			.query(Inbox::read)
			.list();
	}

	/**
	 * The open tasks of one step about one thing, e.g. to send their holders to the right
	 * page.
	 */
	public List<InboxItem> openAbout(String step, Ref subject) {
		return jdbc
			.sql(SELECT + "where t.step = ? and t.kind = ? and t.subject_id = ? and t.state = 'OPEN' order by t.id")
			.params(step, subject.kind().slug(), subject.id())
			.query(Inbox::read)
			.list();
	}

	/** All open tasks about those things, by the id of the thing. */
	public Map<Long, List<InboxItem>> openAbout(Kind kind, Collection<Long> subjects) {
		if (subjects.isEmpty()) {
			return Map.of();
		}
		return jdbc.sql(SELECT + """
				where t.kind = :kind and t.subject_id in (:subjects) and t.state = 'OPEN' order by t.created_at, t.id
				""")
			.param("kind", kind.slug())
			.param("subjects", subjects)
			.query(Inbox::read)
			.list()
			.stream()
			.collect(Collectors.groupingBy((item) -> item.subject().id(), LinkedHashMap::new, Collectors.toList()));
	}

	/**
	 * Whether this person may work on the task: it is theirs, or open to them, or that of
	 * somebody they stand in for.
	 */
	boolean mayHold(Person person, InboxItem item) {
		return isHeldBy(person, item) || heldFor(person, item).isPresent();
	}

	/** On whose behalf this person would do the task; empty when it is their own. */
	Optional<Person> heldFor(Person person, InboxItem item) {
		if (isHeldBy(person, item) || steps.require(item.process(), item.step()).isConfidential()) {
			return Optional.empty();
		}
		return substitutions.peopleSubstitutedBy(person.id())
			.stream()
			.filter((absent) -> isHeldBy(absent, item))
			.findFirst();
	}

	boolean isOffered(Person person, InboxItem item) {
		return item.groups() != null
				&& List.of(item.groups().split(",")).stream().anyMatch(Group.codesOf(person)::contains);
	}

	private boolean isHeldBy(Person person, InboxItem item) {
		return item.assigneeId() == null ? isOffered(person, item) : item.assigneeId() == person.id();
	}

	private boolean mayRead(Person person, InboxItem item) {
		return person.readsEverything() || mayHold(person, item) || isOffered(person, item)
				|| (item.completedBy() != null && item.completedBy() == person.id());
	}

	private JdbcClient.StatementSpec held(JdbcClient.StatementSpec statement, Person person, InboxFilter filter) {
		Set<Long> absent = new LinkedHashSet<>(Set.of(-1L));
		Set<String> absentGroups = new LinkedHashSet<>(Set.of(""));
		substitutions.peopleSubstitutedBy(person.id()).forEach((one) -> {
			absent.add(one.id());
			absentGroups.addAll(Group.codesOf(one));
		});
		Instant now = clock.instant();
		return statement.param("groups", Group.codesOf(person))
			.param("absent", absent)
			.param("absentGroups", absentGroups)
			.param("confidential", steps.confidential())
			.param("filter", filter.name())
			.param("person", person.id())
			.param("now", Timestamp.from(now))
			.param("soon", Timestamp.from(now.plus(Duration.ofDays(7))));
	}

	static InboxItem read(ResultSet row, int index) throws SQLException {
		return new InboxItem(row.getString("id"), row.getLong("case_id"), row.getString("process"),
				row.getString("step"), row.getString("title"),
				Subject.of(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id"), row.getString("code"),
						row.getString("subject_title")),
				row.getObject("assignee_id", Long.class), row.getString("assignee_name"),
				InboxItem.State.valueOf(row.getString("state")), instant(row, "created_at"), instant(row, "due_at"),
				instant(row, "ended_at"), row.getObject("completed_by", Long.class), row.getString("groups"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return timestamp == null ? null : timestamp.toInstant();
	}

}
