package org.guantong.project.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Project;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectSight;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/** Shows a budget year by year, and plans it so. */
@Service
@Transactional
public class BudgetYearService {

	private final BudgetYears years;

	private final Budgets budgets;

	private final ProjectSight sight;

	private final ProjectPermissions permissions;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	BudgetYearService(BudgetYears years, Budgets budgets, ProjectSight sight, ProjectPermissions permissions,
			AuditTrail audit, JdbcClient jdbc) {
		this.years = years;
		this.budgets = budgets;
		this.sight = sight;
		this.permissions = permissions;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/**
	 * Planned, received, committed and spent by year and line.
	 * @return by year in order, the lines of each in the order of their scheme
	 * @throws org.guantong.shared.NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public Map<Integer, List<LineYear>> of(Person actor, long projectId) {
		Map<Integer, List<LineYear>> found = new TreeMap<>();
		years.of(sight.require(actor, projectId).id())
			.forEach((one) -> found.computeIfAbsent(one.year(), (year) -> new ArrayList<>()).add(one));
		return found;
	}

	/**
	 * Plans every line by year, in place of what was planned before.
	 * @param wanted amounts in 元 by {@code <line code>-<year>}; what is left out is 0
	 * @throws InvalidInput naming every amount that cannot be taken, and each line whose
	 * years do not add up to its plan
	 * @throws Stale when the project has ended
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public void plan(Person actor, long projectId, Map<String, BigDecimal> wanted) {
		Project project = sight.require(actor, projectId);
		if (!permissions.keepsBooksOf(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s books");
		}
		if (!project.isUnderWay()) {
			throw new Stale("books.stale.ended");
		}
		// Whoever moves money between the lines at the same moment waits.
		jdbc.sql("select id from budget_line where project_id = ? order by id for update")
			.param(projectId)
			.query(Long.class)
			.list();
		List<FieldProblem> problems = new ArrayList<>();
		for (BudgetLine line : budgets.of(projectId).lines()) {
			plan(project, line, wanted, problems);
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		audit.record(actor, "project.planned-by-year", project.subject().ref(), wanted.size() + " amounts");
	}

	private void plan(Project project, BudgetLine line, Map<String, BigDecimal> wanted, List<FieldProblem> problems) {
		Map<Integer, BigDecimal> plan = new TreeMap<>();
		for (int year = project.startsOn().getYear(); year <= project.endsOn().getYear(); year++) {
			String field = line.code() + "-" + year;
			BigDecimal amount = wanted.getOrDefault(field, BigDecimal.ZERO);
			if (!Budgets.isAmount(amount) || amount.signum() < 0) {
				problems.add(FieldProblem.of(field, "project.invalid.amount"));
				return;
			}
			plan.put(year, amount);
		}
		BigDecimal sum = plan.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		if (sum.compareTo(line.planned()) != 0) {
			problems.add(FieldProblem.of(line.code(), "books.invalid.years", line.name(),
					line.planned().toPlainString(), sum.toPlainString()));
			return;
		}
		if (problems.isEmpty()) {
			years.plan(line.id(), plan);
		}
	}

}
