package org.guantong.project.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.intake.BulkEntry;
import org.guantong.project.Budgets;
import org.guantong.project.NewExpenditure;
import org.guantong.project.Project;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectSight;
import org.guantong.project.SpendingBatchService;
import org.guantong.shared.Kind;
import org.guantong.shared.Stale;
import org.guantong.workflow.FormData;

/** A project's spending by workbook, e.g. what the host's accounts give out. */
@Component
class SpendingBulkEntry implements BulkEntry {

	private final SpendingBatchService batch;

	private final ProjectPermissions permissions;

	private final ProjectSight sight;

	private final Budgets budgets;

	SpendingBulkEntry(SpendingBatchService batch, ProjectPermissions permissions, ProjectSight sight, Budgets budgets) {
		this.batch = batch;
		this.permissions = permissions;
		this.sight = sight;
		this.budgets = budgets;
	}

	@Override
	public Kind kind() {
		return Kind.EXPENDITURE;
	}

	@Override
	public String module() {
		return "spending";
	}

	@Override
	public String form() {
		return "expenditure";
	}

	@Override
	public boolean mayEnter(Person actor, long projectId) {
		return permissions.keepsBooksOf(actor, sight.require(actor, projectId));
	}

	@Override
	public Place place(Person actor, long projectId) {
		Project project = sight.require(actor, projectId);
		return new Place(project.subject().ref(), project.code() + " " + project.title(),
				"/projects/" + projectId + "/spending");
	}

	@Override
	public void requireTurn(Person actor, long projectId) {
		batch.takeTurn(actor, projectId);
	}

	@Override
	public Map<String, Object> known(Person actor, long projectId) {
		return Map.of("lines",
				budgets.of(sight.require(actor, projectId).id())
					.lines()
					.stream()
					.map((line) -> Map.of("value", line.code(), "label", line.name(), "label_en", line.nameEn()))
					.toList());
	}

	@Override
	public List<Outcome> addAll(Person actor, long projectId, List<FormData> filled) {
		return batch.recordAll(actor, projectId, filled.stream().map(SpendingBulkEntry::expenditure).toList())
			.stream()
			.map((one) -> new Outcome(one.entry() == null ? null : new Entered(one.entry(), 1), one.problems()))
			.toList();
	}

	/** What is in the books stays; it is taken back by an entry of its own. */
	@Override
	public Entered change(Person actor, Entered before, FormData form) {
		throw new Stale("spending.stale.entered");
	}

	@Override
	public Set<Long> standing(Collection<Long> ids) {
		return new LinkedHashSet<>(ids);
	}

	private static NewExpenditure expenditure(FormData form) {
		return new NewExpenditure(form.text("line"), form.date("spentOn"), form.number("amount"),
				FormReading.text(form.text("note")));
	}

}
