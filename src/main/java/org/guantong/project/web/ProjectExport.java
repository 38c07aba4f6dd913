package org.guantong.project.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.project.ProjectCatalogue;
import org.guantong.project.ProjectFilter;
import org.guantong.project.ProjectRow;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The list of projects as a workbook. */
@Controller
class ProjectExport {

	private static final Sheet<ProjectRow> SHEET = Sheet.<ProjectRow>of("project.list.title")
		.text("project.label.code", ProjectRow::code)
		.text("project.label.title", ProjectRow::title)
		.word("project.label.category", (row) -> "project.category." + row.category())
		.text("project.label.pi", ProjectRow::pi)
		.text("project.label.host", ProjectRow::host)
		.day("project.label.startsOn", ProjectRow::startsOn)
		.day("project.label.endsOn", ProjectRow::endsOn)
		.amount("project.label.planned", ProjectRow::planned)
		.amount("project.column.spent", ProjectRow::spent)
		.word("project.label.state", (row) -> "project.state." + row.state());

	private final ProjectCatalogue catalogue;

	private final AllPages pages;

	private final SheetWriter writer;

	ProjectExport(ProjectCatalogue catalogue, AllPages pages, SheetWriter writer) {
		this.catalogue = catalogue;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/projects.xlsx", "/api/projects.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long round, Locale locale) {
		List<ProjectRow> rows = pages
			.of((page) -> catalogue.find(me, new ProjectFilter(text, state, round, page)).items());
		return writer.answer(locale, SHEET.with(rows));
	}

}
