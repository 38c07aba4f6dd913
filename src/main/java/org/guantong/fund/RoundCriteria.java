package org.guantong.fund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the directions of each round are judged by. */
@Component
public class RoundCriteria {

	private final JdbcClient jdbc;

	RoundCriteria(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The criteria of a round in their order; their weights add up to 100. */
	public List<Criterion> of(long roundId) {
		return jdbc.sql("""
				select id, code, name, name_en, weight, description, description_en from round_criterion
				where round_id = ? order by position
				""").param(roundId).query(RoundCriteria::read).list();
	}

	/** Those a round begins with unless an officer says otherwise. */
	public List<Criterion> standard() {
		return jdbc.sql("""
				select null::bigint as id, code, name, name_en, weight, description, description_en
				from standard_criterion order by position
				""").query(RoundCriteria::read).list();
	}

	/**
	 * Puts these in place of the round's, keeping the ids of those whose code stays.
	 * @throws org.springframework.dao.DataAccessException when one that is left out has
	 * been used, or the weights do not add up to 100
	 */
	void replace(long roundId, List<Criterion> criteria) {
		jdbc.sql("delete from round_criterion where round_id = :round and not code = any (:codes)")
			.param("round", roundId)
			.param("codes", criteria.stream().map(Criterion::code).toArray(String[]::new))
			.update();
		for (int i = 0; i < criteria.size(); i++) {
			write(roundId, i + 1, criteria.get(i));
		}
	}

	private void write(long roundId, int position, Criterion criterion) {
		jdbc.sql(
				"""
						insert into round_criterion (round_id, code, position, name, name_en, weight, description, description_en)
						values (:round, :code, :position, :name, :nameEn, :weight, :description, :descriptionEn)
						on conflict (round_id, code) do update set position = excluded.position, name = excluded.name,
						    name_en = excluded.name_en, weight = excluded.weight, description = excluded.description,
						    description_en = excluded.description_en
						""")
			.param("round", roundId)
			.param("code", criterion.code())
			.param("position", position)
			.param("name", criterion.name())
			.param("nameEn", criterion.nameEn())
			.param("weight", criterion.weight())
			.param("description", criterion.description())
			.param("descriptionEn", criterion.descriptionEn())
			.update();
	}

	private static Criterion read(ResultSet row, int index) throws SQLException {
		return new Criterion(row.getObject("id", Long.class), row.getString("code"), row.getString("name"),
				row.getString("name_en"), row.getInt("weight"), row.getString("description"),
				row.getString("description_en"));
	}

}
