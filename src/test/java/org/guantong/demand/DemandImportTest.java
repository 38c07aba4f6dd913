package org.guantong.demand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.QuotaDefaults;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Demands by workbook: the template, the checks, all or nothing, the same row once. */
class DemandImportTest extends NeedsTest {

	private static final int PATIENCE = 600;

	@Autowired
	private Site site;

	@Autowired
	private AuditTrail audit;

	private Site.Api api;

	@BeforeEach
	void aRoundWithRoom() {
		quotas(5000, 5000);
		open();
		api = site.api(contact);
	}

	@Test
	void theTemplateHasDropDownsAHiddenKeyColumnAndAnExplanation() {
		FilledTemplate template = template();
		XSSFWorkbook workbook = template.workbook();
		XSSFSheet sheet = template.sheet();

		assertThat(sheet.isColumnHidden(0)).isTrue();
		assertThat(sheet.getRow(0).getZeroHeight()).as("the line of paths is hidden").isTrue();
		assertThat(sheet.getRow(2).getCell(0).getStringCellValue())
			.isNotEqualTo(sheet.getRow(3).getCell(0).getStringCellValue());
		assertThat(choicesOf(template, "field")).hasSize(8).contains("新材料与先进制造", "海洋科学");
		assertThat(choicesOf(template, "cooperation")).containsExactly("联合研究", "委托研究", "成果转让", "成果许可", "其他");
		assertThat(choicesOf(template, "notClassified")).containsExactly("是");
		assertThat(workbook.getSheetVisibility(2)).isEqualTo(SheetVisibility.HIDDEN);
		String guide = textOf(workbook.getSheetAt(1));
		assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("填写说明");
		assertThat(guide)
			.contains("不要写公式", "4 至 50 个字", "期望时限（个月）", "1 至 120 之间的数", "高端数控机床主轴轴承失效机理", "最多 10 组", "一次最多 2000 行")
			.doesNotContain("??");
		assertThat(workbook.getProperties().getCoreProperties().getCreator()).isEqualTo("贯通");
	}

	@Test
	void theTemplateOfAnEnglishReaderIsTakenToo() {
		FilledTemplate template = new FilledTemplate(
				site.browser(contact).bytes("/imports/demand/" + round.id() + "/template.xlsx?lang=en"));
		assertThat(template.sheet().getRow(1).getCell(template.column("title")).getStringCellValue())
			.isEqualTo("Title *");
		template.demand(3, "Bearings that fail").put(3, "cooperation", "Joint research").put(3, "notClassified", "Yes");

		assertThat(send(template.bytes()).get("state").asText()).isEqualTo("ENTERED");
		assertThat(titles()).containsExactly("Bearings that fail");
	}

