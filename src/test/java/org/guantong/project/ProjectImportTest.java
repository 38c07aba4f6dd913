package org.guantong.project;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.demand.FilledTemplate;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.Uploads;

import static org.assertj.core.api.Assertions.assertThat;

/** Awarded projects by workbook, as demands are entered: all rows or none. */
@GuantongTest
class ProjectImportTest {

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Projects projects;

	@Autowired
	private Milestones milestones;

	@Autowired
	private Budgets budgets;

	@Autowired
	private ProjectTeams teams;

	private Person officer;

	private Person pi;

	private long round;

	private String direction;

	private Site.Api api;

	@BeforeEach
	void aPublishedDirectionAndItsDemand() {
		officer = given.officer();
		Person contact = given.person("王联系", given.organisation("CO_FUNDER", "辽宁省科技厅"), Role.CO_FUNDER_CONTACT);
		pi = given.person("张负责", given.organisation("HOST", "大连理工大学"), Role.PI);
		round = given.round(given.fund(contact.organisationId()));
		long demand = given.demand(round, contact, "MAT", "主轴轴承失效");
		jdbc.sql("""
				insert into demand_indicator (demand_id, position, name, current, target, unit)
				values (?, 0, '疲劳寿命', '1×10⁶', '1×10⁷', '次')
				""").param(demand).update();
		long id = given.direction(round, "MAT", "轴承接触疲劳机理", given.question(round, "MAT", "接触疲劳", demand));
		direction = jdbc.sql("select code from guide_direction where id = ?").param(id).query(String.class).single();
		api = site.api(officer);
	}

	@Test
	void projectsComeWithBudgetMilestonesTeamAndTheDemandsIndicators() {
		String code = code();
		FilledTemplate filled = project(template(), 3, code);
		filled.put(3, "members[0].name", "李工").put(3, "members[0].organisation", "沈阳某研究院");
		filled.put(3, "partners[0].name", "沈阳某研究院");
		filled.cell(3, "partners[0].amount").setCellValue(200000.5);

		JsonNode job = send(filled.bytes());

		assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("ENTERED");
		Project project = projects.findByCode(code).orElseThrow();
		assertThat(project.piId()).isEqualTo(pi.id());
		assertThat(project.hostId()).isEqualTo(pi.organisationId());
		Budget budget = budgets.of(project.id());
		assertThat(budget.planned()).isEqualByComparingTo("2800000.50");
		List<Milestone> plan = milestones.of(project.id());
		assertThat(plan).extracting(Milestone::title).containsExactly("建立模型", "完成验证");
		assertThat(plan.get(1).indicators()).extracting("name", "baseline", "target")
			.containsExactly(org.assertj.core.groups.Tuple.tuple("疲劳寿命", "1×10⁶", "1×10⁷"));
		ProjectTeam team = teams.of(project.id());
		assertThat(team.members()).extracting("name").containsExactly("李工");
		assertThat(team.passedOn()).isEqualByComparingTo("200000.50");
		assertThat(site.browser(pi).get("/projects/" + project.id()).body()).contains("沈阳某研究院", "转拨 200,000.50 元")
			.doesNotContain("??");
		assertThat(send(filled.bytes()).get("unchanged").asInt()).as("the same file once more").isEqualTo(1);
	}

