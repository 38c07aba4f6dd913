package org.guantong.project;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.guantong.demand.FilledTemplate;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.Uploads;

import static org.assertj.core.api.Assertions.assertThat;

/** A project's spending by workbook: all of it or nothing, and once. */
@GuantongTest
@Import(GivenProjects.class)
class SpendingImportTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private Budgets budgets;

	@Autowired
	private Site site;

	private GivenProjects.Cast cast;

	private Site.Api api;

	@BeforeEach
	void aProject() {
		cast = givenProjects.cast();
		api = site.api(cast.host());
	}

	@Test
	void aWorkbookIsEnteredOnceAndAddsUpLineByLine() {
		FilledTemplate filled = template();
		row(filled, 3, "设备费", 1200.5, "数据采集卡");
		row(filled, 4, "设备费", -200.5, "退货");
		row(filled, 5, "劳务费", 300000, "研究生劳务费");

		JsonNode job = send(filled.bytes());

		assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("ENTERED");
		assertThat(line("EQUIPMENT").spent()).isEqualByComparingTo("1000");
		assertThat(line("LABOUR").balance()).isEqualByComparingTo("0");
		assertThat(send(filled.bytes()).get("unchanged").asInt()).as("the same file once more").isEqualTo(3);
		assertThat(line("EQUIPMENT").spent()).isEqualByComparingTo("1000");
		assertThat(send(filled.put(3, "note", "改过的摘要").bytes()).get("state").asText()).as("what is in the books stays")
			.isEqualTo("REFUSED");
		assertThat(site.browser(cast.pi()).get("/projects/" + cast.project().id() + "/spending").body())
			.contains("数据采集卡", "/imports/expenditure/" + cast.project().id());
	}

	@Test
	void everyKindOfBadRowIsNamedAndNothingIsEntered() {
		FilledTemplate filled = template();
		row(filled, 3, "设备费", 100, "好的一行");
		row(filled, 4, "没有这一科目", 100, "x");
		row(filled, 5, "设备费", 100, "x").put(5, "spentOn", "不是日期");
		row(filled, 6, "设备费", 100.005, "x");
		JsonNode shape = send(filled.bytes());
		assertThat(shape.get("state").asText()).isEqualTo("REFUSED");
		assertThat(problems(shape)).doesNotContainKey(3)
			.containsEntry(4, "line")
			.containsEntry(5, "spentOn")
			.containsEntry(6, "amount");
		for (int row : new int[] { 4, 5, 6 }) {
			filled.sheet().removeRow(filled.sheet().getRow(row - 1));
		}
		row(filled, 7, "设备费", 1, "太早").put(7, "spentOn", "2001-01-01");
		row(filled, 8, "设备费", 1, "未到的日子").put(8, "spentOn", LocalDate.now().plusDays(2).toString());
		row(filled, 9, "劳务费", 300000, "刚好");
		row(filled, 10, "劳务费", 0.01, "超出到账");
		row(filled, 11, "业务费", -1, "没有可冲销的");
		row(filled, 12, "设备费", -1, "");
		row(filled, 13, "设备费", 0, "零");

		JsonNode rules = send(filled.bytes());

		assertThat(problems(rules)).as(rules.toString())
			.doesNotContainKeys(3, 9)
			.containsEntry(7, "spentOn")
			.containsEntry(8, "spentOn")
			.containsEntry(10, "amount")
			.containsEntry(11, "amount")
			.containsEntry(12, "note")
			.containsEntry(13, "amount");
		assertThat(budgets.expenditures(cast.project().id())).isEmpty();
	}

	@Test
	void onlyThoseWhoKeepTheBooksSendIt() {
		String template = "/api/imports/expenditure/" + cast.project().id() + "/template.xlsx";
		assertThat(site.api(cast.officer()).get(template).status()).isEqualTo(403);
		assertThat(site.api(cast.contact()).get(template).status()).isEqualTo(403);
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThat(site.api(stranger).get(template).status()).isEqualTo(404);
		assertThat(site.browser(cast.pi()).get("/imports/expenditure/" + cast.project().id()).body()).contains("批量导入支出")
			.doesNotContain("??");
	}

	private FilledTemplate template() {
		return new FilledTemplate(api.bytes("/api/imports/expenditure/" + cast.project().id() + "/template.xlsx"));
	}

	private static FilledTemplate row(FilledTemplate filled, int row, String line, double amount, String note) {
		filled.put(row, "spentOn", LocalDate.now().toString()).put(row, "line", line).put(row, "note", note);
		filled.cell(row, "amount").setCellValue(amount);
		return filled;
	}

	private BudgetLine line(String code) {
		return budgets.of(cast.project().id())
			.lines()
			.stream()
			.filter((line) -> line.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

	private static Map<Integer, String> problems(JsonNode job) {
		Map<Integer, String> found = new TreeMap<>();
		job.get("problems")
			.forEach((one) -> found.merge(one.get("row").asInt(), one.get("field").asText(),
					(some, more) -> some.equals(more) ? some : some + "," + more));
		return found;
	}

	private JsonNode send(byte[] file) {
		return Uploads.send(api, "expenditure/" + cast.project().id(), file);
	}

}
