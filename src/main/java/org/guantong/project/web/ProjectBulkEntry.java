package org.guantong.project.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.guantong.fund.GrantCategory;
import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.intake.BulkEntry;
import org.guantong.project.BudgetSchemes;
import org.guantong.project.NewProject;
import org.guantong.project.NewProjectChoices;
import org.guantong.project.Project;
import org.guantong.project.ProjectBatchService;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectTeam;
import org.guantong.project.Projects;
import org.guantong.shared.Kind;
import org.guantong.shared.Stale;
import org.guantong.workflow.FormData;

/** The awarded projects of a round by workbook, under the rules of entering each. */
@Component
class ProjectBulkEntry implements BulkEntry {

	private final ProjectBatchService batch;

	private final ProjectPermissions permissions;

	private final Projects projects;

	private final RoundService rounds;

	private final NewProjectChoices choices;

	private final BudgetSchemes schemes;

	ProjectBulkEntry(ProjectBatchService batch, ProjectPermissions permissions, Projects projects, RoundService rounds,
			NewProjectChoices choices, BudgetSchemes schemes) {
		this.batch = batch;
		this.permissions = permissions;
		this.projects = projects;
		this.rounds = rounds;
		this.choices = choices;
		this.schemes = schemes;
	}

	@Override
	public Kind kind() {
		return Kind.PROJECT;
	}

	@Override
	public String module() {
		return "project";
	}

	@Override
	public String form() {
		return "project";
	}

	@Override
	public boolean mayEnter(Person actor, long roundId) {
		return permissions.mayEnter(actor);
	}

	@Override
	public Place place(Person actor, long roundId) {
		Round round = rounds.require(actor, roundId);
		return new Place(round.subject().ref(), round.title(), "/projects?round=" + roundId);
	}

	/** Projects can be awarded at any time. */
	@Override
	public void requireTurn(Person actor, long roundId) {
		rounds.require(actor, roundId);
	}

	@Override
	public Map<String, Object> known(Person actor, long roundId) {
		Map<String, Object> known = new LinkedHashMap<>();
		known.put("categories", choices.categories().stream().map(ProjectBulkEntry::option).toList());
		known.put("schemes",
				schemes.all().stream().map((one) -> option(one.code(), one.name(), one.nameEn())).toList());
		Map<String, Map<String, String>> lines = new LinkedHashMap<>();
		schemes.all()
			.forEach((scheme) -> schemes.lines(scheme.code())
				.forEach((line) -> lines.putIfAbsent(line.code(), option(line.code(), line.name(), line.nameEn()))));
		known.put("lines", new ArrayList<>(lines.values()));
		return known;
	}

	@Override
	public List<Outcome> addAll(Person actor, long roundId, List<FormData> filled) {
		return batch.addAll(actor, roundId, filled.stream().map(ProjectBulkEntry::project).toList())
			.stream()
			.map((one) -> new Outcome(
					one.project() == null ? null : new Entered(one.project().id(), one.project().version()),
					one.problems()))
			.toList();
	}

	/**
	 * A project that runs is changed by an application with an approval, not by a list.
	 */
	@Override
	public Entered change(Person actor, Entered before, FormData form) {
		throw new Stale("project.stale.entered");
	}

	@Override
	public Set<Long> standing(Collection<Long> ids) {
		Set<Long> standing = new java.util.HashSet<>();
		projects.findAllById(ids).forEach((Project project) -> standing.add(project.id()));
		return standing;
	}

	private static NewProject project(FormData form) {
		return new NewProject(form.text("code"), form.text("title"), form.text("direction"), form.text("pi"),
				form.text("category"), form.number("directCost"), form.date("startsOn"), form.date("endsOn"),
				form.text("scheme"),
				form.rows("budget")
					.stream()
					.map((row) -> new NewProject.Line(row.text("line"), row.number("planned"), null))
					.toList(),
				form.rows("milestones")
					.stream()
					.map((row) -> new NewProject.Stage(row.text("title"), row.date("plannedOn"), List.of()))
					.toList(),
				new ProjectTeam(
						form.rows("members")
							.stream()
							.map((row) -> new ProjectTeam.Member(row.text("name"), row.text("organisation"),
									FormReading.text(row.text("task"))))
							.toList(),
						form.rows("partners")
							.stream()
							.map((row) -> new ProjectTeam.Partner(row.text("name"), FormReading.text(row.text("task")),
									row.number("amount") == null ? BigDecimal.ZERO : row.number("amount")))
							.toList()));
	}

	private static Map<String, String> option(GrantCategory category) {
		return option(category.code(), category.name(), category.nameEn());
	}

	private static Map<String, String> option(String value, String label, String english) {
		return Map.of("value", value, "label", label, "label_en", english);
	}

}
