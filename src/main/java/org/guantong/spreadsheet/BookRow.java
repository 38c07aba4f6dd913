package org.guantong.spreadsheet;

import java.util.Map;

/**
 * A row of a workbook.
 *
 * @param number as Excel counts, from 1
 * @param cells by column from 0; empty ones are not there
 */
public record BookRow(int number, Map<Integer, BookCell> cells) {

	/** The text of a cell; empty where there is none. */
	public String text(int column) {
		BookCell cell = cells.get(column);
		return cell == null ? "" : cell.value().toString().strip();
	}

}
