package org.guantong.intake.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes the workbook to fill in: a sheet with a drop-down or a limit at each column, a
 * sheet that explains the columns, and a hidden one with what can be chosen. Each row has
 * a key of its own in a hidden column.
 */
@Component
public class Template {

	private static final int FIRST_SHOWN_ROWS = 3;

	private final SecureRandom random = new SecureRandom();

	private final MessageSource messages;

	Template(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The empty workbook.
	 * @param module whose message file has the examples
	 * @param known what the form is shown with
	 * @param title what the things are called, the name of the sheet
	 */
	public byte[] write(Layout layout, String module, Map<String, ?> known, String title, Locale locale) {
		RuleWords words = new RuleWords(messages, locale, known);
		try (XSSFWorkbook workbook = new XSSFWorkbook()) {
			Look look = new Look(workbook);
			XSSFSheet sheet = workbook.createSheet(title);
			XSSFSheet guide = workbook.createSheet(words.say("intake.guide"));
			DropDowns dropDowns = new DropDowns(sheet, workbook.createSheet("options"), words);
			headers(sheet, layout, look, words, locale);
			int at = 2;
			for (Layout.Column column : layout.columns()) {
				dropDowns.limit(at++, column, layout.label(column, locale));
			}
			keys(sheet);
			new GuideSheet(guide, look, words).write(layout, module, locale);
			workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
			workbook.setActiveSheet(0);
			return bytes(workbook, words.say("app.name"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void headers(XSSFSheet sheet, Layout layout, Look look, RuleWords words, Locale locale) {
		XSSFRow paths = sheet.createRow(0);
		XSSFRow labels = sheet.createRow(1);
		labels.setHeightInPoints(32);
		paths.setZeroHeight(true);
		head(paths, labels, 0, layout.mark(), words.say("intake.key"), look.header);
		head(paths, labels, 1, Layout.PROBLEMS, words.say("intake.problems"), look.header);
		sheet.setColumnHidden(0, true);
		sheet.setColumnWidth(1, Look.width(24));
		sheet.setDefaultColumnStyle(1, look.text);
		int at = 2;
		for (Layout.Column column : layout.columns()) {
			String label = layout.label(column, locale) + (column.isRequired() ? " *" : "");
			head(paths, labels, at, column.path(), label, column.isRequired() ? look.required : look.header);
			sheet.setColumnWidth(at, Look.width(column.field()));
			sheet.setDefaultColumnStyle(at, look.of(column.field()));
			at++;
		}
		sheet.createFreezePane(3, Layout.HEADERS);
		sheet.setAutoFilter(new CellRangeAddress(1, Layout.HEADERS + Layout.MOST_ROWS - 1, 1, at - 1));
		foldRareRows(sheet, layout.columns());
	}

	private static void head(XSSFRow paths, XSSFRow labels, int at, String path, String label,
			org.apache.poi.xssf.usermodel.XSSFCellStyle style) {
		paths.createCell(at).setCellValue(path);
		XSSFCell cell = labels.createCell(at);
		cell.setCellValue(label);
		cell.setCellStyle(style);
	}

	/**
	 * Few things need all rows of a list: the later ones open with a click on the plus.
	 * Written by hand, for the library's own grouping makes a file that takes minutes to
	 * read.
	 */
	private static void foldRareRows(XSSFSheet sheet, List<Layout.Column> columns) {
		for (int at = 0; at < columns.size(); at++) {
			boolean rare = columns.get(at).row() >= FIRST_SHOWN_ROWS;
			CTCol column = sheet.getColumnHelper().getColumn(at + 2, false);
			if (rare) {
				column.setOutlineLevel((short) 1);
				column.setHidden(true);
				sheet.getCTWorksheet().getSheetFormatPr().setOutlineLevelCol((short) 1);
			}
			else if (at > 0 && columns.get(at - 1).row() >= FIRST_SHOWN_ROWS) {
				column.setCollapsed(true);
			}
		}
	}

	private void keys(XSSFSheet sheet) {
		String book = Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
		for (int row = 0; row < Layout.MOST_ROWS; row++) {
			sheet.createRow(Layout.HEADERS + row).createCell(0).setCellValue(book + "-" + (row + 1));
		}
	}

	private static byte[] bytes(XSSFWorkbook workbook, String product) throws IOException {
		workbook.getProperties().getCoreProperties().setCreator(product);
		workbook.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication(product);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		workbook.write(bytes);
		return bytes.toByteArray();
	}

}
