package org.guantong.question;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.question.QuestionDemands.Source;

/** A round's accepted demands with what became of each, as distilling sees them. */
@Repository
public class RoundDemands {

	private final JdbcClient jdbc;

	RoundDemands(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * One accepted demand: part of a question, set aside for a reason, or waiting.
	 *
	 * @param questionState null unless it is part of a question
	 * @param asideReason null unless it was set aside
	 */
	public record Item(Source source, Long questionId, String questionCode, String questionTitle,
			ScientificQuestion.State questionState, String asideReason) {

		public long id() {
			return source.id();
		}

		public boolean isWaiting() {
			return questionId == null && asideReason == null;
		}

	}

	/**
	 * How far a round's demands are settled.
	 *
	 * @param settled accepted demands with a question or a reason
	 * @param total accepted demands
	 * @param unchecked demands that the office has not decided on yet
	 * @param unfinished questions that are neither agreed nor set aside
	 */
	public record Progress(long settled, long total, long unchecked, long unfinished) {

		/** 0 to 100, rounded down, so that only all is 100. */
		public long percent() {
			return total == 0 ? 0 : settled * 100 / total;
		}

		public boolean isComplete() {
			return settled == total && unchecked == 0 && unfinished == 0;
		}

	}

	/** The round's accepted demands, by code. */
	public List<Item> of(long roundId) {
		return jdbc
			.sql("""
					select d.id, d.code, d.title, d.difficulties, d.background, d.gap, d.proposed_question, d.co_funder_id,
					       o.name as co_funder_name, d.field_id, d.unit, q.id as question_id, q.code as question_code,
					       q.title as question_title, q.state as question_state, a.reason as aside_reason
					from demand d join organisation o on o.id = d.co_funder_id
					left join question_demand x on x.demand_id = d.id left join scientific_question q on q.id = x.question_id
					left join demand_aside a on a.demand_id = d.id
					where d.round_id = ? and d.state = 'ACCEPTED' order by d.code
					""")
			.param(roundId)
			.query((row, index) -> {
				String state = row.getString("question_state");
				Source source = new Source(row.getLong("id"), row.getString("code"), row.getString("title"),
						row.getString("difficulties"), row.getString("background"), row.getString("gap"),
						row.getString("proposed_question"), row.getLong("co_funder_id"),
						row.getString("co_funder_name"), row.getLong("field_id"), row.getString("unit"));
				return new Item(source, row.getObject("question_id", Long.class), row.getString("question_code"),
						row.getString("question_title"), state == null ? null : ScientificQuestion.State.valueOf(state),
						row.getString("aside_reason"));
			})
			.list();
	}

	public Progress progress(long roundId) {
		return jdbc.sql("""
				select count(*) filter (where d.state = 'ACCEPTED' and
				         (exists (select 1 from question_demand q where q.demand_id = d.id)
				          or exists (select 1 from demand_aside a where a.demand_id = d.id))) as settled,
				       count(*) filter (where d.state = 'ACCEPTED') as total,
				       count(*) filter (where d.state in ('SUBMITTED', 'SIGNED', 'RETURNED')) as unchecked,
				       (select count(*) from scientific_question s
				         where s.round_id = :round and s.state in ('DRAFT', 'CONSULTING')) as unfinished
				from demand d where d.round_id = :round
				""").param("round", roundId).query(Progress.class).single();
	}

}
