package org.guantong.project;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;

/** Records many expenditures of one project at once, under the rules of each. */
@Service
@Transactional
public class SpendingBatchService {

	private final Budgets budgets;

	private final ProjectSight sight;

	private final ProjectPermissions permissions;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	SpendingBatchService(Budgets budgets, ProjectSight sight, ProjectPermissions permissions, AuditTrail audit,
			JdbcClient jdbc, Clock clock) {
		this.budgets = budgets;
		this.sight = sight;
		this.permissions = permissions;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What became of one.
	 *
	 * @param entry id of the expenditure; null when it was not recorded
	 */
	public record Result(Long entry, List<FieldProblem> problems) {
	}

	/** Holds off others who spend of the same lines until this transaction is over. */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public void takeTurn(Person actor, long projectId) {
		keeps(actor, projectId);
		jdbc.sql("select id from budget_line where project_id = ? order by id for update")
			.param(projectId)
			.query(Long.class)
			.list();
	}

	/**
	 * Records those without faults, in their order: each line's money is counted down on
	 * the way.
	 * @return what became of each, in the same order
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public List<Result> recordAll(Person actor, long projectId, List<NewExpenditure> wanted) {
		Project project = keeps(actor, projectId);
		Map<String, BudgetLine> lines = budgets.of(projectId)
			.lines()
			.stream()
			.collect(Collectors.toMap(BudgetLine::code, Function.identity()));
		Map<String, BigDecimal> spent = new HashMap<>();
		lines.values().forEach((line) -> spent.put(line.code(), line.spent()));
		List<Result> results = new ArrayList<>();
		BigDecimal sum = BigDecimal.ZERO;
		for (NewExpenditure one : wanted) {
			List<FieldProblem> problems = problems(project, one, lines, spent);
			if (problems.isEmpty()) {
				spent.merge(one.line(), one.amount(), BigDecimal::add);
				sum = sum.add(one.amount());
				results.add(new Result(
						budgets.spend(lines.get(one.line()), one.spentOn(), one.amount(), one.note(), actor.id()),
						problems));
			}
			else {
				results.add(new Result(null, problems));
			}
		}
		audit.record(actor, "project.spent-by-list", project.subject().ref(),
				wanted.size() + " entries, " + sum.toPlainString() + " CNY");
		return results;
	}

	private List<FieldProblem> problems(Project project, NewExpenditure one, Map<String, BudgetLine> lines,
			Map<String, BigDecimal> spent) {
		List<FieldProblem> problems = new ArrayList<>(ExpenditureCheck.problems(one, project, LocalDate.now(clock)));
		BudgetLine line = lines.get(one.line());
		if (line == null && problems.stream().noneMatch((problem) -> problem.field().equals("line"))) {
			problems.add(FieldProblem.of("line", "project.invalid.line"));
		}
		if (problems.isEmpty()) {
			BigDecimal then = spent.get(one.line()).add(one.amount());
			if (then.signum() < 0) {
				problems.add(FieldProblem.of("amount", "project.spending.tooMuchBack"));
			}
			else if (then.compareTo(line.received()) > 0
					|| then.add(line.committed()).compareTo(line.planned().max(line.received())) > 0) {
				problems.add(FieldProblem.of("amount", "project.spending.overdrawn"));
			}
		}
		return problems;
	}

	private Project keeps(Person actor, long projectId) {
		Project project = sight.require(actor, projectId);
		if (!permissions.keepsBooksOf(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s books");
		}
		return project;
	}

}
