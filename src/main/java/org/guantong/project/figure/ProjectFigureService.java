package org.guantong.project.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectService;

/** Reckons a project's figures for whoever may see it. */
@Service
@Transactional(readOnly = true)
public class ProjectFigureService {

	private final ProjectService projects;

	private final JdbcClient jdbc;

	private final Clock clock;

	ProjectFigureService(ProjectService projects, JdbcClient jdbc, Clock clock) {
		this.projects = projects;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The figures of one project.
	 * @throws org.guantong.shared.NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	public ProjectFigures of(Person actor, long id) {
		ProjectDetail detail = projects.detail(actor, id);
		return new ProjectFigures(detail, months(detail));
	}

	private List<SpendingMonth> months(ProjectDetail detail) {
		Project project = detail.project();
		LocalDate today = LocalDate.now(clock);
		YearMonth last = YearMonth.from(today.isBefore(project.endsOn()) ? today : project.endsOn());
		Map<YearMonth, BigDecimal> spent = spent(project.id());
		List<SpendingMonth> months = new ArrayList<>();
		BigDecimal total = BigDecimal.ZERO;
		for (YearMonth month = YearMonth.from(project.startsOn()); !month.isAfter(last); month = month.plusMonths(1)) {
			BigDecimal now = spent.getOrDefault(month, BigDecimal.ZERO);
			total = total.add(now);
			BigDecimal even = detail.budget()
				.planned()
				.multiply(project.elapsed(month.atEndOfMonth().plusDays(1)))
				.setScale(2, RoundingMode.HALF_UP);
			months.add(new SpendingMonth(month, now, total, even));
		}
		return months;
	}

	private Map<YearMonth, BigDecimal> spent(long project) {
		Map<YearMonth, BigDecimal> spent = new HashMap<>();
		jdbc.sql("""
				select to_char(e.spent_on, 'YYYY-MM') as month, sum(e.amount) as amount from expenditure e
				join budget_line b on b.id = e.line_id where b.project_id = ? group by 1
				""").param(project).query((row) -> {
			spent.put(YearMonth.parse(row.getString("month")), row.getBigDecimal("amount"));
		});
		return spent;
	}

}
