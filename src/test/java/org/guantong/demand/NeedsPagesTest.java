package org.guantong.demand;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.fund.Round;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Funds, rounds, demands and questions over HTTP, as pages and as JSON. */
class NeedsPagesTest extends NeedsTest {

	@Autowired
	private Site site;

	@Test
	void anOfficerSetsUpAFundItsAgreementAndItsRound() {
		Site.Browser browser = site.browser(officer);
		String code = "QY-" + given.number();

		browser.get("/funds/new");
		Site.Reply fund = browser.post("/funds",
				Map.of("code", code, "name", "联合基金" + code, "type", "REGIONAL", "fields", "MAT"));
		assertThat(fund.path()).matches("/funds/\\d+");
		assertThat(fund.body()).contains("新材料与先进制造", "还没有协议").doesNotContain("海洋科学", "??");
		String id = fund.path().substring("/funds/".length());
		browser.get(fund.path() + "/agreements/new");
		assertThat(
				browser
					.post(fund.path() + "/agreements",
							Map.of("coFunderId", "" + contact.organisationId(), "funderAmount", "1000",
									"coFunderAmount", "3000", "firstYear", "2026", "lastYear", "2030"))
					.body())
			.contains("1:3", contact.organisationName());
		browser.get("/rounds/new?fund=" + id);
		Map<String, String> settings = settings();
		settings.put("fundId", id);
		settings.put("year", "2026");
		Site.Reply prepared = browser.post("/rounds", settings);
		assertThat(prepared.body()).contains("筹备中", "开启轮次", "2099-12-31").doesNotContain("??");
		Site.Reply opened = browser.post(prepared.path() + "/open", Map.of());

		assertThat(opened.body()).contains("征集中", "需求清单");
		Round made = rounds.require(Long.parseLong(opened.path().substring("/rounds/".length())));
		assertThat(inbox.openAbout("submitDemands", made.subject().ref())).hasSize(1);
		assertThat(browser.get("/rounds?q=" + made.code()).body()).contains(made.code());
	}

	@Test
	void settingsAreCheckedFieldByFieldAndKeepWhatWasTyped() {
		Site.Browser browser = site.browser(officer);
		browser.get("/rounds/" + round.id() + "/settings");
		Map<String, String> bad = settings();
		bad.put("demandDeadline", "2001-01-01");
		bad.put("title", "改过的名称");
		bad.put("_version", "" + round.version());

		Site.Reply refused = browser.post("/rounds/" + round.id() + "/settings", bad);

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("截止日期已过", "改过的名称");
		bad.put("quorum", "2");
		assertThat(browser.post("/rounds/" + round.id() + "/settings", bad).body()).contains("不能大于 1");
		assertThat(rounds.require(round.id()).title()).isNotEqualTo("改过的名称");
		bad.put("quorum", "0.5");
		bad.put("demandDeadline", "2099-12-31");
		assertThat(browser.post("/rounds/" + round.id() + "/settings", bad).path()).isEqualTo("/rounds/" + round.id());
		assertThat(browser.post("/rounds/" + round.id() + "/settings", bad).status()).as("a stale tab").isEqualTo(409);
	}