	@Test
	void allRowsOfAGoodWorkbookAreEntered() {
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理").demand(5, "刀具涂层界面损伤机理");
		template.put(5, "indicators[3].name", "摩擦系数").put(5, "indicators[3].target", "0.1");
		template.cell(5, "region").setCellValue("大连");
		template.cell(5, "contactPhone").setCellValue(13812345678d);

		JsonNode job = send(template.bytes());

		assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("ENTERED");
		assertThat(job.get("added").asInt()).isEqualTo(2);
		List<Demand> entered = demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId());
		assertThat(entered).extracting(Demand::title).containsExactly("高速主轴轴承失效机理", "刀具涂层界面损伤机理");
		assertThat(entered).extracting(Demand::state).containsOnly(Demand.State.DRAFT);
		Demand second = entered.get(1);
		assertThat(second.content().investment()).isEqualByComparingTo("300.5");
		assertThat(second.content().contactPhone()).isEqualTo("13812345678");
		assertThat(second.content().region()).isEqualTo("大连");
		assertThat(entered.get(0).content().region()).as("left empty, the co-funder's").isEqualTo("辽宁");
		assertThat(second.indicators()).extracting(DemandIndicator::name).containsExactly("疲劳寿命", "摩擦系数");
		assertThat(audit.entriesFor(round.subject().ref())).anySatisfy((entry) -> {
			assertThat(entry.action()).isEqualTo("intake.entered");
			assertThat(entry.detail()).contains("+2");
		});
	}

	@Test
	void oneBadRowKeepsAllOutAndTheFileComesBackMarked() {
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理").demand(4, "短").demand(6, "刀具涂层界面损伤机理");
		template.cell(4, "months").setCellValue(500);
		template.put(6, "cooperation", "随便").put(6, "indicators[0].target", "");

		JsonNode job = send(template.bytes());

		assertThat(job.get("state").asText()).isEqualTo("REFUSED");
		assertThat(job.get("problemCount").asInt()).isEqualTo(4);
		assertThat(job.get("problems").get(0).get("row").asInt()).isEqualTo(4);
		assertThat(job.get("problems").findValuesAsText("field")).containsExactly("title", "months",
				"indicators[0].target", "cooperation");
		assertThat(titles()).as("all or nothing").isEmpty();
		FilledTemplate marked = marked(job);
		assertThat(marked.cell(3, "_problems").toString()).isEmpty();
		assertThat(marked.cell(4, "_problems").getStringCellValue()).contains("【需求名称】", "4", "【期望时限】", "120");
		assertThat(marked.cell(4, "title").getCellComment().getString().getString()).contains("4");
		assertThat(marked.cell(4, "title").getCellComment().getAuthor()).isEqualTo("贯通");
		assertThat(marked.cell(6, "indicators[0].target").getCellComment()).isNotNull();
		assertThat(marked.cell(6, "title").getStringCellValue()).as("what was filled in stays").isEqualTo("刀具涂层界面损伤机理");

		marked.put(4, "title", "改好的需求名称").put(6, "cooperation", "其他").put(6, "indicators[0].target", "十倍");
		marked.cell(4, "months").setCellValue(50);
		marked.put(3, "title", "又");
		JsonNode again = send(marked.bytes());
		assertThat(again.get("problemCount").asInt()).isEqualTo(1);
		FilledTemplate second = marked(again);
		assertThat(second.cell(4, "_problems").toString()).as("old marks are gone").isEmpty();
		assertThat(second.cell(4, "title").getCellComment()).isNull();
		second.put(3, "title", "又一项需求");
		assertThat(send(second.bytes()).get("added").asInt()).isEqualTo(3);
	}

	@Test
	void theSameFileTwiceHasOneEffect() {
		byte[] file = template().demand(3, "高速主轴轴承失效机理").demand(4, "刀具涂层界面损伤机理").bytes();

		send(file);
		JsonNode again = send(file);

		assertThat(again.get("state").asText()).isEqualTo("ENTERED");
		assertThat(again.get("added").asInt()).isZero();
		assertThat(again.get("unchanged").asInt()).isEqualTo(2);
		assertThat(titles()).hasSize(2);
	}

	@Test
	void aRowThatWasChangedChangesWhatItMadeUnlessThatChangedSince() {
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理").demand(4, "刀具涂层界面损伤机理");
		send(template.bytes());
		template.put(3, "title", "高速主轴轴承疲劳机理").demand(5, "第三项需求的名称");

		JsonNode changed = send(template.bytes());
		assertThat(
				List.of(changed.get("added").asInt(), changed.get("changed").asInt(), changed.get("unchanged").asInt()))
			.containsExactly(1, 1, 1);
		assertThat(titles()).containsExactly("高速主轴轴承疲劳机理", "刀具涂层界面损伤机理", "第三项需求的名称");

		Demand first = demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId()).get(0);
		demandService.change(contact, first.id(), first.version(), content("MAT", "网页上改过的名称"), first.indicators());
		template.put(3, "title", "文件里又改的名称");
		JsonNode refused = send(template.bytes());
		assertThat(refused.get("state").asText()).isEqualTo("REFUSED");
		assertThat(refused.get("problems").get(0).get("message").asText()).contains("已在网页上修改");
		assertThat(titles()).contains("网页上改过的名称").doesNotContain("文件里又改的名称");
	}

	@Test
	void rowsCopiedWithTheirKeysAreEachEnteredOnce() {
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理").demand(4, "刀具涂层界面损伤机理");
		template.sheet().getRow(3).getCell(0).setCellValue(template.sheet().getRow(2).getCell(0).getStringCellValue());
		template.demand(2500, "没有行标识的一行");

		assertThat(send(template.bytes()).get("added").asInt()).isEqualTo(3);
		FilledTemplate turned = new FilledTemplate(template.bytes());
		turned.demand(3, "刀具涂层界面损伤机理").demand(4, "高速主轴轴承失效机理");
		turned.put(3, "unit", "沈阳某机床厂4").put(3, "contactName", "王工4");
		turned.put(4, "unit", "沈阳某机床厂3").put(4, "contactName", "王工3");
		assertThat(send(turned.bytes()).get("unchanged").asInt()).as("rows that changed places").isEqualTo(3);

		FilledTemplate twice = template().demand(3, "完全相同的需求").demand(4, "完全相同的需求");
		twice.put(4, "unit", "沈阳某机床厂3").put(4, "contactName", "王工3");
		assertThat(send(twice.bytes()).get("problems").get(0).get("message").asText()).contains("与第 3 行内容完全相同");
	}

	@Test
	void whatWasWithdrawnCanBeEnteredAgain() {
		byte[] file = template().demand(3, "高速主轴轴承失效机理").bytes();
		send(file);
		Demand first = demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId()).get(0);
		demandService.withdraw(contact, first.id());

		assertThat(send(file).get("added").asInt()).isEqualTo(1);
	}

	@Test
	void noLiveFormulaEnters() {
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理");
		template.cell(3, "industryLink").setCellFormula("CONCATENATE(\"a\",\"b\")");
		template.cell(3, "months").setCellFormula("12*3");

		JsonNode job = send(template.bytes());

		assertThat(job.get("problems").findValuesAsText("field")).containsExactlyInAnyOrder("industryLink", "months");
		assertThat(job.get("problems").get(0).get("message").asText()).contains("公式");
		assertThat(titles()).isEmpty();
		assertThat(marked(job).cell(3, "months").getCellType()).as("and none leaves").isNotEqualTo(CellType.FORMULA);
	}

	@Test
	void theRoundsQuotasHoldForWorkbooksToo() {
		quotas(2, 2);
		FilledTemplate template = template().demand(3, "高速主轴轴承失效机理").demand(4, "刀具涂层界面损伤机理").demand(5, "第三项需求的名称");

		JsonNode job = send(template.bytes());

		assertThat(job.get("state").asText()).isEqualTo("REFUSED");
		assertThat(job.get("problems").findValuesAsText("row")).containsOnly("5");
		assertThat(titles()).isEmpty();
	}

	@Test
	void onlyCheckedMeansNothingIsEntered() {
		byte[] file = template().demand(3, "高速主轴轴承失效机理").bytes();

		JsonNode job = send(
				api.upload("/api/imports/demand/" + round.id(), "需求.xlsx", file, Map.of("onlyCheck", "true")));

		assertThat(job.get("state").asText()).isEqualTo("CHECKED");
		assertThat(job.get("added").asInt()).isEqualTo(1);
		assertThat(titles()).isEmpty();
	}

	@Test
	void whatIsNoWorkbookOfOursIsRefusedWithTheRemedy() throws IOException {
		assertThat(refusal("名称,领域".getBytes(StandardCharsets.UTF_8))).contains("不是 Excel");
		assertThat(refusal(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0 })).contains("旧版");
		assertThat(refusal(with("xl/vbaProject.bin", new byte[10]))).contains("宏");
		assertThat(refusal(with("xl/externalLinks/externalLink1.xml", new byte[10]))).contains("外部链接");
		assertThat(refusal(with("xl/media/bomb.png", new byte[100 * 1024 * 1024]))).contains("过大");
		assertThat(refusal(with("xl/dtd.xml", "<!DOCTYPE x [<!ENTITY e 'e'>]><x/>".getBytes(StandardCharsets.UTF_8))))
			.contains("损坏");
		assertThat(send(template().bytes()).get("refusal").asText()).contains("没有填写");
		FilledTemplate other = template().demand(3, "高速主轴轴承失效机理");
		other.sheet().getRow(0).getCell(0).setCellValue("_key/project");
		assertThat(send(other.bytes()).get("refusal").asText()).contains("不是从本页下载的模板");
	}

	@Test
	void onlyTheCoFundersContactSendsAndOnlyTheSenderReads() {
		byte[] file = template().demand(3, "高速主轴轴承失效机理").bytes();
		JsonNode job = send(file);
		String path = "/api/imports/demand/" + round.id();

		assertThat(site.api(leader).upload(path, "a.xlsx", file, Map.of()).status()).isEqualTo(403);
		assertThat(site.api(officer).upload(path, "a.xlsx", file, Map.of()).status()).isEqualTo(403);
		assertThat(site.api(leader).get(path + "/template.xlsx").status()).isEqualTo(403);
		assertThat(site.api(otherContact).get("/api/imports/jobs/" + job.get("id").asLong()).status()).isEqualTo(404);
		assertThat(site.browser(otherContact).get("/imports/jobs/" + job.get("id").asLong()).status()).isEqualTo(404);
		assertThat(api.get("/api/imports/project/" + round.id() + "/template.xlsx").status()).isEqualTo(403);
		assertThat(api.get("/api/imports/achievement/1/template.xlsx").status()).isEqualTo(404);
		submit(contact);
		assertThat(api.upload(path, "a.xlsx", file, Map.of()).status()).as("no longer their turn").isEqualTo(409);
	}

	@Test
	void thePagesLeadFromTheListToTheResult() {
		Site.Browser browser = site.browser(contact);
		assertThat(browser.get("/rounds/" + round.id() + "/demands").body()).contains("/imports/demand/" + round.id());
		assertThat(browser.get("/imports/demand/" + round.id()).body()).contains("下载模板", round.title())
			.doesNotContain("??");

		Site.Reply refused = browser.upload("/imports/demand/" + round.id(), "a.txt", new byte[] { 1, 2 }, Map.of());
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("不是 Excel", "下载模板");
		Site.Reply sent = browser.upload("/imports/demand/" + round.id(), "需求.xlsx", template().demand(3, "短").bytes(),
				Map.of());
		assertThat(sent.path()).matches("/imports/jobs/\\d+");
		await(Long.parseLong(sent.path().substring("/imports/jobs/".length())));

		Site.Reply result = browser.get(sent.path());
		assertThat(result.body()).contains("未导入", "有 1 处需要修改", "需求名称", "标出问题的文件").doesNotContain("??", "http-equiv");
		assertThat(browser.get(sent.path() + "?lang=en").body()).contains("Not entered", "Title").doesNotContain("??");
		assertThat(browser.get("/imports/demand/" + round.id()).body()).contains("My last files").doesNotContain("??");
	}

	@Test
	void aThousandRowsTakeAFewSeconds() {
		FilledTemplate template = template();
		for (int row = 3; row < 1003; row++) {
			template.demand(row, "高速主轴轴承失效机理之" + row);
		}
		byte[] file = template.bytes();
		long start = System.nanoTime();

		JsonNode job = send(file);

		System.out.printf("1,000 demands from a workbook of %,d KB entered in %.1f s%n", file.length / 1024,
				(System.nanoTime() - start) / 1e9);
		assertThat(job.get("added").asInt()).as(job.toString()).isEqualTo(1000);
		assertThat(titles()).hasSize(1000);
		start = System.nanoTime();
		template.demand(500, "短").demand(501, "短");
		JsonNode refused = send(template.bytes());
		System.out.printf("the same with 2 bad rows marked in %.1f s%n", (System.nanoTime() - start) / 1e9);
		assertThat(refused.get("problemCount").asInt()).isEqualTo(2);
	}

	private void quotas(int perCoFunder, int perField) {
		settings((now) -> now.with(new QuotaDefaults(perCoFunder, perField, null, null)));
	}

	private FilledTemplate template() {
		return new FilledTemplate(api.bytes("/api/imports/demand/" + round.id() + "/template.xlsx"));
	}

	private JsonNode send(byte[] file) {
		return send(api.upload("/api/imports/demand/" + round.id(), "需求.xlsx", file, Map.of()));
	}

	private JsonNode send(Site.Reply reply) {
		assertThat(reply.status()).as(reply.body()).isEqualTo(202);
		return await(reply.json().get("id").asLong());
	}

	private JsonNode await(long id) {
		for (int turn = 0; turn < PATIENCE; turn++) {
			JsonNode job = api.get("/api/imports/jobs/" + id).json();
			if (!List.of("WAITING", "RUNNING").contains(job.get("state").asText())) {
				return job;
			}
			pause();
		}
		throw new AssertionError("the job never ended");
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String refusal(byte[] file) {
		Site.Reply reply = api.upload("/api/imports/demand/" + round.id(), "a.xlsx", file, Map.of());
		assertThat(reply.status()).isEqualTo(422);
		return reply.json().get("errors").get(0).get("message").asText();
	}

	/** The template with one part more. */
	private byte[] with(String part, byte[] content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(template().bytes()));
				ZipOutputStream to = new ZipOutputStream(bytes)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				from.transferTo(to);
			}
			to.putNextEntry(new ZipEntry(part));
			to.write(content);
		}
		return bytes.toByteArray();
	}

	private FilledTemplate marked(JsonNode job) {
		return new FilledTemplate(api.bytes("/api/imports/jobs/" + job.get("id").asLong() + "/marked.xlsx"));
	}

	private List<String> titles() {
		return demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId())
			.stream()
			.filter((demand) -> demand.state() != Demand.State.WITHDRAWN)
			.map(Demand::title)
			.toList();
	}

	private static List<String> choicesOf(FilledTemplate template, String path) {
		for (DataValidation limit : template.sheet().getDataValidations()) {
			if (limit.getRegions().getCellRangeAddress(0).getFirstColumn() == template.column(path)) {
				String range = limit.getValidationConstraint().getFormula1();
				String[] ends = range.substring(range.indexOf('!') + 1).replace("$", "").split(":");
				XSSFSheet options = template.workbook().getSheet(range.substring(0, range.indexOf('!')));
				List<String> choices = new ArrayList<>();
				for (var cell : new AreaReference(ends[0] + ":" + ends[1], SpreadsheetVersion.EXCEL2007)
					.getAllReferencedCells()) {
					choices.add(options.getRow(cell.getRow()).getCell(cell.getCol()).getStringCellValue());
				}
				return choices;
			}
		}
		throw new AssertionError("nothing to choose from in " + path);
	}

	private static String textOf(XSSFSheet sheet) {
		StringBuilder text = new StringBuilder();
		sheet.forEach((row) -> row.forEach((cell) -> text.append(cell).append('\n')));
		return text.toString();
	}

}
