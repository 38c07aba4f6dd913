package org.guantong.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads the values of a workbook somebody sent; nothing in it is calculated. */
public final class BookReader {

	private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

	private BookReader() {
	}

	/**
	 * The rows of the sheet whose first cell is that mark, wholly empty ones left out.
	 * @param most rows to read; a sheet with more is refused
	 * @throws BadBook when the file is no workbook we take, when no sheet has the mark,
	 * or when it has too many rows
	 */
	public static List<BookRow> read(byte[] file, String mark, int most) throws BadBook {
		BookCheck.require(file);
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file),
				new ReadingOptions(true, true))) {
			for (Sheet sheet : book.getSheets().toList()) {
				if (firstCell(sheet).equals(mark)) {
					return rows(sheet, most);
				}
			}
		}
		catch (IOException | UncheckedIOException | ExcelReaderException | IndexOutOfBoundsException
				| IllegalArgumentException ex) {
			throw new BadBook("spreadsheet.bad.broken");
		}
		throw new BadBook("spreadsheet.bad.template");
	}

	private static String firstCell(Sheet sheet) throws IOException {
		try (Stream<Row> rows = sheet.openStream()) {
			return rows.findFirst()
				.filter((row) -> row.getRowNum() == 1)
				.flatMap((row) -> row.getOptionalCell(0))
				.map((cell) -> value(cell).toString())
				.orElse("");
		}
	}

	private static List<BookRow> rows(Sheet sheet, int most) throws IOException, BadBook {
		try (Stream<Row> rows = sheet.openStream()) {
			List<BookRow> read = rows.limit(most + 1L).map(BookReader::row).toList();
			if (read.size() > most) {
				throw new BadBook("spreadsheet.bad.rows");
			}
			return read.stream().filter((row) -> !row.cells().isEmpty()).toList();
		}
	}

	private static BookRow row(Row row) {
		Map<Integer, BookCell> cells = new HashMap<>();
		for (Cell cell : row) {
			if (cell != null) {
				BookCell read = new BookCell(value(cell), content(cell));
				if (!read.isBlank()) {
					cells.put(cell.getColumnIndex(), read);
				}
			}
		}
		return new BookRow(row.getRowNum(), cells);
	}

	private static BookCell.Content content(Cell cell) {
		if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
			return BookCell.Content.FORMULA;
		}
		return cell.getType() == CellType.ERROR ? BookCell.Content.ERROR : BookCell.Content.VALUE;
	}

	private static Object value(Cell cell) {
		return switch (cell.getType()) {
			case STRING -> Optional.<Object>ofNullable(cell.getValue()).orElse("");
			case NUMBER -> isDate(cell) ? cell.asDate().toLocalDate() : cell.asNumber();
			case BOOLEAN -> cell.asBoolean();
			default -> Optional.<Object>ofNullable(cell.getRawValue()).orElse("");
		};
	}

	private static boolean isDate(Cell cell) {
		String format = cell.getDataFormatString();
		String plain = format == null ? "" : IN_QUOTES.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
		return plain.contains("y") || plain.contains("d");
	}

}
