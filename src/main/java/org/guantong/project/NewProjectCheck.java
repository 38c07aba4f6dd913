package org.guantong.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.fund.GrantCategories;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.FieldProblem;

/** The rules a project must satisfy to be entered. */
@Component
class NewProjectCheck {

	private static final Pattern CODE = Pattern.compile("U\\d{2}[AB]\\d{4}");

	private static final Set<GuideDirection.State> OPEN_DIRECTIONS = EnumSet.of(GuideDirection.State.ADOPTED,
			GuideDirection.State.PUBLISHED);

	private final Projects projects;

	private final GuideDirections directions;

	private final People people;

	private final BudgetSchemes schemes;

	private final GrantCategories categories;

	NewProjectCheck(Projects projects, GuideDirections directions, People people, BudgetSchemes schemes,
			GrantCategories categories) {
		this.projects = projects;
		this.directions = directions;
		this.people = people;
		this.schemes = schemes;
		this.categories = categories;
	}

	/**
	 * What is wrong, field by field.
	 * @param prefix what the names of the fields begin with
	 */
	List<FieldProblem> problems(NewProject wanted, String prefix) {
		Problems problems = new Problems(prefix, new ArrayList<>());
		checkCode(wanted, problems);
		checkTitleAndDirection(wanted, problems);
		checkPi(wanted, problems);
		checkTerm(wanted, problems);
		checkBudget(wanted, problems);
		checkMilestones(wanted, problems);
		checkTeam(wanted, problems);
		return problems.found();
	}

	private void checkCode(NewProject wanted, Problems problems) {
		if (wanted.code() == null || !CODE.matcher(wanted.code()).matches()) {
			problems.add("code", "project.invalid.code");
		}
		else if (projects.findByCode(wanted.code()).isPresent()) {
			problems.add("code", "project.invalid.codeTaken");
		}
		if (!isOpenCategory(wanted.category())) {
			problems.add("category", "project.invalid.category");
		}
	}

	private boolean isOpenCategory(String code) {
		return code != null && categories.findByCode(code).filter((one) -> !one.retired()).isPresent();
	}

	private void checkTitleAndDirection(NewProject wanted, Problems problems) {
		problems.requireText("title", wanted.title(), 100);
		Optional<GuideDirection> direction = Optional.ofNullable(wanted.direction()).flatMap(directions::findByCode);
		if (direction.isEmpty() || !OPEN_DIRECTIONS.contains(direction.get().state())) {
			problems.add("direction", "project.invalid.direction");
		}
		else if (direction.get().title().equals(wanted.title())) {
			problems.add("title", "project.invalid.titleIsDirection");
		}
	}

	private void checkPi(NewProject wanted, Problems problems) {
		Optional<Person> pi = Optional.ofNullable(wanted.pi()).flatMap(people::byUsername);
		if (pi.isEmpty() || !pi.get().has(Role.PI)) {
			problems.add("pi", "project.invalid.pi");
		}
	}

	private void checkTerm(NewProject wanted, Problems problems) {
		if (wanted.startsOn() == null) {
			problems.add("startsOn", "form.required");
		}
		if (wanted.endsOn() == null) {
			problems.add("endsOn", "form.required");
		}
		else if (wanted.startsOn() != null && !wanted.endsOn().isAfter(wanted.startsOn())) {
			problems.add("endsOn", "project.invalid.term");
		}
	}

