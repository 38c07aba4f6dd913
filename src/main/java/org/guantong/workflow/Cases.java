package org.guantong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Substitutions;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Subject;

/** The processes that ran or run, and who may see them. */
@Component
public class Cases {

	private static final String SELECT = """
			select id, process, instance_id, kind, subject_id, code, title, started_at, ended_at, outcome,
			       end_event
			from process_case c
			""";

	private static final String SEEN_BY_PERSON = """
			(:all or exists (
			  select 1 from inbox_task t left join inbox_candidate n on n.task_id = t.id
			  where t.case_id = c.id
			    and (t.assignee_id = :person or t.completed_by = :person or n.group_code in (:groups)
			         or (t.state = 'OPEN' and c.process || '/' || t.step not in (:confidential)
			             and (t.assignee_id in (:absent) or n.group_code in (:absentGroups))))))
			""";

	private final JdbcClient jdbc;

	private final Substitutions substitutions;

	private final StepCatalogue steps;

	Cases(JdbcClient jdbc, Substitutions substitutions, StepCatalogue steps) {
		this.jdbc = jdbc;
		this.substitutions = substitutions;
		this.steps = steps;
	}

	/** The case of a running process instance; it must exist. */
	public Case ofProcess(String process, String businessKey) {
		return jdbc.sql(SELECT + "where process = ? and business_key = ?")
			.params(process, businessKey)
			.query(Cases::read)
			.single();
	}

	/** The case about that thing, if its process was ever started. */
	public Optional<Case> about(String process, Ref subject) {
		return jdbc.sql(SELECT + "where process = ? and business_key = ?")
			.params(process, subject.toString())
			.query(Cases::read)
			.optional();
	}

	/** The case, whoever asks: for those who have checked already. */
	public Case require(long id) {
		return find(id).orElseThrow(() -> new NotFound("case", id));
	}

	/** The case of that id if there is one, whoever asks. */
	public Optional<Case> find(long id) {
		return jdbc.sql(SELECT + "where id = ?").param(id).query(Cases::read).optional();
	}

	/**
	 * The case, for somebody who takes part in it, stands in for one whose turn it is, or
	 * reads everything; {@link NotFound} for all others.
	 */
	public Case visible(Person person, long id) {
		return as(person, jdbc.sql(SELECT + "where id = :id and " + SEEN_BY_PERSON).param("id", id)).query(Cases::read)
			.optional()
			.orElseThrow(() -> new NotFound("case", id));
	}

	/**
	 * Cases this person may see, newest first; all processes when {@code process} is
	 * null.
	 */
	public List<Case> visibleTo(Person person, String process, int page, int size) {
		return as(person,
				jdbc.sql(SELECT + "where (:process::text is null or process = :process) and " + SEEN_BY_PERSON
						+ " order by started_at desc, id desc limit :size offset :offset")
					.param("process", process)
					.param("size", size)
					.param("offset", (long) page * size))
			.query(Cases::read)
			.list();
	}

	public long countVisibleTo(Person person, String process) {
		return as(person, jdbc
			.sql("select count(*) from process_case c where (:process::text is null or process = :process) and "
					+ SEEN_BY_PERSON)
			.param("process", process)).query(Long.class).single();
	}

	/** Cases about one thing that this person may see, oldest first. */
	public List<Case> visibleAbout(Person person, Ref subject) {
		return as(person,
				jdbc.sql(SELECT + "where kind = :kind and subject_id = :subject and " + SEEN_BY_PERSON
						+ " order by started_at, id")
					.param("kind", subject.kind().slug())
					.param("subject", subject.id()))
			.query(Cases::read)
			.list();
	}

	private JdbcClient.StatementSpec as(Person person, JdbcClient.StatementSpec statement) {
		Set<Long> absent = new LinkedHashSet<>(Set.of(-1L));
		Set<String> absentGroups = new LinkedHashSet<>(Set.of(""));
		substitutions.peopleSubstitutedBy(person.id()).forEach((one) -> {
			absent.add(one.id());
			absentGroups.addAll(Group.codesOf(one));
		});
		return statement.param("all", person.readsEverything())
			.param("person", person.id())
			.param("groups", Group.codesOf(person))
			.param("confidential", steps.confidential())
			.param("absent", absent)
			.param("absentGroups", absentGroups);
	}

	static Case read(ResultSet row, int index) throws SQLException {
		return new Case(row.getLong("id"), row.getString("process"), row.getString("instance_id"),
				Subject.of(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id"), row.getString("code"),
						row.getString("title")),
				instant(row.getTimestamp("started_at")), instant(row.getTimestamp("ended_at")),
				row.getString("outcome"), row.getString("end_event"));
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

}
