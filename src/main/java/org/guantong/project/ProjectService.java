package org.guantong.project;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** Enters projects and keeps their books. */
@Service
@Transactional
public class ProjectService {

	private final Projects projects;

	private final ProjectSight sight;

	private final NewProjectCheck check;

	private final ProjectPermissions permissions;

	private final Milestones milestones;

	private final Budgets budgets;

	private final ProjectTeams teams;

	private final GuideDirections directions;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	ProjectService(Projects projects, ProjectSight sight, NewProjectCheck check, ProjectPermissions permissions,
			Milestones milestones, Budgets budgets, ProjectTeams teams, GuideDirections directions, People people,
			AuditTrail audit, Clock clock) {
		this.projects = projects;
		this.sight = sight;
		this.check = check;
		this.permissions = permissions;
		this.milestones = milestones;
		this.budgets = budgets;
		this.teams = teams;
		this.directions = directions;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Enters one project that was granted under an adopted direction.
	 * @throws InvalidInput naming every field that cannot be taken
	 */
	@PreAuthorize("@projectPermissions.mayEnter(#actor)")
	public Project enter(Person actor, NewProject wanted) {
		refuse(check.problems(wanted, ""));
		return insert(actor, wanted);
	}

	/**
	 * Enters a list of projects, all of them or none.
	 * @throws InvalidInput naming every field of every row that cannot be taken, as
	 * {@code [row].field}
	 */
	@PreAuthorize("@projectPermissions.mayEnter(#actor)")
	public List<Project> enterAll(Person actor, List<NewProject> wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		for (int row = 0; row < wanted.size(); row++) {
			problems.addAll(check.problems(wanted.get(row), "[" + row + "]."));
			if (!codes.add(wanted.get(row).code())) {
				problems.add(FieldProblem.of("[" + row + "].code", "project.invalid.codeTaken"));
			}
		}
		refuse(problems);
		return wanted.stream().map((one) -> insert(actor, one)).toList();
	}

	/**
	 * The project with plan, budget and progress.
	 * @throws org.guantong.shared.NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public ProjectDetail detail(Person actor, long id) {
		Project project = sight.require(actor, id);
		var direction = directions.require(project.directionId());
		Person pi = people.require(project.piId());
		return new ProjectDetail(project, direction.code(), direction.title(), pi.name(), pi.organisationName(),
				budgets.of(id), project.elapsed(LocalDate.now(clock)), milestones.of(id), teams.of(id));
	}

	/** What was spent, newest first. */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<Expenditure> expenditures(Person actor, long id) {
		return budgets.expenditures(sight.require(actor, id).id());
	}

	/**
	 * Records spending.
	 * @throws InvalidInput when the line lacks the money or a field cannot be taken
	 * @throws org.guantong.shared.NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public long recordExpenditure(Person actor, long id, NewExpenditure wanted) {
		Project project = sight.require(actor, id);
		if (!permissions.keepsBooksOf(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s books");
		}
		refuse(ExpenditureCheck.problems(wanted, project, LocalDate.now(clock)));
		BudgetLine line = line(id, wanted.line());
		long entry = budgets.spend(line, wanted.spentOn(), wanted.amount(), wanted.note(), actor.id());
		audit.record(actor, "project.spent", project.subject().ref(),
				line.code() + " " + wanted.amount().toPlainString() + " CNY");
		return entry;
	}

	/**
	 * Records money that arrived.
	 * @param amount in 元, above zero
	 * @throws org.guantong.shared.NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayEnterReceipt(#actor)")
	public void recordReceipt(Person actor, long id, String lineCode, BigDecimal amount) {
		Project project = sight.require(actor, id);
		if (!permissions.entersReceiptsOf(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s books");
		}
		if (!Budgets.isAmount(amount) || amount.signum() <= 0) {
			throw InvalidInput.of("amount", "project.invalid.amount");
		}
		BudgetLine line = line(id, lineCode);
		budgets.receive(line, amount);
		audit.record(actor, "project.received", project.subject().ref(),
				line.code() + " " + amount.toPlainString() + " CNY");
	}

	private BudgetLine line(long project, String code) {
		return budgets.of(project)
			.lines()
			.stream()
			.filter((line) -> line.code().equals(code))
			.findFirst()
			.orElseThrow(() -> InvalidInput.of("line", "project.invalid.line"));
	}

	private Project insert(Person actor, NewProject wanted) {
		Person pi = people.byUsername(wanted.pi()).orElseThrow();
		long direction = directions.findByCode(wanted.direction()).orElseThrow().id();
		Project project = save(
				new Project(null, 0, wanted.code(), direction, wanted.title(), pi.id(), pi.organisationId(),
						wanted.startsOn(), wanted.endsOn(), wanted.category(), wanted.directCost(), "RUNNING"));
		budgets.plan(project.id(), wanted.scheme(), wanted.budget(), wanted.startsOn());
		milestones.plan(project.id(), wanted.milestones());
		teams.name(project.id(), wanted.team());
		audit.record(actor, "project.entered", project.subject().ref(), project.code());
		return project;
	}

	/** Two officers may enter the same number at once: the database lets one of them. */
	private Project save(Project project) {
		try {
			return projects.save(project);
		}
		catch (DuplicateKeyException | DbActionExecutionException ex) {
			throw InvalidInput.of("code", "project.invalid.codeTaken");
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