	@Test
	void aContactEntersChangesAndWithdrawsADemand() {
		open();
		Site.Browser browser = site.browser(contact);
		assertThat(browser.get("/rounds/" + round.id() + "/demands").body()).contains("填报需求", "声明并提交", "还没有需求")
			.doesNotContain("??");
		assertThat(browser.get("/rounds/" + round.id() + "/demands/new").body()).contains("拟凝练的科学问题", "刘联系");

		Map<String, String> entry = entry("刀具涂层疲劳失效机理");
		entry.put("background", "字".repeat(501));
		entry.remove("unit");
		Site.Reply refused = browser.post("/rounds/" + round.id() + "/demands", entry);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("现在是 501 个字", "href=\"#f-unit\"", "刀具涂层疲劳失效机理");
		entry = entry("刀具涂层疲劳失效机理");
		assertThat(browser.post("/rounds/" + round.id() + "/demands", entry).body()).contains("刀具涂层疲劳失效机理", "D2026-LN-",
				"草稿");

		Demand demand = demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId()).get(0);
		assertThat(browser.get("/demands/" + demand.id()).body()).contains("疲劳寿命", "联合研究", "修改").doesNotContain("??");
		browser.get("/demands/" + demand.id() + "/edit");
		entry.put("title", "刀具涂层界面损伤");
		entry.put("_version", "" + demand.version());
		assertThat(browser.post("/demands/" + demand.id(), entry).body()).contains("刀具涂层界面损伤");
		assertThat(browser.post("/demands/" + demand.id(), entry).status()).as("a stale tab").isEqualTo(409);
		browser.post("/demands/" + demand.id() + "/withdraw", Map.of());
		assertThat(stateOf(demand)).isEqualTo(Demand.State.WITHDRAWN);
		assertThat(browser.get("/demands/" + demand.id() + "?lang=en").body()).contains("Withdrawn", "Joint research")
			.doesNotContain("??");
	}

	@Test
	void nobodyElseSeesACoFundersDemands() {
		open();
		Demand demand = demand(contact, "刀具涂层疲劳");
		Person pi = given.person("孙教授", given.organisation("HOST", "某大学"), Role.PI);
		Person stranger = given.person("外省", given.organisation("CO_FUNDER", "别省"), Role.CO_FUNDER_CONTACT);

		Site.Api other = site.api(otherContact);
		assertThat(other.get("/api/demands/" + demand.id()).status()).isEqualTo(404);
		assertThat(other.put("/api/demands/" + demand.id(), json("改名改名")).status()).isEqualTo(404);
		assertThat(other.delete("/api/demands/" + demand.id()).status()).isEqualTo(404);
		assertThat(other.get("/api/rounds/" + round.id() + "/demands").json().get("total").asInt()).isZero();
		assertThat(site.browser(otherContact).get("/demands/" + demand.id()).status()).isEqualTo(404);
		assertThat(site.api(stranger).get("/api/rounds/" + round.id()).status()).isEqualTo(404);
		assertThat(site.api(stranger).post("/api/rounds/" + round.id() + "/demands", json("外省需求")).status())
			.isEqualTo(404);
		assertThat(site.api(pi).get("/api/demands/" + demand.id()).status()).isEqualTo(403);
		assertThat(site.api(leader).get("/api/demands/" + demand.id()).status()).isEqualTo(200);
		assertThat(site.api(leader).delete("/api/demands/" + demand.id()).status()).as("reads, does not change")
			.isEqualTo(403);
		assertThat(site.api(officer).get("/api/demands/" + demand.id()).status()).isEqualTo(200);
		assertThat(stateOf(demand)).isEqualTo(Demand.State.DRAFT);
	}

	@Test
	void onlyTheOfficeManagesFundsAndRounds() {
		Site.Api api = site.api(contact);

		assertThat(api.post("/api/funds", Map.of()).status()).isEqualTo(403);
		assertThat(api.post("/api/rounds", Map.of()).status()).isEqualTo(403);
		assertThat(api.put("/api/rounds/" + round.id(), Map.of("title", "x")).status()).isEqualTo(403);
		assertThat(api.post("/api/rounds/" + round.id() + "/open", Map.of()).status()).isEqualTo(403);
		assertThat(api.get("/api/rounds/" + round.id() + "/distillation").status()).isEqualTo(403);
		assertThat(site.browser(contact).get("/rounds/" + round.id() + "/settings").status()).isEqualTo(403);
		assertThat(rounds.require(round.id()).state()).isEqualTo(Round.State.PREPARED);
	}

	@Test
	void theApiTakesADemandFromRoundToAgreedQuestion() {
		Site.Api office = site.api(officer);
		long fund = office
			.post("/api/funds", Map.of("code", "F" + given.number(), "name", "基金" + given.number(), "type", "SECTOR",
					"fields", List.of("MAT", "ENE")))
			.json()
			.get("id")
			.asLong();
		assertThat(office
			.post("/api/funds/" + fund + "/agreements", Map.of("coFunderId", contact.organisationId(), "funderAmount",
					1000, "coFunderAmount", 2500, "firstYear", 2026, "lastYear", 2030))
			.json()
			.get("ratio")
			.asText()).isEqualTo("1:2.5");
		JsonNode made = office
			.post("/api/rounds",
					Map.of("fundId", fund, "year", 2026, "title", "2026年度", "demandDeadline", "2099-06-30"))
			.json();
		long id = made.get("id").asLong();
		assertThat(office.post("/api/rounds/" + id + "/open", Map.of()).json().get("state").asText()).isEqualTo("OPEN");
		round = rounds.require(id);
		Site.Api entry = site.api(contact);

		Map<String, Object> bad = json("坏");
		bad.put("field", "SEA");
		bad.put("months", "很快");
		Site.Reply refused = entry.post("/api/rounds/" + id + "/demands", bad);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json().get("errors").findValuesAsText("field")).contains("title", "field", "months");
		Site.Reply added = entry.post("/api/rounds/" + id + "/demands", json("钻头涂层剥落机理"));
		assertThat(added.status()).isEqualTo(201);
		long demand = added.json().get("id").asLong();
		assertThat(entry.put("/api/demands/" + demand, json("钻头涂层剥落规律")).json().get("content").get("title").asText())
			.isEqualTo("钻头涂层剥落规律");
		submit(contact);
		assertThat(entry.put("/api/demands/" + demand, json("太晚了吧")).status()).isEqualTo(409);
		sign(leader);
		judge("ACCEPT");
		complete(officer, "confirmCollection", Map.of("confirmed", true));

		assertThat(office.get("/api/rounds/" + id + "/distillation").json().get("single")).hasSize(1);
		Site.Reply proposed = office.post("/api/rounds/" + id + "/questions",
				Map.of("title", "涂层界面损伤", "demandIds", List.of(demand)));
		assertThat(proposed.status()).isEqualTo(201);
		long question = proposed.json().get("id").asLong();
		assertThat(site.api(leader).get("/api/questions/" + question).json().get("demands")).hasSize(1);
		assertThat(site.api(otherLeader).get("/api/questions/" + question).status()).isEqualTo(404);
		assertThat(office.delete("/api/questions/" + question + "/demands/" + demand).status()).isEqualTo(422);
	}

	@Test
	void anOfficerDistilsOnThePageWithProposedGroups() {
		long first = given.demand(round.id(), contact, "MAT", "高速切削刀具涂层疲劳失效机理研究");
		long second = given.demand(round.id(), otherContact, "MAT", "切削刀具涂层高速疲劳失效机理");
		long lone = given.demand(round.id(), contact, "BIO", "盐碱地大豆耐盐基因");
		Site.Browser browser = site.browser(officer);

		Site.Reply page = browser.get("/rounds/" + round.id() + "/distillation");

		assertThat(page.body()).contains("建议 1", "为什么相近", "共有词", "已归结 0 / 3").doesNotContain("??", "盐碱地大豆");
		assertThat(browser.get("/rounds/" + round.id() + "/distillation?view=SINGLE").body()).contains("盐碱地大豆")
			.doesNotContain("??");
		browser.get("/demands/" + lone + "/aside");
		assertThat(browser.post("/demands/" + lone + "/aside", Map.of("reason", "")).status()).isEqualTo(422);
		assertThat(browser.post("/demands/" + lone + "/aside", Map.of("reason", "与在研项目重复")).body()).contains("不凝练",
				"与在研项目重复");
		Site.Reply listed = browser.post("/rounds/" + round.id() + "/questions",
				Map.of("title", "涂层疲劳失效", "demandIds", "" + first));
		assertThat(listed.body()).contains("已归入科学问题", "涂层疲劳失效", "已归结 2 / 3");
		Site.Reply question = browser
			.get("/questions/" + jdbc.sql("select question_id from question_demand where demand_id = ?")
				.param(first)
				.query(Long.class)
				.single());
		assertThat(question.body()).contains("凝练中", "去凝练", "再并入一条需求").doesNotContain("??");
		assertThat(browser.post(question.path() + "/demands", Map.of("demandId", "" + second)).body()).contains("移出");
		assertThat(browser.get("/questions?round=" + round.id()).body()).contains("涂层疲劳失效");
		assertThat(browser.get("/rounds/" + round.id()).body()).contains("个科学问题", "条需求");
		assertThat(site.browser(leader).get(question.path()).body()).contains("另有 1 条其他联合资助方的需求").doesNotContain("移出");
		assertThat(browser.get(question.path() + "?lang=en").body()).contains("Being worded").doesNotContain("??");
		assertThat(browser.get("/rounds/" + round.id() + "/distillation").body()).contains("Distil")
			.doesNotContain("??");
	}

	private static Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(
				Map.ofEntries(Map.entry("title", "2026年度轮次"), Map.entry("demandDeadline", "2099-12-31"),
						Map.entry("fields", "MAT"), Map.entry("quotaPerCoFunder", "20"),
						Map.entry("quotaPerField", "5"), Map.entry("expertsPerDirection", "3"),
						Map.entry("quorum", "0.667"), Map.entry("passShare", "0.5"), Map.entry("recusalYears", "5"),
						Map.entry("mostConsultations", "3"), Map.entry("criteria[0].name", "科学性"),
						Map.entry("criteria[0].nameEn", "Scientific"), Map.entry("criteria[0].weight", "100")));
		settings.putAll(Map.of("reminderDays", "3", "amendDays", "5", "consultationDays", "10", "reviewDays", "14",
				"answerDays", "5", "draftDays", "14", "officeDays", "5"));
		return settings;
	}

	private static Map<String, String> entry(String title) {
		return new HashMap<>(Map.ofEntries(Map.entry("title", title), Map.entry("field", "MAT"),
				Map.entry("unit", "沈阳机床厂"), Map.entry("background", "背景"), Map.entry("gap", "差距"),
				Map.entry("difficulties", "难题"), Map.entry("indicators[0].name", "疲劳寿命"),
				Map.entry("indicators[0].target", "1×10⁷"), Map.entry("months", "36"),
				Map.entry("cooperation", "JOINT"), Map.entry("ipOwnership", "SHARED"), Map.entry("urgency", "SOON"),
				Map.entry("contactName", "王工"), Map.entry("contactPhone", "024-12345678"),
				Map.entry("notClassified", "true")));
	}

	private static Map<String, Object> json(String title) {
		Map<String, Object> json = new HashMap<>(entry(title));
		json.remove("indicators[0].name");
		json.remove("indicators[0].target");
		json.put("indicators", List.of(Map.of("name", "疲劳寿命", "target", "1×10⁷")));
		json.put("months", 36);
		return json;
	}

}
