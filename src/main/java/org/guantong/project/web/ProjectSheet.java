package org.guantong.project.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.guantong.project.NewProject;
import org.guantong.shared.InvalidInput;

/**
 * A list of projects as CSV (RFC 4180) with a head line: {@code code, title, direction,
 * pi, category, directCost, startsOn, endsOn, scheme, milestones} and a column for each
 * budget line by its code. Milestones: {@code 2026-06-30 title; 2027-06-30 title}.
 */
final class ProjectSheet {

	private static final Set<String> FIXED = Set.of("code", "title", "direction", "pi", "category", "directCost",
			"startsOn", "endsOn", "scheme", "milestones");

	private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
		.setHeader()
		.setSkipHeaderRecord(true)
		.setTrim(true)
		.setIgnoreEmptyLines(true)
		.get();

	private ProjectSheet() {
	}

	/**
	 * The projects of the list, in its order; {@link InvalidInput} names the line that is
	 * not a row of the table.
	 */
	static List<NewProject> read(String csv) {
		List<NewProject> projects = new ArrayList<>();
		try (CSVParser rows = FORMAT.parse(new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv))) {
			for (CSVRecord row : rows) {
				if (!row.isConsistent()) {
					throw InvalidInput.of("[" + projects.size() + "]", "project.invalid.row", projects.size() + 2);
				}
				projects.add(project(row.toMap()));
			}
		}
		catch (IOException | UncheckedIOException | IllegalArgumentException ex) {
			throw InvalidInput.of("[" + projects.size() + "]", "project.invalid.row", projects.size() + 2);
		}
		return projects;
	}

	private static NewProject project(Map<String, String> cells) {
		List<NewProject.Line> budget = cells.entrySet()
			.stream()
			.filter((cell) -> !FIXED.contains(cell.getKey()) && !cell.getValue().isEmpty())
			.map((cell) -> new NewProject.Line(cell.getKey(), FormReading.amount(cell.getValue()), null))
			.toList();
		List<NewProject.Stage> stages = Arrays.stream(cells.getOrDefault("milestones", "").split("[;；]"))
			.map(String::strip)
			.filter((stage) -> !stage.isEmpty())
			.map(ProjectSheet::stage)
			.toList();
		return new NewProject(cells.get("code"), cells.get("title"), cells.get("direction"), cells.get("pi"),
				cells.get("category"), FormReading.amount(cells.get("directCost")),
				FormReading.day(cells.get("startsOn")), FormReading.day(cells.get("endsOn")), cells.get("scheme"),
				budget, stages);
	}

	private static NewProject.Stage stage(String text) {
		String[] parts = Arrays.copyOf(text.split("\\s+", 2), 2);
		return new NewProject.Stage(parts[1], FormReading.day(parts[0]), List.of());
	}

}
