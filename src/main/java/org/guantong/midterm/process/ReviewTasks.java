package org.guantong.midterm.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermConflicts;
import org.guantong.midterm.MidtermReview;
import org.guantong.midterm.MidtermReviews;
import org.guantong.midterm.MidtermWords;
import org.guantong.project.Project;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** Naming the experts, their two kinds of review, and the co-funders' opinion. */
@Component
class ReviewTasks {

	static final String TECHNICAL = "TECHNICAL";

	static final String FINANCE = "FINANCE";

	private final MidtermSheets sheets;

	private final MidtermReviews reviews;

	private final MidtermConflicts conflicts;

	private final MidtermProgress progress;

	private final People people;

	private final MidtermWords words;

	private final JdbcClient jdbc;

	ReviewTasks(MidtermSheets sheets, MidtermReviews reviews, MidtermConflicts conflicts, MidtermProgress progress,
			People people, MidtermWords words, JdbcClient jdbc) {
		this.sheets = sheets;
		this.reviews = reviews;
		this.conflicts = conflicts;
		this.progress = progress;
		this.people = people;
		this.words = words;
		this.jdbc = jdbc;
	}

	void define(StepCatalogue steps) {
		steps.step("assignExperts")
			.prefill(this::assignForm)
			.check(this::checkExperts)
			.onComplete(this::assign)
			.confidential();
		steps.step("reviewProgress").prefill(this::progressForm).onComplete(this::review).confidential();
		steps.step("reviewSpending").prefill(this::spendingForm).onComplete(this::review).confidential();
		steps.step("coFunderOpinion").prefill(this::opinionForm).onComplete(this::opine);
	}

	private Map<String, Object> assignForm(TaskContext task) {
		long check = task.id("checkId");
		Project project = sheets.project(check);
		Set<Long> asked = reviews.of(check).stream().map(MidtermReview::expertId).collect(Collectors.toSet());
		Set<Long> recused = conflicts.of(project);
		List<Person> all = new ArrayList<>(people.withRole(Role.EXPERT));
		people.withRole(Role.FINANCE_EXPERT).stream().filter((person) -> !all.contains(person)).forEach(all::add);
		Map<String, Object> form = sheets.head(check);
		form.put("figureTable", sheets.flags(check, (figure) -> true));
		form.put("invitedTable", reviews.of(check).stream().map(this::invitedRow).toList());
		form.put("excludedTable",
				all.stream().filter((person) -> recused.contains(person.id())).map(this::excludedRow).toList());
		form.put("technicalCandidates", candidates(Role.EXPERT, recused, asked));
		form.put("financeCandidates", candidates(Role.FINANCE_EXPERT, recused, asked));
		form.put("needsTechnical", !reviews.hasSubmitted(check, TECHNICAL));
		form.put("needsFinance", !reviews.hasSubmitted(check, FINANCE));
		return form;
	}

	private Map<String, Object> invitedRow(MidtermReview review) {
		return MidtermSheets.row("name", review.expertName(), "organisation", review.expertOrganisation(), "side",
				words.of("side", review.side()), "state", words.of("review", review.state()), "reasons",
				MidtermSheets.orDash(review.reasons()));
	}

	private Map<String, Object> excludedRow(Person person) {
		return MidtermSheets.row("name", person.name(), "organisation", person.organisationName(), "reason",
				words.text("midterm.conflict.why"));
	}

	/** Those who must recuse stay in the list, so that naming one is refused in words. */
	private List<Map<String, Object>> candidates(Role role, Set<Long> recused, Set<Long> asked) {
		return people.withRole(role)
			.stream()
			.filter((person) -> !asked.contains(person.id()))
			.map((person) -> MidtermSheets.row("value", Long.toString(person.id()), "label",
					person.name() + "（" + person.organisationName() + "）"
							+ (recused.contains(person.id()) ? " · " + words.text("midterm.conflict.mustRecuse") : "")))
			.toList();
	}

	private void checkExperts(TaskContext task, FormData form) {
		Set<Long> recused = conflicts.of(sheets.project(task.id("checkId")));
		List<FieldProblem> problems = new ArrayList<>();
		List<String> technical = form.choices("technicalExperts");
		for (String id : technical) {
			Person person = people.require(Long.parseLong(id));
			if (recused.contains(person.id())) {
				problems.add(FieldProblem.of("technicalExperts", "midterm.invalid.conflict", person.name()));
			}
		}
		String finance = form.text("financeExpert");
		if (finance != null) {
			Person person = people.require(Long.parseLong(finance));
			if (recused.contains(person.id())) {
				problems.add(FieldProblem.of("financeExpert", "midterm.invalid.conflict", person.name()));
			}
			if (technical.contains(finance)) {
				problems.add(FieldProblem.of("financeExpert", "midterm.invalid.bothSides", person.name()));
			}
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private void assign(TaskContext task, FormData form) {
		long check = task.id("checkId");
		var due = progress.in(check, progress.settings(check).reviewDays());
		form.choices("technicalExperts").forEach((id) -> reviews.invite(check, Long.parseLong(id), TECHNICAL, due));
		if (form.text("financeExpert") != null) {
			reviews.invite(check, Long.parseLong(form.text("financeExpert")), FINANCE, due);
		}
		progress.askOpinions(check);
	}

	private Map<String, Object> progressForm(TaskContext task) {
		long check = task.id("checkId");
		Map<String, Object> form = sheets.progress(check);
		form.put("milestoneFlags", sheets.flags(check, (figure) -> !figure.isMoney()));
		return form;
	}

	private Map<String, Object> spendingForm(TaskContext task) {
		long check = task.id("checkId");
		Map<String, Object> form = sheets.head(check);
		form.put("lineTable", sheets.spending(check));
		form.put("moneyFlags", sheets.flags(check, (figure) -> figure.isMoney()));
		return form;
	}

	private void review(TaskContext task, FormData form) {
		reviews.answer(task.id("checkId"), task.id("expertId"), form.text("grade"), form.text("reasons"));
	}

	private Map<String, Object> opinionForm(TaskContext task) {
		long check = task.id("checkId");
		Map<String, Object> form = sheets.progress(check);
		form.put("demandTable", jdbc.sql("""
				select distinct d.code, d.title from direction_question dq
				join question_demand qd on qd.question_id = dq.question_id join demand d on d.id = qd.demand_id
				where dq.direction_id = ? and d.co_funder_id = ? order by d.code
				""")
			.params(sheets.project(check).directionId(), task.id("coFunderId"))
			.query((row, index) -> MidtermSheets.row("code", row.getString("code"), "title", row.getString("title")))
			.list());
		return form;
	}

	private void opine(TaskContext task, FormData form) {
		String words = form.text("served").equals("YES") ? form.text("remarks") : form.text("reasons");
		reviews.opine(task.id("checkId"), task.id("coFunderId"), form.text("served"), words, task.actor().id());
	}

}
