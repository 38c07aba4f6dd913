package org.guantong.linkage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class StatisticsTest {

	@Autowired
	private Statistics statistics;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aRoundIsCountedStepByStepAndWithoutOtherRounds() {
		Person officer = given.officer();
		long round = aRound();
		aRound();
		Map<String, Long> counts = As.reader(officer, () -> statistics.funnel(officer, round))
			.steps()
			.stream()
			.collect(Collectors.toMap(Funnel.Step::key, Funnel.Step::count));
		assertThat(counts)
			.isEqualTo(Map.of("demands", 3L, "demands-accepted", 3L, "demands-linked", 2L, "questions-agreed", 1L,
					"directions-published", 1L, "projects", 2L, "achievements-registered", 1L, "transfers-signed", 1L));
	}

	@Test
	void theFieldsOf2021AddUpToWhatWasPublished() {
		Person officer = given.officer();
		List<FieldFigures> fields = As.reader(officer, () -> statistics.byField(officer, aRound()));
		assertThat(fields).extracting(FieldFigures::directionsOf2021)
			.containsExactly(106, 90, 65, 191, 12, 123, 151, null);
		assertThat(fields).filteredOn((field) -> field.name().equals("新材料与先进制造"))
			.singleElement()
			.satisfies((field) -> assertThat(field)
				.extracting(FieldFigures::demands, FieldFigures::directions, FieldFigures::projects)
				.containsExactly(3L, 1L, 2L));
	}

	@Test
	void officeCommitteeAndAuditorsReadThePageAndNobodyElse() {
		long round = aRound();
		for (Role role : Role.values()) {
			Person reader = given.person("某人", given.organisation("HOST", "单位"), role);
			boolean open = List.of(Role.ADMIN, Role.OFFICER, Role.COMMITTEE, Role.AUDITOR).contains(role);
			assertThat(site.browser(reader).get("/statistics?round=" + round).status()).as("%s", role)
				.isEqualTo(open ? 200 : 403);
		}
		assertThat(site.browser().get("/statistics").path()).isEqualTo("/login");
		assertThat(site.api(given.person("专家", given.organisation("HOST", "单位"), Role.EXPERT))
			.get("/api/statistics")
			.status()).isEqualTo(403);
	}

	@Test
	void thePageReadsInBothLanguagesAndItsScriptsAreThere() {
		Site.Browser browser = site.browser(given.officer());
		String page = browser.get("/statistics?round=" + aRound()).body();
		assertThat(page).contains("从需求到转化", "签约转化", "738").doesNotContain("??");
		assertThat(browser.get("/statistics?lang=en").body()).contains("Transfers signed", "Marine science")
			.doesNotContain("??");
		for (String script : List.of("/_static/echarts/6.0.0/dist/echarts.min.js", "/js/charts.js",
				"/css/linkage.css")) {
			assertThat(page).contains(script);
			assertThat(browser.get(script).status()).as(script).isEqualTo(200);
		}
	}

	/**
	 * Three demands, two of them in a question, a direction, two projects, a transfer.
	 */
	private long aRound() {
		Person contact = given.person("联系人", given.organisation("CO_FUNDER", "省厅"), Role.CO_FUNDER_CONTACT);
		Person pi = given.person("教授", given.organisation("HOST", "大学"), Role.PI);
		long round = given.round(given.fund(contact.organisationId()));
		long question = given.question(round, "MAT", "问题", given.demand(round, contact, "MAT", "甲"),
				given.demand(round, contact, "MAT", "乙"));
		given.demand(round, contact, "MAT", "丙");
		long direction = given.direction(round, "MAT", "方向", question);
		given.project(direction, pi, "甲项目");
		long achievement = given.achievement(given.project(direction, pi, "乙项目"), "成果");
		jdbc.sql("""
				insert into transfer (code, achievement_id, demand_side_id, title, state)
				values (?, ?, ?, '转化', 'SIGNED')
				""").params("T" + given.number(), achievement, given.organisation("DEMAND_SIDE", "企业")).update();
		return round;
	}

}
