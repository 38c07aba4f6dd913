package org.guantong.guide;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** The panels of a round's directions that the office has still to confirm. */
@Component
public class RoundPanels {

	private final JdbcClient jdbc;

	RoundPanels(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A proposal that waits for the office. For the office's eyes.
	 *
	 * @param size places to be filled
	 * @param chosen the experts proposed to be invited, each with the organisation
	 * @param affinity mean fit of those, 0 to 1
	 * @param reserves how many stand in reserve
	 * @param shortfall why places are open; null when none are
	 */
	public record Awaiting(Subject direction, long panelId, String taskId, int size, List<String> chosen,
			double affinity, int reserves, String shortfall) {
	}

	/** By field and code. */
	List<Awaiting> awaiting(long round) {
		return jdbc.sql("""
				select g.id, g.code, g.title, p.id as panel, p.size, p.shortfall, t.id as task,
				       array(select a.name || '（' || o.name || '）' from panel_member m
				         join account a on a.id = m.expert_id join organisation o on o.id = a.organisation_id
				         where m.panel_id = p.id and m.state = 'PROPOSED' and m.chosen order by m.position) as chosen,
				       (select coalesce(avg(m.affinity), 0) from panel_member m
				         where m.panel_id = p.id and m.state = 'PROPOSED' and m.chosen) as affinity,
				       (select count(*) from panel_member m
				         where m.panel_id = p.id and m.state = 'PROPOSED' and not m.chosen) as reserves
				from guide_direction g join field f on f.id = g.field_id
				join panel p on p.kind = 'guide-direction' and p.subject_id = g.id and p.purpose = 'TECHNICAL'
				join inbox_task t on t.kind = p.kind and t.subject_id = g.id and t.step = 'confirmPanel'
				  and t.state = 'OPEN'
				where g.round_id = ? order by f.position, g.code
				""")
			.param(round)
			.query((row, index) -> new Awaiting(
					Subject.of(Kind.GUIDE_DIRECTION, row.getLong("id"), row.getString("code"), row.getString("title")),
					row.getLong("panel"), row.getString("task"), row.getInt("size"), texts(row.getArray("chosen")),
					row.getDouble("affinity"), row.getInt("reserves"), row.getString("shortfall")))
			.list();
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

}
