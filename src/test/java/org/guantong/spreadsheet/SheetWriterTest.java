package org.guantong.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;

class SheetWriterTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T16:30:00Z"), ZoneId.of("Asia/Shanghai"));

	private final StaticMessageSource messages = new StaticMessageSource();

	private final SheetWriter writer = new SheetWriter(messages, CLOCK);

	private final Sheet<Need> sheet = Sheet.<Need>of("need.list")
		.text("need.title", Need::title)
		.word("need.state", (need) -> "need.state." + need.state())
		.whole("need.months", Need::months)
		.amount("need.money", Need::money)
		.day("need.day", Need::day)
		.time("need.at", Need::at);

	private record Need(String title, String state, Integer months, BigDecimal money, LocalDate day, Instant at) {

		static Need titled(String title) {
			return new Need(title, "NEW", null, null, null, null);
		}

	}

	@BeforeEach
	void words() {
		say("app.name", "贯通", "Guantong");
		say("need.list", "需求清单", "Needs");
		say("need.title", "名称", "Title");
		say("need.state", "状态", "State");
		say("need.state.NEW", "草稿", "Draft");
		say("need.months", "期限", "Months");
		say("need.money", "投入", "Money");
		say("need.day", "日期", "Day");
		say("need.at", "时间", "At");
	}

	@Test
	void aListReadsInTheLanguageOfItsReader() throws IOException {
		try (XSSFWorkbook chinese = open(Locale.CHINESE, Need.titled("电机"));
				XSSFWorkbook english = open(Locale.ENGLISH, Need.titled("电机"))) {
			assertThat(chinese.getSheetAt(0).getSheetName()).isEqualTo("需求清单");
			assertThat(row(chinese.getSheetAt(0), 0)).containsExactly("名称", "状态", "期限", "投入", "日期", "时间");
			assertThat(row(chinese.getSheetAt(0), 1)).startsWith("电机", "草稿");
			assertThat(english.getSheetAt(0).getSheetName()).isEqualTo("Needs");
			assertThat(row(english.getSheetAt(0), 0)).startsWith("Title", "State");
			assertThat(row(english.getSheetAt(0), 1)).startsWith("电机", "Draft");
		}
	}

	@Test
	void numbersAndDatesCanBeReckonedWith() throws IOException {
		Need need = new Need("电机", "NEW", 36, new BigDecimal("260.50"), LocalDate.of(2026, 3, 1),
				Instant.parse("2026-02-28T16:30:00Z"));

		try (XSSFWorkbook workbook = open(Locale.CHINESE, need)) {
			var row = workbook.getSheetAt(0).getRow(1);
			assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(36);
			assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(260.5);
			assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
			assertThat(row.getCell(5).getLocalDateTimeCellValue()).as("in Beijing")
				.isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 30));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+86 24 8888", "-5 ℃", "@sum", "\tx", "\rx", "=HYPERLINK(\"http://evil\",\"x\")" })
	void whatLooksLikeAFormulaLeavesAsText(String title) throws IOException {
		try (XSSFWorkbook workbook = open(Locale.CHINESE, Need.titled(title))) {
			Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);

			assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
			assertThat(cell.getStringCellValue().strip()).isEqualTo(title.strip());
			assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
		}
	}

	@Test
	void theHeaderStaysInSightAndFilters() throws IOException {
		try (XSSFWorkbook workbook = open(Locale.CHINESE, Need.titled("一"), Need.titled("二"))) {
			XSSFSheet first = workbook.getSheetAt(0);

			assertThat(first.getPaneInformation().isFreezePane()).isTrue();
			assertThat(first.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
			assertThat(first.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F3");
		}
	}

	@Test
	void aWideTextGetsAWiderColumnWithinBounds() throws IOException {
		try (XSSFWorkbook workbook = open(Locale.CHINESE, Need.titled("针对".repeat(10)));
				XSSFWorkbook endless = open(Locale.CHINESE, Need.titled("针对".repeat(500)))) {
			assertThat(workbook.getSheetAt(0).getColumnWidth(0)).isEqualTo(42 * 256);
			assertThat(endless.getSheetAt(0).getColumnWidth(0)).isEqualTo(62 * 256);
		}
	}

	@Test
	void theFileNamesTheProductAndNobodyElse() throws IOException {
		StringBuilder properties = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(writer.write(Locale.CHINESE, sheet.with(List.of()))))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().startsWith("docProps/")) {
					properties.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
				}
			}
		}
		assertThat(properties).contains("贯通")
			.doesNotContain("Apache")
			.doesNotContain("lastModifiedBy")
			.doesNotContain(System.getProperty("user.name") + "<");
	}

	@Test
	void twoListsOfOneNameAreTwoSheets() throws IOException {
		byte[] bytes = writer.write(Locale.CHINESE, sheet.with(List.of()), sheet.with(List.of(Need.titled("二"))));

		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
			assertThat(workbook.getNumberOfSheets()).isEqualTo(2);
			assertThat(workbook.getSheetAt(1).getLastRowNum()).isEqualTo(1);
		}
	}

	@Test
	void theAnswerIsSavedUnderTheListsNameAndTheDay() {
		ResponseEntity<byte[]> answer = writer.answer(Locale.ENGLISH, sheet.with(List.of()));

		assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("Needs-20260302.xlsx");
		assertThat(answer.getHeaders().getContentDisposition().isAttachment()).isTrue();
		assertThat(answer.getHeaders().getContentType()).isEqualTo(SheetWriter.TYPE);
	}

	private XSSFWorkbook open(Locale locale, Need... needs) throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(writer.write(locale, sheet.with(List.of(needs)))));
	}

	private static List<String> row(XSSFSheet from, int number) {
		var row = from.getRow(number);
		return java.util.stream.StreamSupport.stream(row.spliterator(), false).map(Cell::getStringCellValue).toList();
	}

	private void say(String key, String chinese, String english) {
		messages.addMessage(key, Locale.CHINESE, chinese);
		messages.addMessage(key, Locale.ENGLISH, english);
	}

}
