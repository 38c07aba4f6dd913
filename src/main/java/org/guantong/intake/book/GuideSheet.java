package org.guantong.intake.book;

import java.util.Locale;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The sheet that explains how to fill in the other (填写说明). */
final class GuideSheet {

	private static final int NOTES = 6;

	private static final int[] WIDTHS = { 28, 10, 52, 40, 40 };

	private final XSSFSheet sheet;

	private final Look look;

	private final RuleWords words;

	private int next;

	GuideSheet(XSSFSheet sheet, Look look, RuleWords words) {
		this.sheet = sheet;
		this.look = look;
		this.words = words;
	}

	void write(Layout layout, String module, Locale locale) {
		for (int at = 0; at < WIDTHS.length; at++) {
			sheet.setColumnWidth(at, Look.width(WIDTHS[at]));
		}
		for (int note = 1; note <= NOTES; note++) {
			line(look.plain, words.say("intake.guide.note." + note, Layout.MOST_ROWS));
			sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, WIDTHS.length - 1));
		}
		next++;
		line(look.header, words.say("intake.guide.column"), words.say("intake.guide.required"),
				words.say("intake.guide.meaning"), words.say("intake.guide.options"),
				words.say("intake.guide.example"));
		for (Layout.Column column : layout.columns()) {
			if (column.row() == 0) {
				line(look.text, layout.label(column, locale),
						words.say(column.isRequired() ? "intake.yes" : "intake.guide.optional"),
						meaning(column, locale), words.options(column.field()), words.example(module, column));
			}
		}
	}

	private String meaning(Layout.Column column, Locale locale) {
		String rules = words.of(column.field());
		return column.list() == null ? rules
				: words.say("intake.guide.list", column.list().label().in(locale), column.list().listing().maxRows())
						+ rules;
	}

	private void line(XSSFCellStyle style, String... texts) {
		XSSFRow row = sheet.createRow(next++);
		for (int at = 0; at < texts.length; at++) {
			XSSFCell cell = row.createCell(at);
			cell.setCellValue(texts[at]);
			cell.setCellStyle(style);
		}
	}

}
