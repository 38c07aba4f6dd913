package org.guantong.midterm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings of each round's mid-term checks. */
@Component
public class MidtermSettingsStore {

	private final JdbcClient jdbc;

	MidtermSettingsStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The settings of a round, or the defaults. */
	public MidtermSettings of(long round) {
		return read("select * from midterm_setting where round_id = ?", round);
	}

	/** The settings of the round a project was granted in. */
	public MidtermSettings ofProject(long project) {
		return read("""
				select s.* from midterm_setting s join guide_direction g on g.round_id = s.round_id
				join project p on p.direction_id = g.id where p.id = ?
				""", project);
	}

	void save(long round, MidtermSettings settings) {
		jdbc.sql("delete from midterm_setting where round_id = ?").param(round).update();
		jdbc.sql("""
				insert into midterm_setting (round_id, endorse_days, review_days, opinion_days, decide_days,
				                             behind_limit, ahead_limit, late_limit, rectifications,
				                             working_days, escalate_days)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(round, settings.endorseDays(), settings.reviewDays(), settings.opinionDays(), settings.decideDays(),
					settings.behindLimit(), settings.aheadLimit(), settings.lateLimit(), settings.rectifications(),
					settings.workingDays(), settings.escalateDays())
			.update();
	}

	private MidtermSettings read(String sql, long id) {
		return jdbc.sql(sql)
			.param(id)
			.query((row, index) -> new MidtermSettings(row.getInt("endorse_days"), row.getInt("review_days"),
					row.getInt("opinion_days"), row.getInt("decide_days"), row.getInt("behind_limit"),
					row.getInt("ahead_limit"), row.getInt("late_limit"), row.getInt("rectifications"),
					row.getBoolean("working_days"), row.getInt("escalate_days")))
			.optional()
			.orElse(MidtermSettings.DEFAULT);
	}

}
