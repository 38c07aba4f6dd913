package org.guantong.midterm.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermSettings;
import org.guantong.project.ProjectSight;

/** Looks at all projects under way that the reader may see. */
@Service
@Transactional(readOnly = true)
public class PortfolioService {

	private static final String ROWS = """
			select p.id, p.code, p.title, a.name as pi, o.name as host, f.name as fund, p.state, p.starts_on, p.ends_on,
			       m.milestones, m.due, m.done, b.planned, b.spent, s.behind_limit, s.ahead_limit
			from project p join account a on a.id = p.pi_id join organisation o on o.id = p.host_id
			join guide_direction g on g.id = p.direction_id join round r on r.id = g.round_id
			join joint_fund f on f.id = r.fund_id join field d on d.id = g.field_id
			left join midterm_setting s on s.round_id = r.id
			cross join lateral (select count(*) as milestones, count(*) filter (where t.planned_on <= :today) as due,
			                           count(*) filter (where t.state = 'DONE') as done
			                    from milestone t where t.project_id = p.id and t.state <> 'DROPPED') m
			cross join lateral (select coalesce(sum(l.planned), 0) as planned, coalesce(sum(l.spent), 0) as spent
			                    from budget_line l where l.project_id = p.id) b
			where p.state in ('RUNNING', 'RECTIFYING', 'ADJUSTED')
			  and (cast(:fund as bigint) is null or r.fund_id = :fund)
			  and (cast(:field as text) is null or d.code = :field)
			  and (cast(:year as integer) is null or extract(year from p.starts_on) = :year)
			  and (p.code ilike :pattern or p.title ilike :pattern or a.name ilike :pattern or o.name ilike :pattern)
			  and
			""" + ProjectSight.SEEN;

	private static final Comparator<PortfolioRow> OUTLIERS_FIRST = Comparator.comparing(PortfolioRow::isOutlier)
		.thenComparing(PortfolioRow::distance)
		.reversed()
		.thenComparing(PortfolioRow::code);

	private final JdbcClient jdbc;

	private final Clock clock;

	PortfolioService(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The projects under way that match: a co-funder, host or PI gets its own. */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public Portfolio of(Person actor, PortfolioFilter filter) {
		LocalDate today = LocalDate.now(clock);
		List<PortfolioRow> all = ProjectSight.bind(jdbc.sql(ROWS), actor)
			.param("today", today)
			.param("fund", filter.fundId())
			.param("field", filter.field())
			.param("year", filter.year())
			.param("pattern", filter.pattern())
			.query((row, index) -> row(row, today))
			.list()
			.stream()
			.sorted(OUTLIERS_FIRST)
			.toList();
		return new Portfolio(all, filter.page());
	}

	private static PortfolioRow row(ResultSet row, LocalDate today) throws SQLException {
		return new PortfolioRow(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("pi"),
				row.getString("host"), row.getString("fund"), row.getString("state"), row.getInt("milestones"),
				row.getInt("due"), row.getInt("done"), row.getBigDecimal("planned"), row.getBigDecimal("spent"),
				elapsed(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), today),
				limit(row, "behind_limit", MidtermSettings.DEFAULT.behindLimit()),
				limit(row, "ahead_limit", MidtermSettings.DEFAULT.aheadLimit()));
	}

	/** A round that sets nothing goes by the defaults. */
	private static int limit(ResultSet row, String column, int otherwise) throws SQLException {
		Integer set = row.getObject(column, Integer.class);
		return set == null ? otherwise : set;
	}

	private static BigDecimal elapsed(LocalDate starts, LocalDate ends, LocalDate day) {
		long term = ChronoUnit.DAYS.between(starts, ends) + 1;
		long over = Math.max(0, Math.min(term, ChronoUnit.DAYS.between(starts, day)));
		return BigDecimal.valueOf(over).divide(BigDecimal.valueOf(term), 4, RoundingMode.HALF_UP);
	}

}
