package org.guantong.workflow.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Stale;

/**
 * What a person has typed into a task and not yet sent, as typed: it need not be valid.
 */
@Component
public class Drafts {

	private static final TypeReference<Map<String, Object>> INPUT = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * @param version counts the saves, from 1
	 */
	public record Draft(Map<String, Object> input, int version, Instant savedAt) {
	}

	public Optional<Draft> find(String taskId, long account) {
		return jdbc.sql("select data, version, saved_at from task_draft where task_id = ? and account_id = ?")
			.params(taskId, account)
			.query((row, index) -> new Draft(parse(row.getString("data")), row.getInt("version"),
					row.getTimestamp("saved_at").toInstant()))
			.optional();
	}

	/**
	 * Keeps the input in place of what was kept before.
	 * @param version the version the writer started from, 0 for none; null to write
	 * whatever stands there
	 * @return the new version
	 * @throws Stale when another tab saved in between
	 */
	public int save(String taskId, long account, Map<String, Object> input, Integer version) {
		return jdbc
			.sql("""
					insert into task_draft (task_id, account_id, data, saved_at) values (:task, :account, :data::jsonb, :now)
					on conflict (task_id, account_id) do update
					set data = excluded.data, saved_at = excluded.saved_at, version = task_draft.version + 1
					where cast(:version as integer) is null or task_draft.version = :version
					returning version
					""")
			.param("task", taskId)
			.param("account", account)
			.param("data", write(input))
			.param("version", version)
			.param("now", Timestamp.from(clock.instant()))
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new Stale("workflow.stale.draft"));
	}

	public void discard(String taskId) {
		jdbc.sql("delete from task_draft where task_id = ?").param(taskId).update();
	}

	private Map<String, Object> parse(String text) {
		try {
			return json.readValue(text, INPUT);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String write(Map<String, Object> input) {
		try {
			return json.writeValueAsString(input);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