	private void checkBudget(NewProject wanted, Problems problems) {
		if (!Budgets.isAmount(wanted.directCost()) || wanted.directCost().signum() <= 0) {
			problems.add("directCost", "project.invalid.amount");
			return;
		}
		Map<String, BudgetSchemes.SchemeLine> lines = schemes.lines(wanted.scheme() == null ? "" : wanted.scheme())
			.stream()
			.collect(Collectors.toMap(BudgetSchemes.SchemeLine::code, Function.identity()));
		if (lines.isEmpty()) {
			problems.add("scheme", "project.invalid.scheme");
			return;
		}
		BigDecimal direct = BigDecimal.ZERO;
		Set<String> seen = new HashSet<>();
		for (int index = 0; index < wanted.budget().size(); index++) {
			NewProject.Line line = wanted.budget().get(index);
			BudgetSchemes.SchemeLine known = lines.get(line.line() == null ? "" : line.line());
			if (known == null || !seen.add(line.line())) {
				problems.add("budget[" + index + "].line", "project.invalid.line");
			}
			if (!isPlan(line.planned())) {
				problems.add("budget[" + index + "].planned", "project.invalid.amount");
			}
			else if (known != null && known.isDirect()) {
				direct = direct.add(line.planned());
			}
			if (line.received() != null && !isPlan(line.received())) {
				problems.add("budget[" + index + "].received", "project.invalid.amount");
			}
		}
		if (direct.compareTo(wanted.directCost()) != 0) {
			problems.add("directCost", "project.invalid.sum", direct.toPlainString());
		}
	}

	private static boolean isPlan(BigDecimal amount) {
		return Budgets.isAmount(amount) && amount.signum() >= 0;
	}

	private void checkMilestones(NewProject wanted, Problems problems) {
		if (wanted.milestones().isEmpty()) {
			problems.add("milestones", "project.invalid.milestones");
		}
		for (int index = 0; index < wanted.milestones().size(); index++) {
			NewProject.Stage stage = wanted.milestones().get(index);
			String field = "milestones[" + index + "]";
			problems.requireText(field + ".title", stage.title(), 200);
			if (stage.plannedOn() == null || isOutside(wanted, stage)) {
				problems.add(field + ".plannedOn", "project.invalid.milestoneDate");
			}
			List<NewProject.Measure> measures = stage.indicators() == null ? List.of() : stage.indicators();
			for (int row = 0; row < measures.size(); row++) {
				problems.requireText(field + ".indicators[" + row + "].name", measures.get(row).name(), 100);
				problems.requireText(field + ".indicators[" + row + "].target", measures.get(row).target(), 100);
			}
		}
	}

	/** What is passed on to partners is in the budget, and each is named once. */
	private static void checkTeam(NewProject wanted, Problems problems) {
		Set<String> names = new HashSet<>();
		for (int index = 0; index < wanted.team().partners().size(); index++) {
			ProjectTeam.Partner partner = wanted.team().partners().get(index);
			problems.requireText("partners[" + index + "].name", partner.name(), 100);
			if (!names.add(partner.name())) {
				problems.add("partners[" + index + "].name", "project.invalid.partnerTwice");
			}
			if (!isPlan(partner.amount())) {
				problems.add("partners[" + index + "].amount", "project.invalid.amount");
				return;
			}
		}
		for (int index = 0; index < wanted.team().members().size(); index++) {
			problems.requireText("members[" + index + "].name", wanted.team().members().get(index).name(), 50);
			problems.requireText("members[" + index + "].organisation",
					wanted.team().members().get(index).organisation(), 100);
		}
		BigDecimal planned = wanted.budget()
			.stream()
			.filter((line) -> "PARTNERS".equals(line.line()) && line.planned() != null)
			.map(NewProject.Line::planned)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		if (wanted.team().passedOn().compareTo(planned) > 0) {
			problems.add("partners", "project.invalid.passedOn", wanted.team().passedOn().toPlainString(),
					planned.toPlainString());
		}
	}

	private static boolean isOutside(NewProject wanted, NewProject.Stage stage) {
		return wanted.startsOn() != null && stage.plannedOn().isBefore(wanted.startsOn())
				|| wanted.endsOn() != null && stage.plannedOn().isAfter(wanted.endsOn());
	}

	private record Problems(String prefix, List<FieldProblem> found) {

		void add(String field, String key, Object... arguments) {
			found.add(FieldProblem.of(prefix + field, key, arguments));
		}

		void requireText(String field, String text, int longest) {
			if (text == null || text.isBlank()) {
				add(field, "form.required");
			}
			else if (text.codePointCount(0, text.length()) > longest) {
				add(field, "form.tooLong", longest, text.codePointCount(0, text.length()));
			}
		}

	}

}
