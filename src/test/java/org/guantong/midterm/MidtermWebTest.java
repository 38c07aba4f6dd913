package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.GivenProjects;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages and the API of projects and mid-term checks, over HTTP. */
@GuantongTest
@Import(GivenProjects.class)
class MidtermWebTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private org.springframework.jdbc.core.simple.JdbcClient jdbc;

	@Autowired
	private Site site;

	private GivenProjects.Cast cast;

	private String project;

	@BeforeEach
	void aProject() {
		cast = givenProjects.cast();
		project = "/projects/" + cast.project().id();
	}

	@Test
	void a_pi_records_spending_on_the_page_and_is_told_what_is_wrong() {
		Site.Browser pi = site.browser(cast.pi());
		assertThat(pi.get("/projects").body()).contains(cast.project().code());
		assertThat(pi.get(project).body()).contains("建立损伤演化模型", "设备费", "时间进度");
		pi.get(project + "/spending");
		Site.Reply wrong = pi.post(project + "/spending",
				Map.of("line", "LABOUR", "spentOn", LocalDate.now().toString(), "amount", "300000.01", "note", ""));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("到账余额不足", "300000.01");
		Site.Reply done = pi.post(project + "/spending",
				Map.of("line", "LABOUR", "spentOn", LocalDate.now().toString(), "amount", "1,000.00", "note", "研究生劳务"));
		assertThat(done.body()).contains("支出已登记", "1,000.00", "研究生劳务");
	}

	@Test
	void an_officer_enters_a_project_on_the_page() {
		Site.Browser officer = site.browser(cast.officer());
		String direction = site.api(cast.officer()).get("/api" + project).json().get("direction").asText();
		assertThat(officer.get("/projects/new?direction=" + direction + "&scheme=2015").body()).contains("专家咨询费");
		Site.Reply wrong = officer.post("/projects/new", Map.of("direction", direction, "scheme", "2024", "code", "X"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("U21A2062", "请至少填写一个里程碑");
		LocalDate start = LocalDate.now();
		Site.Reply done = officer.post("/projects/new",
				Map.ofEntries(Map.entry("direction", direction), Map.entry("scheme", "2024"),
						Map.entry("code", "U26B" + given.number()), Map.entry("title", "新录入的项目"),
						Map.entry("pi", cast.pi().username()), Map.entry("category", "KEY"),
						Map.entry("directCost", "100"), Map.entry("startsOn", start.toString()),
						Map.entry("endsOn", start.plusYears(4).toString()), Map.entry("budget[0].line", "EQUIPMENT"),
						Map.entry("budget[0].planned", "100"), Map.entry("milestones[0].title", "第一年目标"),
						Map.entry("milestones[0].plannedOn", start.plusYears(1).toString()),
						Map.entry("milestones[0].indicators", "误差 | 50 | 20 | %")));
		assertThat(done.body()).contains("项目已录入", "第一年目标", "误差");
		assertThat(site.browser(cast.pi()).get("/projects/new").status()).isEqualTo(403);
	}

	@Test
	void the_api_drives_projects_and_checks_without_a_browser() {
		Site.Api pi = site.api(cast.pi());
		Site.Api officer = site.api(cast.officer());
		Map<String, Object> entry = Map.of("line", "EQUIPMENT", "spentOn", LocalDate.now().toString(), "amount", 12.34);
		assertThat(pi.post("/api" + project + "/expenditures", entry).status()).isEqualTo(201);
		assertThat(new BigDecimal(pi.get("/api" + project + "/budget").json().get("spent").asText()))
			.isEqualByComparingTo("12.34");
		Site.Reply wrong = pi.post("/api" + project + "/expenditures", Map.of("line", "EQUIPMENT", "amount", 0));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().get("errors").findValuesAsText("field")).contains("amount", "spentOn");
		Site.Reply opened = officer.post("/api/rounds/" + cast.round() + "/midterm-checks",
				Map.of("dueOn", LocalDate.now().plusDays(20).toString()));
		assertThat(opened.status()).isEqualTo(201);
		JsonNode check = opened.json().get(0);
		assertThat(officer
			.post("/api" + project + "/midterm-checks", Map.of("dueOn", LocalDate.now().plusDays(20).toString()))
			.status()).isEqualTo(409);
		assertThat(pi.get("/api/midterm-checks").json().get("items").findValuesAsText("code"))
			.contains(check.get("code").asText());
		assertThat(pi.post("/api" + project + "/midterm-checks", Map.of("dueOn", "2099-01-01")).status())
			.isEqualTo(403);
	}

	@Test
	void a_sheet_of_projects_comes_in_by_the_api() {
		Site.Api officer = site.api(cast.officer());
		assertThat(officer.post("/api/projects/import", List.of(Map.of("code", "U1"))).status()).isEqualTo(422);
	}

	@Test
	void the_board_and_the_check_show_to_those_concerned_alone() {
		Site.Browser officer = site.browser(cast.officer());
		officer.get("/midterm");
		Site.Reply past = officer.post("/midterm", Map.of("round", Long.toString(cast.round()), "dueOn", "2020-01-01"));
		assertThat(past.status()).isEqualTo(422);
		Site.Reply opened = officer.post("/midterm",
				Map.of("round", Long.toString(cast.round()), "dueOn", LocalDate.now().plusDays(20).toString()));
		assertThat(opened.body()).contains("已启动 1 项");
		JsonNode found = site.api(cast.pi()).get("/api/midterm-checks").json().get("items").get(0);
		String path = "/midterm/" + found.get("id").asText();
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact(), cast.officer())) {
			assertThat(site.browser(person).get(path).body()).contains(found.get("code").asText(), "数据与预警");
		}
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThat(site.browser(stranger).get(path).status()).isEqualTo(404);
		assertThat(site.browser(stranger).get(project).status()).isEqualTo(404);
		assertThat(site.api(stranger).get("/api" + path.replace("/midterm/", "/midterm-checks/")).status())
			.isEqualTo(404);
		assertThat(site.browser(stranger).get("/midterm").body()).contains("没有符合条件的中期检查");
	}

	@Test
	void an_officer_sets_what_the_checks_of_a_round_go_by() {
		Site.Browser officer = site.browser(cast.officer());
		String path = "/midterm/settings/" + cast.round();
		assertThat(officer.get(path).body()).contains("里程碑宽限天数");
		Map<String, String> wanted = new java.util.HashMap<>(
				Map.of("endorseDays", "5", "reviewDays", "9", "opinionDays", "8", "decideDays", "7", "behindLimit",
						"40", "aheadLimit", "30", "lateLimit", "10", "rectifications", "3", "escalateDays", "4"));
		assertThat(officer.post(path, wanted).body()).contains("参数已保存", "value=\"40\"");
		wanted.put("reviewDays", "0");
		Site.Reply wrong = officer.post(path, wanted);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("专家评审天数");
		assertThat(site.browser(cast.pi()).get(path).status()).isEqualTo(403);
	}

	@Test
	void an_officer_opens_a_season_by_fund_and_dates_and_sees_first_who_is_due() {
		GivenProjects.Cast other = givenProjects.cast();
		long fund = jdbc.sql("select fund_id from round where id = ?").param(other.round()).query(Long.class).single();
		java.time.LocalDate half = other.project().startsOn().plusDays(730);
		Site.Browser officer = site.browser(other.officer());
		String days = "?fund=" + fund + "&from=" + half.minusDays(3) + "&until=" + half.plusDays(3);
		assertThat(officer.get("/midterm/season" + days).body()).contains("将启动 1 项，另有 0 项不启动", other.project().code())
			.doesNotContain("??");
		assertThat(officer.get("/midterm/season?fund=" + fund + "&from=2026-02-01&until=2026-01-01").status())
			.isEqualTo(422);
		assertThat(
				officer.get("/midterm/season?fund=" + fund + "&from=" + half.plusDays(5) + "&until=" + half.plusDays(9))
					.body())
			.contains("没有执行过半的项目");
		officer.get("/midterm/season" + days);

		assertThat(officer
			.post("/midterm/season",
					Map.of("fund", "" + fund, "from", half.minusDays(3).toString(), "until",
							half.plusDays(3).toString()))
			.path()).isEqualTo("/midterm");

		assertThat(officer.get("/midterm?text=" + other.project().code()).body()).contains("M20");
		assertThat(officer.get("/midterm/season" + days).body()).contains("已有检查");
		assertThat(site.browser(other.pi()).get("/midterm/season" + days).status()).isEqualTo(403);
		assertThat(site.api(other.pi())
			.post("/api/funds/" + fund + "/midterm-seasons", Map.of("from", "2026-01-01", "until", "2026-12-31"))
			.status()).isEqualTo(403);
	}

}
