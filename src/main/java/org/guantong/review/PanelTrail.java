package org.guantong.review;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.review.TrailEntry.Act;

/** The record of what happened to panels, person by person. */
@Component
class PanelTrail {

	private final JdbcClient jdbc;

	private final Clock clock;

	PanelTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** About the panel as a whole. */
	void add(long panel, Act act, Person actor, String note) {
		add(panel, act, null, null, actor, note);
	}

	/**
	 * @param other in whose place; null for nobody's
	 * @param actor null for the system
	 */
	void add(long panel, Act act, Long expert, Long other, Person actor, String note) {
		jdbc.sql("""
				insert into panel_trail (panel_id, act, expert_id, other_id, actor_id, note, at)
				values (:panel, :act, :expert, :other, :actor, :note, :at)
				""")
			.param("panel", panel)
			.param("act", act.name())
			.param("expert", expert, Types.BIGINT)
			.param("other", other, Types.BIGINT)
			.param("actor", actor == null ? null : actor.id(), Types.BIGINT)
			.param("note", note == null ? "" : note)
			.param("at", Timestamp.from(clock.instant()))
			.update();
	}

	/** What happened, the first first. */
	List<TrailEntry> of(long panel) {
		return jdbc.sql("""
				select t.act, e.name as expert, r.name as other, a.name as actor, t.note, t.at from panel_trail t
				left join account e on e.id = t.expert_id left join account r on r.id = t.other_id
				left join account a on a.id = t.actor_id where t.panel_id = ? order by t.id
				""")
			.param(panel)
			.query((row, index) -> new TrailEntry(Act.valueOf(row.getString("act")), row.getString("expert"),
					row.getString("other"), row.getString("actor"), row.getString("note"),
					row.getTimestamp("at").toInstant()))
			.list();
	}

}
