package org.guantong.intake.book;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.guantong.workflow.form.ComponentType;
import org.guantong.workflow.form.FormComponent;

/** How the cells of a template look. */
final class Look {

	private static final int PARTS = 256;

	final XSSFCellStyle header;

	final XSSFCellStyle required;

	final XSSFCellStyle text;

	final XSSFCellStyle plain;

	final XSSFCellStyle day;

	Look(XSSFWorkbook workbook) {
		this.header = header(workbook, 0xE7ECEF);
		this.required = header(workbook, 0xFDE9B8);
		this.text = body(workbook, "@");
		this.plain = body(workbook, "General");
		this.day = body(workbook, "yyyy-mm-dd");
	}

	private static XSSFCellStyle header(XSSFWorkbook workbook, int colour) {
		XSSFFont bold = workbook.createFont();
		bold.setBold(true);
		XSSFCellStyle style = workbook.createCellStyle();
		style.setFont(bold);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setFillForegroundColor(colour(colour));
		style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		return style;
	}

	private static XSSFCellStyle body(XSSFWorkbook workbook, String format) {
		XSSFCellStyle style = workbook.createCellStyle();
		style.setDataFormat(workbook.createDataFormat().getFormat(format));
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setWrapText(true);
		return style;
	}

	static XSSFColor colour(int rgb) {
		return new XSSFColor(new byte[] { (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb }, null);
	}

	/** Texts stay texts, so that no code or telephone number is taken for a number. */
	CellStyle of(FormComponent field) {
		return switch (field.type()) {
			case NUMBER -> plain;
			case DATETIME -> day;
			default -> text;
		};
	}

	/** Excel's measure of so many characters. */
	static int width(int characters) {
		return characters * PARTS;
	}

	static int width(FormComponent field) {
		return width(switch (field.type()) {
			case TEXTAREA -> 48;
			case NUMBER, DATETIME, CHECKBOX -> 14;
			case TEXTFIELD -> field.rules().maxLength() >= 50 ? 28 : 18;
			default -> field.type() == ComponentType.TAGLIST ? 28 : 18;
		});
	}

}
