package org.guantong.spreadsheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Writes values into cells, each with its type. Texts are text cells, so nothing in them
 * is ever calculated; those that look like a formula are marked as text besides, so that
 * they stay so when someone edits the cell or pastes it elsewhere.
 */
class CellWriter {

	/** What a spreadsheet program may take for a formula at the start of a cell. */
	private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

	private static final int DAY_WIDTH = 10;

	private static final int TIME_WIDTH = 16;

	private final ZoneId zone;

	private final CellStyle header;

	private final CellStyle quoted;

	private final Map<Column.Format, CellStyle> styles = new EnumMap<>(Column.Format.class);

	CellWriter(Workbook workbook, ZoneId zone) {
		this.zone = zone;
		this.header = header(workbook);
		for (Column.Format format : Column.Format.values()) {
			styles.put(format, style(workbook, format));
		}
		this.quoted = style(workbook, Column.Format.TEXT);
		quoted.setQuotePrefixed(true);
	}

	private static CellStyle header(Workbook workbook) {
		Font bold = workbook.createFont();
		bold.setBold(true);
		CellStyle style = workbook.createCellStyle();
		style.setFont(bold);
		style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		return style;
	}

	private static CellStyle style(Workbook workbook, Column.Format format) {
		CellStyle style = workbook.createCellStyle();
		style.setDataFormat(workbook.createDataFormat().getFormat(format.code()));
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setWrapText(format == Column.Format.TEXT);
		return style;
	}

	void header(Cell cell, String text) {
		cell.setCellValue(text);
		cell.setCellStyle(header);
	}

	/**
	 * Writes a value.
	 * @return the width it takes, in characters
	 */
	int fill(Cell cell, Object value, Column.Format format) {
		cell.setCellStyle(styles.get(format));
		if (value instanceof Number number) {
			cell.setCellValue(number.doubleValue());
			return number.toString().length() + 2;
		}
		if (value instanceof LocalDate day) {
			cell.setCellValue(day);
			return DAY_WIDTH;
		}
		if (value instanceof Instant moment) {
			cell.setCellValue(moment.atZone(zone).toLocalDateTime());
			return TIME_WIDTH;
		}
		return text(cell, value.toString());
	}

	private int text(Cell cell, String value) {
		int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
		String text = value.length() > most ? value.substring(0, most) : value;
		cell.setCellValue(text);
		if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
			cell.setCellStyle(quoted);
		}
		return text.lines().mapToInt(CellWriter::width).max().orElse(0);
	}

	/** Characters beyond Latin script take the room of two. */
	static int width(String text) {
		return text.codePoints().map((point) -> point < 0x2E80 ? 1 : 2).sum();
	}

}
