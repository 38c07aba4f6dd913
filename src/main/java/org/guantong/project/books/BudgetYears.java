package org.guantong.project.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Budgets year by year as they are kept; who may see which is for callers to ask. */
@Component
public class BudgetYears {

	private final JdbcClient jdbc;

	BudgetYears(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every line in every year of the project's term, years first. */
	List<LineYear> of(long project) {
		return jdbc.sql("""
				select b.id, s.code, s.name, s.name_en, y.year, k.planned,
				       (select coalesce(sum(r.amount), 0) from receipt r
				        where r.line_id = b.id and extract(year from r.received_on) = y.year) as received,
				       (select coalesce(sum(c.amount), 0) from commitment c where c.line_id = b.id
				        and c.settled is null and extract(year from c.signed_on) = y.year) as committed,
				       (select coalesce(sum(e.amount), 0) from expenditure e
				        where e.line_id = b.id and extract(year from e.spent_on) = y.year) as spent
				from budget_line b join project p on p.id = b.project_id
				join budget_scheme_line s on s.id = b.scheme_line_id
				cross join lateral generate_series(cast(extract(year from p.starts_on) as integer),
				                                   cast(extract(year from p.ends_on) as integer)) as y (year)
				left join budget_line_year k on k.line_id = b.id and k.year = y.year
				where b.project_id = ? order by y.year, s.position
				""")
			.param(project)
			.query((row, index) -> new LineYear(row.getLong("id"), row.getString("code"), row.getString("name"),
					row.getString("name_en"), row.getInt("year"), row.getBigDecimal("planned"),
					row.getBigDecimal("received"), row.getBigDecimal("committed"), row.getBigDecimal("spent")))
			.list();
	}

	/** Puts a plan by year in the place of the one before. */
	void plan(long line, Map<Integer, BigDecimal> years) {
		jdbc.sql("delete from budget_line_year where line_id = ?").param(line).update();
		years.forEach(
				(year, planned) -> jdbc.sql("insert into budget_line_year (line_id, year, planned) values (?, ?, ?)")
					.params(line, year, planned)
					.update());
	}

	/**
	 * A line that lost money loses it in its last years first; one that got some gets it
	 * in the year given, or its last.
	 */
	void moved(long from, long to, BigDecimal amount, int year) {
		BigDecimal rest = amount;
		for (Map.Entry<Integer, BigDecimal> one : years(from, "desc").entrySet()) {
			BigDecimal taken = rest.min(one.getValue());
			rest = rest.subtract(taken);
			add(from, one.getKey(), taken.negate());
		}
		List<Integer> open = List.copyOf(years(to, "asc").keySet());
		if (!open.isEmpty()) {
			add(to, open.contains(year) ? year : open.get(open.size() - 1), amount);
		}
	}

	private Map<Integer, BigDecimal> years(long line, String order) {
		Map<Integer, BigDecimal> years = new java.util.LinkedHashMap<>();
		jdbc.sql("select year, planned from budget_line_year where line_id = ? order by year " + order)
			.param(line)
			.query((row) -> {
				years.put(row.getInt("year"), row.getBigDecimal("planned"));
			});
		return years;
	}

	private void add(long line, int year, BigDecimal amount) {
		jdbc.sql("update budget_line_year set planned = planned + ? where line_id = ? and year = ?")
			.params(amount, line, year)
			.update();
	}

}
