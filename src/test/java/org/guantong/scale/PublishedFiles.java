package org.guantong.scale;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The files of a published guide, opened again as their readers do. */
final class PublishedFiles {

	private static final Pattern HEADING = Pattern.compile("(\\d+)\\. (.+?)（申请代码：.+）");

	private PublishedFiles() {
	}

	/** A direction as a file has it. */
	record Line(String field, int number, String title) {
	}

	/**
	 * The headings of a Word document: fields on the first level, directions on the
	 * second.
	 */
	static List<Line> ofWord(byte[] file) {
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file))) {
			List<Line> lines = new ArrayList<>();
			String[] field = { "" };
			word.getParagraphs().forEach((paragraph) -> {
				String text = paragraph.getText().strip();
				if ("Heading1".equals(paragraph.getStyle())) {
					field[0] = text.replaceFirst("^[一二三四五六七八九十]+、", "");
				}
				if ("Heading2".equals(paragraph.getStyle())) {
					lines.add(line(field[0], text));
				}
			});
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The rows of the summary sheet. */
	static List<Line> ofSheet(byte[] file) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			return IntStream.rangeClosed(1, sheet.getLastRowNum())
				.mapToObj(sheet::getRow)
				.map((row) -> new Line(row.getCell(0).getStringCellValue(), (int) row.getCell(1).getNumericCellValue(),
						row.getCell(3).getStringCellValue()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All text of a PDF, without blanks and line ends. */
	static String ofPdf(byte[] file) {
		try (PDDocument pdf = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Line line(String field, String heading) {
		Matcher parts = HEADING.matcher(heading);
		if (!parts.matches()) {
			throw new AssertionError("no heading of a direction: " + heading);
		}
		return new Line(field, Integer.parseInt(parts.group(1)), parts.group(2).strip());
	}

}
