package org.guantong.intake.book;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.intake.RowProblem;
import org.guantong.shared.FieldProblem;

/**
 * Gives a workbook back to whoever sent it, with what is wrong in a column of its own and
 * a comment at each cell concerned. Formulas become the values they showed; marks of an
 * earlier round are taken away.
 */
@Component
public class MarkedBook {

	private final MessageSource messages;

	MarkedBook(MessageSource messages) {
		this.messages = messages;
	}

	/** The workbook with these problems marked, told in that language. */
	public byte[] mark(byte[] file, Layout layout, List<RowProblem> problems, Locale locale) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			workbook.forEach(MarkedBook::withoutFormulas);
			XSSFSheet sheet = sheet(workbook, layout);
			Map<String, Integer> columns = columns(sheet);
			int remarks = columns.computeIfAbsent(Layout.PROBLEMS, (path) -> addColumn(sheet, locale));
			Marks marks = new Marks(workbook, sheet, messages.getMessage("app.name", null, locale));
			marks.removeOld(columns.values());
			byRow(problems).forEach((number, ofRow) -> {
				XSSFRow row = sheet.getRow(number - 1);
				marks.remark(row, remarks, remark(ofRow, layout, locale));
				cells(ofRow, columns, layout)
					.forEach((at, ofCell) -> marks.comment(row, at, sentences(ofCell, locale)));
			});
			workbook.setActiveSheet(workbook.getSheetIndex(sheet));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void withoutFormulas(Sheet sheet) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.FORMULA) {
					cell.removeFormula();
				}
			}
		}
	}

	private static XSSFSheet sheet(XSSFWorkbook workbook, Layout layout) {
		for (Sheet sheet : workbook) {
			Row first = sheet.getRow(0);
			if (first != null && first.getCell(0) != null && first.getCell(0).toString().equals(layout.mark())) {
				return (XSSFSheet) sheet;
			}
		}
		throw new IllegalStateException("the workbook was read before, its sheet cannot be gone");
	}

	private static Map<String, Integer> columns(XSSFSheet sheet) {
		Map<String, Integer> columns = new HashMap<>();
		sheet.getRow(0).forEach((cell) -> columns.putIfAbsent(cell.toString(), cell.getColumnIndex()));
		return columns;
	}

	private int addColumn(XSSFSheet sheet, Locale locale) {
		int at = sheet.getRow(0).getLastCellNum();
		sheet.getRow(0).createCell(at).setCellValue(Layout.PROBLEMS);
		XSSFRow labels = sheet.getRow(1) == null ? sheet.createRow(1) : sheet.getRow(1);
		labels.createCell(at).setCellValue(messages.getMessage("intake.problems", null, locale));
		sheet.setColumnWidth(at, Look.width(40));
		return at;
	}

	private static Map<Integer, List<FieldProblem>> byRow(List<RowProblem> problems) {
		return problems.stream()
			.collect(Collectors.groupingBy(RowProblem::row, TreeMap::new,
					Collectors.mapping(RowProblem::problem, Collectors.toList())));
	}

	private static Map<Integer, List<FieldProblem>> cells(List<FieldProblem> problems, Map<String, Integer> columns,
			Layout layout) {
		Map<Integer, List<FieldProblem>> cells = new LinkedHashMap<>();
		for (FieldProblem problem : problems) {
			Integer at = columns.get(layout.columnOf(problem.field()));
			if (at != null) {
				cells.computeIfAbsent(at, (column) -> new java.util.ArrayList<>()).add(problem);
			}
		}
		return cells;
	}

	private String remark(List<FieldProblem> problems, Layout layout, Locale locale) {
		return problems.stream().map((one) -> {
			String sentence = sentence(one, locale);
			return one.field().isEmpty() ? sentence : messages.getMessage("intake.problems.line",
					new Object[] { layout.schema().label(one.field(), locale), sentence }, locale);
		}).collect(Collectors.joining("\n"));
	}

	private String sentences(List<FieldProblem> problems, Locale locale) {
		return problems.stream().map((one) -> sentence(one, locale)).distinct().collect(Collectors.joining("\n"));
	}

	private String sentence(FieldProblem problem, Locale locale) {
		return messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

}
