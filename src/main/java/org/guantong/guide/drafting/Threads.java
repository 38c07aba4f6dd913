package org.guantong.guide.drafting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.DirectionContent;
import org.guantong.identity.Person;

/** The office's remarks about passages of directions, and where the passages are now. */
@Component
public class Threads {

	private final JdbcClient jdbc;

	private final Clock clock;

	Threads(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What one person said. */
	public record Remark(String body, String writtenBy, Instant writtenAt) {
	}

	/**
	 * Remarks about one passage.
	 *
	 * @param quote the passage as it was when the first remark was made
	 * @param passage as it was when it was last found
	 * @param orphaned whether the present text has no such passage any more
	 */
	public record Thread(long id, long directionId, TextField field, int position, String quote, String passage,
			boolean orphaned, String resolvedBy, Instant resolvedAt, List<Remark> remarks) {

		public boolean isResolved() {
			return resolvedAt != null;
		}

		Thread over(List<Passage> passages) {
			Optional<Passage> now = Passage.find(passages, field, position, passage);
			return new Thread(id, directionId, field, now.map(Passage::position).orElse(position), quote,
					now.map(Passage::text).orElse(passage), now.isEmpty(), resolvedBy, resolvedAt, remarks);
		}

	}

	/**
	 * Notes where the passages with remarks stand in a new text; those that are gone stay
	 * as they were, for they may come back.
	 */
	public void follow(long direction, DirectionContent content) {
		List<Passage> passages = Passage.of(content);
		of(direction).forEach((thread) -> Passage.find(passages, thread.field(), thread.position(), thread.passage())
			.ifPresent((now) -> jdbc.sql("update direction_thread set position = ?, passage = ? where id = ?")
				.params(now.position(), now.text(), thread.id())
				.update()));
	}

	/** The threads of a direction as they stand in that text, open ones first. */
	List<Thread> in(long direction, DirectionContent content) {
		List<Passage> passages = Passage.of(content);
		return of(direction).stream().map((thread) -> thread.over(passages)).toList();
	}

	/** How many threads are open, by direction, of those that have any. */
	public Map<Long, Integer> open(List<Long> directions) {
		Map<Long, Integer> open = new LinkedHashMap<>();
		if (!directions.isEmpty()) {
			jdbc.sql("""
					select direction_id, count(*) as n from direction_thread
					where resolved_at is null and direction_id in (:directions) group by direction_id
					""").param("directions", directions).query((row) -> {
				open.put(row.getLong("direction_id"), row.getInt("n"));
			});
		}
		return open;
	}

	long open(long direction, Passage passage, Person actor) {
		return jdbc.sql("""
				insert into direction_thread (direction_id, field, position, quote, passage, opened_by, opened_at)
				values (?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(direction, passage.field().name(), passage.position(), passage.text(), passage.text(), actor.id(),
					now())
			.query(Long.class)
			.single();
	}

	void add(long thread, String body, Person actor) {
		jdbc.sql("insert into direction_remark (thread_id, body, written_by, written_at) values (?, ?, ?, ?)")
			.params(thread, body, actor.id(), now())
			.update();
	}

	/**
	 * @param by null to take it up again
	 */
	void resolve(long thread, Person by) {
		jdbc.sql("update direction_thread set resolved_by = :by, resolved_at = :at where id = :id")
			.param("by", by == null ? null : by.id(), java.sql.Types.BIGINT)
			.param("at", by == null ? null : now(), java.sql.Types.TIMESTAMP)
			.param("id", thread)
			.update();
	}

	Optional<Thread> find(long thread) {
		return threads("where t.id = :id", thread).stream().findFirst();
	}

	/** Who takes part in a thread, and who looks after its direction. */
	List<Long> concerned(long thread) {
		return jdbc.sql("""
				select written_by from direction_remark where thread_id = :id
				union
				select o.officer_id from direction_officer o join direction_thread t on t.direction_id = o.direction_id
				where t.id = :id
				""").param("id", thread).query(Long.class).list();
	}

	private List<Thread> of(long direction) {
		return threads("where t.direction_id = :id", direction);
	}

	private List<Thread> threads(String where, long id) {
		Map<Long, Thread> threads = new LinkedHashMap<>();
		jdbc.sql("""
				select t.*, r.name as resolver, m.body, m.written_at, w.name as writer from direction_thread t
				left join account r on r.id = t.resolved_by
				join direction_remark m on m.thread_id = t.id join account w on w.id = m.written_by
				""" + where + " order by (t.resolved_at is not null), t.id, m.id").param("id", id).query((row) -> {
			Timestamp resolved = row.getTimestamp("resolved_at");
			Thread thread = new Thread(row.getLong("id"), row.getLong("direction_id"),
					TextField.valueOf(row.getString("field")), row.getInt("position"), row.getString("quote"),
					row.getString("passage"), false, row.getString("resolver"),
					resolved == null ? null : resolved.toInstant(), new ArrayList<>());
			threads.computeIfAbsent(thread.id(), (key) -> thread)
				.remarks()
				.add(new Remark(row.getString("body"), row.getString("writer"),
						row.getTimestamp("written_at").toInstant()));
		});
		return List.copyOf(threads.values());
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

}
