package org.guantong.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes lists as Excel workbooks. A workbook holds values only: no formula, no link, and
 * of its author nothing but the product's name. The caller hands over rows that its
 * reader may see, found by the very query of the page.
 */
@Component
public class SheetWriter {

	/**
	 * How many rows a list is asked for when it is exported whole: far beyond any list of
	 * ours, well below what Excel can hold (1,048,576).
	 */
	public static final int ALL_ROWS = 200_000;

	/** Media type of Excel workbooks. */
	public static final MediaType TYPE = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private static final int ROWS_IN_MEMORY = 200;

	private final MessageSource messages;

	private final Clock clock;

	SheetWriter(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * The answer to a request for a list as a workbook, named after its first sheet and
	 * the day; a reader's browser saves it and never keeps it in its cache.
	 */
	public ResponseEntity<byte[]> answer(Locale locale, FilledSheet<?>... sheets) {
		String name = new Reader(locale, messages).word(sheets[0].sheet().titleKey());
		return file(name + "-" + LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE), write(locale, sheets));
	}

	/**
	 * The answer that hands over this workbook.
	 * @param name of the file, without its ending
	 */
	public static ResponseEntity<byte[]> file(String name, byte[] workbook) {
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(name + ".xlsx", StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.contentType(TYPE)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.cacheControl(CacheControl.noStore())
			.body(workbook);
	}

	/** These sheets as one workbook, in the reader's language. */
	public byte[] write(Locale locale, FilledSheet<?>... sheets) {
		Reader reader = new Reader(locale, messages);
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
			// the other modes write archives that some programs cannot read
			workbook.setZip64Mode(Zip64Mode.AsNeeded);
			CellWriter cells = new CellWriter(workbook, clock.getZone());
			for (FilledSheet<?> sheet : sheets) {
				write(sheet, workbook, cells, reader);
			}
			sign(workbook.getXSSFWorkbook().getProperties(), reader.word("app.name"));
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private <T> void write(FilledSheet<T> filled, SXSSFWorkbook workbook, CellWriter cells, Reader reader) {
		SXSSFSheet sheet = workbook.createSheet(freeName(workbook, reader.word(filled.sheet().titleKey())));
		new SheetBody<>(filled.sheet(), sheet, cells, reader).write(filled.rows());
	}

	private static String freeName(SXSSFWorkbook workbook, String title) {
		String name = WorkbookUtil.createSafeSheetName(title);
		return workbook.getSheet(name) == null ? name
				: WorkbookUtil.createSafeSheetName(workbook.getNumberOfSheets() + 1 + " " + title);
	}

	private void sign(POIXMLProperties properties, String product) {
		properties.getCoreProperties().setCreator(product);
		properties.getCoreProperties().setCreated(Optional.of(Date.from(clock.instant())));
		properties.getExtendedProperties().getUnderlyingProperties().setApplication(product);
	}

}
