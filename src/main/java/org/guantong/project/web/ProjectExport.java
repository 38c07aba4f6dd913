package org.guantong.project.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.GrantCategories;
import org.guantong.identity.Person;
import org.guantong.project.Expenditure;
import org.guantong.project.ProjectCatalogue;
import org.guantong.project.ProjectFilter;
import org.guantong.project.ProjectRow;
import org.guantong.project.ProjectService;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The list of projects as a workbook. */
@Controller
class ProjectExport {

	private static final Sheet<Expenditure> LEDGER = Sheet.<Expenditure>of("project.spending.title")
		.day("project.spending.on", Expenditure::spentOn)
		.text("project.label.line",
				(one, locale) -> locale.getLanguage().equals("en") ? one.lineNameEn() : one.lineName())
		.amount("project.spending.amount", Expenditure::amount)
		.text("project.spending.note", Expenditure::note)
		.text("project.spending.by", Expenditure::recordedBy)
		.whole("project.spending.vouchers", Expenditure::vouchers);

	private final ProjectCatalogue catalogue;

	private final ProjectService service;

	private final AllPages pages;

	private final GrantCategories categories;

	private final SheetWriter writer;

	ProjectExport(ProjectCatalogue catalogue, ProjectService service, AllPages pages, GrantCategories categories,
			SheetWriter writer) {
		this.catalogue = catalogue;
		this.service = service;
		this.pages = pages;
		this.categories = categories;
		this.writer = writer;
	}

	@GetMapping({ "/projects.xlsx", "/api/projects.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long round, Locale locale) {
		List<ProjectRow> rows = pages
			.of((page) -> catalogue.find(me, new ProjectFilter(text, state, round, page)).items());
		return writer.answer(locale, sheet().with(rows));
	}

	/** The ledger of one project. */
	@GetMapping({ "/projects/{id}/spending.xlsx", "/api/projects/{id}/spending.xlsx" })
	ResponseEntity<byte[]> spending(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return writer.answer(locale, LEDGER.with(service.expenditures(me, id)));
	}

	private Sheet<ProjectRow> sheet() {
		return Sheet.<ProjectRow>of("project.list.title")
			.text("project.label.code", ProjectRow::code)
			.text("project.label.title", ProjectRow::title)
			.text("project.label.category", (row, locale) -> categories.nameOf(row.category(), locale))
			.text("project.label.pi", ProjectRow::pi)
			.text("project.label.host", ProjectRow::host)
			.day("project.label.startsOn", ProjectRow::startsOn)
			.day("project.label.endsOn", ProjectRow::endsOn)
			.amount("project.label.planned", ProjectRow::planned)
			.amount("project.column.spent", ProjectRow::spent)
			.word("project.label.state", (row) -> "project.state." + row.state());
	}

}
