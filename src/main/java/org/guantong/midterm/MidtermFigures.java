package org.guantong.midterm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The computed figures of each check. */
@Component
public class MidtermFigures {

	private final JdbcClient jdbc;

	MidtermFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Money first, then milestones, indicators and changes, each in order. */
	public List<MidtermFigure> of(long check) {
		return jdbc.sql("""
				select * from midterm_figure where check_id = ?
				order by array_position(array['PROJECT', 'LINE', 'MILESTONE', 'INDICATOR', 'CHANGE'], kind), position
				""").param(check).query(MidtermFigures::figure).list();
	}

	public MidtermFigure require(long id) {
		return jdbc.sql("select * from midterm_figure where id = ?").param(id).query(MidtermFigures::figure).single();
	}

	/** Puts these in place of those before. */
	public void replace(long check, List<MidtermFigure> figures) {
		jdbc.sql("delete from midterm_figure where check_id = ?").param(check).update();
		figures.forEach((figure) -> jdbc.sql("""
				insert into midterm_figure (check_id, kind, position, name, name_en, planned, spent, elapsed, days_late,
				                            wanting)
				values (:check, :kind, :position, :name, :nameEn, :planned, :spent, :elapsed, :late, :wanting)
				""")
			.param("check", check)
			.param("kind", figure.kind())
			.param("position", figure.position())
			.param("name", figure.name())
			.param("nameEn", figure.nameEn())
			.param("planned", figure.planned(), Types.NUMERIC)
			.param("spent", figure.spent(), Types.NUMERIC)
			.param("elapsed", figure.elapsed())
			.param("late", figure.daysLate())
			.param("wanting", figure.wanting())
			.update());
	}

	public void flag(long id, String flag) {
		jdbc.sql("update midterm_figure set flag = ? where id = ?").params(flag, id).update();
	}

	private static MidtermFigure figure(ResultSet row, int index) throws SQLException {
		return new MidtermFigure(row.getLong("id"), row.getString("kind"), row.getInt("position"),
				row.getString("name"), row.getString("name_en"), row.getBigDecimal("planned"),
				row.getBigDecimal("spent"), row.getBigDecimal("elapsed"), row.getInt("days_late"),
				row.getBoolean("wanting"), row.getString("flag"));
	}

}
