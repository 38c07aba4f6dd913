package org.guantong.intake.book;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The marks put into a workbook that is given back: remarks, comments, red cells. */
final class Marks {

	private static final int RED = 0xFDE2E1;

	/**
	 * Beyond so many Excel itself becomes slow; the column of remarks is always whole.
	 */
	private static final int MOST_COMMENTS = 3_000;

	private static final int COMMENT_COLUMNS = 3;

	private static final int COMMENT_ROWS = 5;

	private final XSSFWorkbook workbook;

	private final XSSFSheet sheet;

	private final String author;

	private final XSSFDrawing drawing;

	private final XSSFColor red = Look.colour(RED);

	private final XSSFCellStyle remark;

	/**
	 * The style of a cell, and what it becomes when it is marked or its mark is removed.
	 */
	private final Map<XSSFCellStyle, XSSFCellStyle> marked = new HashMap<>();

	private final Map<XSSFCellStyle, XSSFCellStyle> plain = new HashMap<>();

	private int comments;

	Marks(XSSFWorkbook workbook, XSSFSheet sheet, String author) {
		this.workbook = workbook;
		this.sheet = sheet;
		this.author = author;
		this.drawing = sheet.createDrawingPatriarch();
		this.remark = workbook.createCellStyle();
		XSSFFont font = workbook.createFont();
		font.setColor(Look.colour(0x8C1D18));
		remark.setFont(font);
		remark.setWrapText(true);
		remark.setVerticalAlignment(VerticalAlignment.TOP);
		remark.setQuotePrefixed(true);
	}

	/** Takes away what an earlier round marked in these columns. */
	void removeOld(Collection<Integer> columns) {
		Integer remarks = null;
		for (Cell path : sheet.getRow(0)) {
			remarks = Layout.PROBLEMS.equals(path.toString()) ? Integer.valueOf(path.getColumnIndex()) : remarks;
		}
		for (int number = Layout.HEADERS; number <= sheet.getLastRowNum(); number++) {
			XSSFRow row = sheet.getRow(number);
			for (int column : row == null ? java.util.List.<Integer>of() : columns) {
				XSSFCell cell = row.getCell(column);
				if (cell != null) {
					clean(cell, Integer.valueOf(column).equals(remarks));
				}
			}
		}
	}

	private void clean(XSSFCell cell, boolean isRemark) {
		if (isRemark) {
			cell.setBlank();
		}
		XSSFComment comment = cell.getCellComment();
		if (comment != null && author.equals(comment.getAuthor())) {
			cell.removeCellComment();
		}
		if (red.equals(cell.getCellStyle().getFillForegroundColorColor())) {
			cell.setCellStyle(plain.computeIfAbsent(cell.getCellStyle(), this::withoutFill));
		}
	}

	void remark(XSSFRow row, int column, String text) {
		XSSFCell cell = row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
		cell.setCellValue(text);
		cell.setCellStyle(remark);
	}

	void comment(XSSFRow row, int column, String text) {
		if (comments++ >= MOST_COMMENTS) {
			return;
		}
		XSSFCell cell = row.getCell(column);
		if (cell == null) {
			cell = row.createCell(column);
			cell.setCellStyle(sheet.getColumnStyle(column));
		}
		cell.setCellStyle(marked.computeIfAbsent(cell.getCellStyle(), this::withFill));
		if (cell.getCellComment() != null) {
			cell.removeCellComment();
		}
		XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, row.getRowNum(),
				column + 1 + COMMENT_COLUMNS, row.getRowNum() + COMMENT_ROWS));
		comment.setString(text);
		comment.setAuthor(author);
		cell.setCellComment(comment);
	}

	private XSSFCellStyle withFill(XSSFCellStyle style) {
		XSSFCellStyle copy = copy(style);
		copy.setFillForegroundColor(red);
		copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		return copy;
	}

	private XSSFCellStyle withoutFill(XSSFCellStyle style) {
		XSSFCellStyle copy = copy(style);
		copy.setFillPattern(FillPatternType.NO_FILL);
		return copy;
	}

	private XSSFCellStyle copy(XSSFCellStyle style) {
		XSSFCellStyle copy = workbook.createCellStyle();
		copy.cloneStyleFrom(style);
		return copy;
	}

}
