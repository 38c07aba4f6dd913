package org.guantong.midterm.summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermState;

/** Adds a season up; cancelled checks are none. */
@Component
class SeasonSummaries {

	private static final String FROM = """
			from midterm_check c join project p on p.id = c.project_id join organisation o on o.id = p.host_id
			join guide_direction g on g.id = p.direction_id join field d on d.id = g.field_id
			join round r on r.id = g.round_id
			where r.fund_id = :fund and c.season = :season and c.state <> 'CANCELLED'
			""";

	private static final String GROUP = """
			select %s as name, count(*) as checks,
			       count(*) filter (where c.state not in ('REPORTING', 'ENDORSING', 'ASSIGNING', 'REVIEWING', 'DECIDING',
			                                              'CONFIRMING', 'RECTIFYING')) as ended,
			       count(*) filter (where exists (select 1 from midterm_figure f
			                                      where f.check_id = c.id and f.flag <> 'NONE')) as flagged
			""";

	private final JdbcClient jdbc;

	SeasonSummaries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	SeasonSummary of(long fund, String name, int season) {
		return new SeasonSummary(name, season, states(fund, season), grades(fund, season), lines(fund, season),
				groups("d.name", "min(d.position)", fund, season), groups("o.name", "o.name", fund, season),
				projects(fund, season));
	}

	private Map<MidtermState, Integer> states(long fund, int season) {
		Map<MidtermState, Integer> states = new EnumMap<>(MidtermState.class);
		bound("select c.state, count(*) as many " + FROM + " group by c.state", fund, season).query((row) -> {
			states.put(MidtermState.valueOf(row.getString("state")), row.getInt("many"));
		});
		return states;
	}

	/** Grades without a word of who gave them. */
	private Map<String, Map<String, Integer>> grades(long fund, int season) {
		Map<String, Map<String, Integer>> grades = new TreeMap<>();
		bound("select v.side, v.grade, count(*) as many from midterm_review v where v.grade is not null and v.check_id in "
				+ "(select c.id " + FROM + ") group by v.side, v.grade", fund, season)
			.query((row) -> {
				grades.computeIfAbsent(row.getString("side"), (side) -> new TreeMap<>())
					.put(row.getString("grade"), row.getInt("many"));
			});
		return grades;
	}

	private List<SeasonSummary.Line> lines(long fund, int season) {
		return bound("""
				select s.name, s.name_en, sum(b.planned) as planned, sum(b.spent) as spent from budget_line b
				join budget_scheme_line s on s.id = b.scheme_line_id
				where b.project_id in (select c.project_id
				""" + FROM + ") group by s.name, s.name_en order by min(s.position), s.name", fund, season)
			.query((row, index) -> new SeasonSummary.Line(row.getString("name"), row.getString("name_en"),
					row.getBigDecimal("planned"), row.getBigDecimal("spent")))
			.list();
	}

	private List<SeasonSummary.Group> groups(String by, String order, long fund, int season) {
		return bound(GROUP.formatted(by) + FROM + " group by " + by + " order by " + order, fund, season)
			.query((row, index) -> new SeasonSummary.Group(row.getString("name"), row.getInt("checks"),
					row.getInt("ended"), row.getInt("flagged")))
			.list();
	}

	private List<SeasonSummary.Project> projects(long fund, int season) {
		return bound("""
				select p.code, p.title, o.name as host, c.state,
				       coalesce((select sum(b.planned) from budget_line b where b.project_id = p.id), 0) as planned,
				       coalesce((select sum(b.spent) from budget_line b where b.project_id = p.id), 0) as spent,
				       (select count(*) from midterm_figure f where f.check_id = c.id and f.flag <> 'NONE') as flags,
				       coalesce((select n.remarks from midterm_decision n where n.check_id = c.id
				                 and n.issued_at is not null order by n.id desc limit 1), '') as remarks
				""" + FROM + " order by p.code", fund, season)
			.query((row, index) -> new SeasonSummary.Project(row.getString("code"), row.getString("title"),
					row.getString("host"), MidtermState.valueOf(row.getString("state")), row.getBigDecimal("planned"),
					row.getBigDecimal("spent"), row.getInt("flags"), row.getString("remarks")))
			.list();
	}

	private JdbcClient.StatementSpec bound(String sql, long fund, int season) {
		return jdbc.sql(sql).param("fund", fund).param("season", season);
	}

}
