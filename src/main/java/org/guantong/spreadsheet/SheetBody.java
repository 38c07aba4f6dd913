package org.guantong.spreadsheet;

import java.util.List;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * One sheet being written: the header stays in sight and filters, columns are as wide as
 * what they hold.
 */
class SheetBody<T> {

	private static final int NARROWEST = 8;

	/** In characters; longer texts are broken into lines. */
	private static final int WIDEST = 60;

	/** Excel measures widths in parts of a character. */
	private static final int PARTS = 256;

	private final Sheet<T> plan;

	private final SXSSFSheet sheet;

	private final CellWriter cells;

	private final Reader reader;

	private final int[] widths;

	private int next;

	SheetBody(Sheet<T> plan, SXSSFSheet sheet, CellWriter cells, Reader reader) {
		this.plan = plan;
		this.sheet = sheet;
		this.cells = cells;
		this.reader = reader;
		this.widths = new int[plan.columns().size()];
	}

	void write(Iterable<T> rows) {
		header();
		rows.forEach(this::row);
		int last = widths.length - 1;
		sheet.createFreezePane(0, 1);
		sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, last));
		for (int column = 0; column <= last; column++) {
			sheet.setColumnWidth(column, PARTS * (2 + Math.max(NARROWEST, Math.min(WIDEST, widths[column]))));
		}
	}

	private void header() {
		Row row = sheet.createRow(next++);
		List<Column<T>> columns = plan.columns();
		for (int column = 0; column < columns.size(); column++) {
			String header = columns.get(column).header().apply(reader);
			cells.header(row.createCell(column), header);
			// room for the arrow of the filter
			grow(column, CellWriter.width(header) + 2);
		}
	}

	private void row(T item) {
		Row row = sheet.createRow(next++);
		List<Column<T>> columns = plan.columns();
		for (int column = 0; column < columns.size(); column++) {
			Object value = columns.get(column).value().apply(item, reader);
			if (value != null) {
				Column.Format format = columns.get(column).format();
				grow(column,
						cells.fill(row.createCell(column), value, format == null ? Column.Format.of(value) : format));
			}
		}
	}

	private void grow(int column, int width) {
		widths[column] = Math.max(widths[column], width);
	}

}
