package org.guantong.achievement.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.achievement.Closure;
import org.guantong.achievement.ClosureState;
import org.guantong.workflow.FormData;

/** Writes what the steps of a closure decide. */
@Component
class ClosureFile {

	private final JdbcClient jdbc;

	private final Clock clock;

	ClosureFile(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a report: it replaces whatever an earlier one said, its achievements
	 * included.
	 */
	void submit(Closure closure, FormData form) {
		jdbc.sql("""
				update closure set state = 'SUBMITTED', attempt = attempt + 1, summary = ?, return_reasons = null,
				       host_opinion = null, review_due_at = null, version = version + 1 where id = ?
				""").params(form.text("summary"), closure.id()).update();
		jdbc.sql("delete from closure_indicator where closure_id = ?").param(closure.id()).update();
		jdbc.sql("delete from closure_account where closure_id = ?").param(closure.id()).update();
		jdbc.sql("delete from achievement where closure_id = ?").param(closure.id()).update();
		int position = 0;
		for (FormData row : form.rows("indicators")) {
			jdbc.sql("insert into closure_indicator values (?, ?, ?, ?, ?, ?)")
				.params(closure.id(), ++position, row.text("name"), row.text("target"), row.text("achieved"),
						row.text("met"))
				.update();
		}
		position = 0;
		for (FormData row : form.rows("accounts")) {
			jdbc.sql("insert into closure_account values (?, ?, ?, ?, ?)")
				.params(closure.id(), ++position, row.text("line"), row.number("budget"), row.number("spent"))
				.update();
		}
		position = 0;
		for (FormData row : form.rows("achievements")) {
			addAchievement(closure, closure.code() + "-" + ++position, row);
		}
	}

	private void addAchievement(Closure closure, String code, FormData row) {
		jdbc.sql(
				"""
						insert into achievement (code, project_id, closure_id, title, keywords, form, nature, originality, stage,
						                         trl, intention, preferred_mode, potential_value, description)
						values (:code, :project, :closure, :title, :keywords, :form, :nature, :originality, :stage,
						        :trl, :intention, :mode, :value, :description)
						""")
			.param("code", code)
			.param("project", closure.projectId())
			.param("closure", closure.id())
			.param("title", row.text("title"))
			.param("keywords", String.join("、", row.text("keywords").split("\\s*[、，,;；]\\s*")))
			.param("form", row.text("form"))
			.param("nature", row.text("nature"))
			.param("originality", row.text("originality"))
			.param("stage", row.text("stage"))
			.param("trl", Integer.valueOf(row.text("trl")))
			.param("intention", row.text("intention"))
			.param("mode", row.text("mode"))
			.param("value", row.text("potentialValue"))
			.param("description", row.text("description"))
			.update();
	}

	void endorse(long closure, String opinion) {
		jdbc.sql("update closure set state = 'ENDORSED', host_opinion = ?, version = version + 1 where id = ?")
			.params(opinion, closure)
			.update();
	}

	/** Gives the report back to the PI, who has until that day at least. */
	void giveBack(long closure, String reasons, LocalDate until) {
		jdbc.sql("""
				update closure set state = 'OPEN', return_reasons = ?, due_on = greatest(due_on, ?),
				       version = version + 1 where id = ?
				""").params(reasons, until, closure).update();
	}

	void ask(Closure closure, List<String> experts, Instant until) {
		experts.stream()
			.distinct()
			.forEach(
					(expert) -> jdbc.sql("insert into closure_review (closure_id, attempt, expert_id) values (?, ?, ?)")
						.params(closure.id(), closure.attempt(), Long.valueOf(expert))
						.update());
		jdbc.sql("update closure set state = 'IN_REVIEW', review_due_at = ?, version = version + 1 where id = ?")
			.params(Timestamp.from(until), closure.id())
			.update();
	}

	void review(Closure closure, long expert, FormData form) {
		jdbc.sql("""
				update closure_review set conclusion = ?, comments = ?, submitted_at = ?
				where closure_id = ? and attempt = ? and expert_id = ?
				""")
			.params(form.text("conclusion"), form.text("comments"), Timestamp.from(clock.instant()), closure.id(),
					closure.attempt(), expert)
			.update();
	}

	void remark(long closure, String remarks) {
		jdbc.sql("update closure set verdict_remarks = ?, version = version + 1 where id = ?")
			.params(remarks, closure)
			.update();
	}

	/** Ends the closure; what was reported in one that is not accepted is withdrawn. */
	void end(Closure closure, ClosureState state) {
		jdbc.sql("update closure set state = ?, ended_at = ?, version = version + 1 where id = ?")
			.params(state.name(), Timestamp.from(clock.instant()), closure.id())
			.update();
		if (state == ClosureState.NOT_ACCEPTED) {
			jdbc.sql("update achievement set state = 'WITHDRAWN', version = version + 1 where closure_id = ?")
				.param(closure.id())
				.update();
		}
	}

	/** Marks the project itself as closed. */
	void closeProject(long project) {
		jdbc.sql("update project set state = 'CLOSED', version = version + 1 where id = ?").param(project).update();
	}

	/** The experts asked about the present report. */
	List<Long> experts(long closure) {
		return jdbc.sql("""
				select r.expert_id from closure_review r join closure c on c.id = r.closure_id and c.attempt = r.attempt
				where c.id = ? order by r.expert_id
				""").param(closure).query(Long.class).list();
	}

}