	@Test
	void everyKindOfBadRowIsNamedAndNothingIsEntered() {
		Person expert = given.person("不是负责人", given.organisation("HOST", "某校"), Role.EXPERT);
		FilledTemplate filled = template();
		project(filled, 3, code());
		project(filled, 4, "U1");
		project(filled, 5, code()).put(5, "direction", "G0000-XXX-0001");
		project(filled, 6, code()).put(6, "pi", expert.username());
		project(filled, 7, code()).cell(7, "directCost").setCellValue(1);
		project(filled, 8, code()).put(8, "endsOn", "2020-01-01");
		project(filled, 9, code()).put(9, "category", "没有这一类");
		project(filled, 10, code()).put(10, "milestones[0].plannedOn", "2050-01-01");
		project(filled, 11, code()).put(11, "partners[0].name", "某院")
			.cell(11, "partners[0].amount")
			.setCellValue(900000);
		project(filled, 12, code()).cell(12, "budget[0].planned").setCellValue(-5);
		String twice = code();
		project(filled, 13, twice);
		project(filled, 14, twice).put(14, "title", "另一个名称");
		project(filled, 15, code()).put(15, "title", "轴承接触疲劳机理");

		JsonNode job = send(filled.bytes());

		assertThat(job.get("state").asText()).isEqualTo("REFUSED");
		Map<Integer, String> found = new java.util.TreeMap<>();
		job.get("problems")
			.forEach((one) -> found.merge(one.get("row").asInt(), one.get("field").asText(),
					(some, more) -> some + "," + more));
		assertThat(found.keySet()).as(job.get("problems").toString()).doesNotContain(3, 13);
		assertThat(found).containsKeys(4, 9, 12);
		assertThat(jdbc
			.sql("select count(*) from project p join guide_direction g on g.id = p.direction_id where g.round_id = ?")
			.param(round)
			.query(Integer.class)
			.single()).isZero();
		for (int row : new int[] { 4, 9, 12 }) {
			clear(filled, row);
		}
		JsonNode rules = send(filled.bytes());
		Map<Integer, String> broken = new java.util.TreeMap<>();
		rules.get("problems")
			.forEach((one) -> broken.merge(one.get("row").asInt(), one.get("field").asText(),
					(some, more) -> some + "," + more));
		assertThat(broken).as(rules.get("problems").toString())
			.containsEntry(5, "direction")
			.containsEntry(6, "pi")
			.containsEntry(7, "directCost")
			.containsKeys(8, 10, 11)
			.containsEntry(14, "code")
			.containsEntry(15, "title")
			.doesNotContainKeys(3, 13);
	}

	@Test
	void aProjectThatWasEnteredIsNotChangedByAList() {
		String code = code();
		FilledTemplate filled = project(template(), 3, code);
		send(filled.bytes());

		JsonNode again = send(filled.put(3, "title", "改过的名称和内容").bytes());

		assertThat(again.get("state").asText()).isEqualTo("REFUSED");
		assertThat(projects.findByCode(code).orElseThrow().title()).isNotEqualTo("改过的名称和内容");
	}

	@Test
	void onlyTheOfficeImportsProjects() {
		assertThat(site.api(pi).get("/api/imports/project/" + round + "/template.xlsx").status()).isEqualTo(403);
		assertThat(site.browser(pi).get("/imports/project/" + round).status()).isEqualTo(403);
		assertThat(site.browser(officer).get("/imports/project/" + round).body()).contains("批量导入立项项目")
			.doesNotContain("??");
		assertThat(site.browser(officer).get("/projects?round=" + round).body()).contains("/imports/project/" + round);
	}

	private FilledTemplate template() {
		return new FilledTemplate(api.bytes("/api/imports/project/" + round + "/template.xlsx"));
	}

	private FilledTemplate project(FilledTemplate filled, int row, String code) {
		filled.put(row, "code", code)
			.put(row, "title", "高速主轴轴承损伤演化研究" + row)
			.put(row, "direction", direction)
			.put(row, "pi", pi.username())
			.put(row, "category", "重点支持项目")
			.put(row, "startsOn", "2027-01-01")
			.put(row, "endsOn", "2030-12-31")
			.put(row, "scheme", "2024版科目")
			.put(row, "budget[0].line", "设备费")
			.put(row, "budget[1].line", "合作研究转拨")
			.put(row, "budget[2].line", "间接费用")
			.put(row, "milestones[0].title", "建立模型")
			.put(row, "milestones[0].plannedOn", "2028-06-30")
			.put(row, "milestones[1].title", "完成验证")
			.put(row, "milestones[1].plannedOn", "2030-06-30");
		filled.cell(row, "directCost").setCellValue(2600000.5);
		filled.cell(row, "budget[0].planned").setCellValue(2400000);
		filled.cell(row, "budget[1].planned").setCellValue(200000.5);
		filled.cell(row, "budget[2].planned").setCellValue(200000);
		return filled;
	}

	private static void clear(FilledTemplate filled, int row) {
		filled.sheet().removeRow(filled.sheet().getRow(row - 1));
	}

	private String code() {
		return "U25A" + given.number();
	}

	private JsonNode send(byte[] file) {
		return Uploads.send(api, "project/" + round, file);
	}

}
