package org.guantong.intake.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.guantong.shared.FieldProblem;
import org.guantong.spreadsheet.BookCell;

/** One row of a filled-in template, in the shape of its form's input. */
public final class FilledRow {

	private final int number;

	private final String key;

	private final Map<String, Object> single = new LinkedHashMap<>();

	/** Of each list: its rows by their place, which may have gaps. */
	private final Map<String, TreeMap<Integer, Map<String, Object>>> lists = new HashMap<>();

	private final List<FieldProblem> refused = new ArrayList<>();

	private final Set<String> refusedPaths = new HashSet<>();

	FilledRow(int number, String key) {
		this.number = number;
		this.key = key;
	}

	void put(Layout.Column column, Object value) {
		if (column.list() == null) {
			single.put(column.path(), value);
		}
		else {
			lists.computeIfAbsent(column.list().key(), (list) -> new TreeMap<>())
				.computeIfAbsent(column.row(), (row) -> new LinkedHashMap<>())
				.put(column.field().key(), value);
		}
	}

	void refuse(Layout.Column column, BookCell.Content content) {
		refused.add(FieldProblem.of(column.path(),
				content == BookCell.Content.FORMULA ? "intake.row.formula" : "intake.row.error"));
		refusedPaths.add(column.path());
	}

	/** The row as Excel counts. */
	public int number() {
		return number;
	}

	/** The row's key from the hidden column; empty when there is none. */
	public String key() {
		return key;
	}

	/** What was filled in, as the form takes it. */
	public Map<String, Object> input() {
		Map<String, Object> input = new HashMap<>(single);
		lists.forEach((list, rows) -> input.put(list, List.copyOf(rows.values())));
		return input;
	}

	/** Cells that cannot be taken whatever they show. */
	public List<FieldProblem> refused() {
		return refused;
	}

	/**
	 * The problem at the column it is about: rows of a list stand where they were filled
	 * in, gaps included, and a cell that is refused already has no second problem.
	 */
	public boolean tellsMore(FieldProblem problem) {
		return !refusedPaths.contains(inSheet(problem).field());
	}

	/** The same problem with the path of its column in the sheet. */
	public FieldProblem inSheet(FieldProblem problem) {
		int open = problem.field().indexOf('[');
		if (open < 0) {
			return problem;
		}
		int close = problem.field().indexOf(']');
		String list = problem.field().substring(0, open);
		int index = Integer.parseInt(problem.field().substring(open + 1, close));
		List<Integer> places = List.copyOf(lists.getOrDefault(list, new TreeMap<>()).keySet());
		int place = index < places.size() ? places.get(index) : index;
		return new FieldProblem(list + "[" + place + problem.field().substring(close), problem.messageKey(),
				problem.arguments());
	}

}
