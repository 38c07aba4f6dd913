package org.guantong.intake.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.spreadsheet.BadBook;
import org.guantong.spreadsheet.BookCell;
import org.guantong.spreadsheet.BookReader;
import org.guantong.spreadsheet.BookRow;

/**
 * A template that came back filled in.
 *
 * @param rows those with something in them, in the order of the sheet
 */
public record FilledBook(List<FilledRow> rows) {

	/** Blank lines between rows are passed over, but not without end. */
	private static final int MOST_LINES = 20 * Layout.MOST_ROWS;

	/**
	 * Reads a workbook.
	 * @throws BadBook when it is not made from the template of this form, has nothing in
	 * it or too much
	 */
	public static FilledBook read(byte[] file, Layout layout, Map<String, ?> known) throws BadBook {
		List<BookRow> lines = BookReader.read(file, layout.mark(), MOST_LINES);
		Map<Integer, Layout.Column> columns = columns(lines.get(0), layout);
		if (columns.isEmpty()) {
			throw new BadBook("spreadsheet.bad.template");
		}
		CellMeaning meaning = new CellMeaning(known);
		List<FilledRow> rows = new ArrayList<>();
		for (BookRow line : lines) {
			if (line.number() > Layout.HEADERS && columns.keySet().stream().anyMatch(line.cells()::containsKey)) {
				rows.add(row(line, columns, meaning));
			}
		}
		if (rows.isEmpty()) {
			throw new BadBook("intake.bad.empty");
		}
		if (rows.size() > Layout.MOST_ROWS) {
			throw new BadBook("spreadsheet.bad.rows");
		}
		return new FilledBook(List.copyOf(rows));
	}

	private static Map<Integer, Layout.Column> columns(BookRow paths, Layout layout) {
		Map<String, Layout.Column> byPath = layout.byPath();
		Map<Integer, Layout.Column> columns = new HashMap<>();
		paths.cells().keySet().forEach((at) -> {
			Layout.Column column = byPath.remove(paths.text(at));
			if (column != null) {
				columns.put(at, column);
			}
		});
		return columns;
	}

	private static FilledRow row(BookRow line, Map<Integer, Layout.Column> columns, CellMeaning meaning) {
		FilledRow row = new FilledRow(line.number(), line.text(0));
		columns.forEach((at, column) -> {
			BookCell cell = line.cells().get(at);
			if (cell != null && cell.content() != BookCell.Content.VALUE) {
				row.refuse(column, cell.content());
			}
			Object value = cell == null ? meaning.ofEmpty(column) : meaning.of(column, cell);
			if (value != null) {
				row.put(column, value);
			}
		});
		return row;
	}

}
