package org.guantong.project.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	private ProjectSheet() {
	}

	static List<NewProject> read(String csv) {
		List<List<String>> rows = rows(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
		if (rows.isEmpty()) {
			return List.of();
		}
		List<String> head = rows.get(0).stream().map(String::strip).toList();
		List<NewProject> projects = new ArrayList<>();
		for (int index = 1; index < rows.size(); index++) {
			List<String> row = rows.get(index);
			if (row.size() != head.size()) {
				throw InvalidInput.of("[" + (index - 1) + "]", "project.invalid.row", index + 1);
			}
			Map<String, String> cells = new LinkedHashMap<>();
			for (int column = 0; column < head.size(); column++) {
				cells.put(head.get(column), row.get(column).strip());
			}
			projects.add(project(cells));
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

	private static List<List<String>> rows(String csv) {
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int index = 0; index < csv.length(); index++) {
			char read = csv.charAt(index);
			boolean pair = read == '"' && index + 1 < csv.length() && csv.charAt(index + 1) == '"';
			if (quoted && pair) {
				cell.append('"');
				index++;
			}
			else if (read == '"') {
				quoted = !quoted;
			}
			else if (!quoted && (read == ',' || read == '\n')) {
				row.add(cell.toString());
				cell.setLength(0);
				if (read == '\n') {
					addUnlessBlank(rows, row);
					row = new ArrayList<>();
				}
			}
			else if (read != '\r' || quoted) {
				cell.append(read);
			}
		}
		row.add(cell.toString());
		addUnlessBlank(rows, row);
		return rows;
	}

	private static void addUnlessBlank(List<List<String>> rows, List<String> row) {
		if (!row.stream().allMatch(String::isBlank)) {
			rows.add(row);
		}
	}

}
