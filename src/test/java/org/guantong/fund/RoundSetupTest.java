package org.guantong.fund;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A round's settings as data: set on one page, copied, kept from unsafe changes. */
@GuantongTest
class RoundSetupTest {

	@Autowired
	Given given;

	@Autowired
	Site site;

	@Autowired
	TestClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Rounds rounds;

	@Autowired
	RoundService service;

	@Autowired
	RoundCriteria criteria;

	@Autowired
	RoundParties parties;

	@Autowired
	RoundQuotas quotas;

	@Autowired
	AuditTrail audit;

	Person officer;

	Person contact;

	long liaoning;

	long enterprise;

	long fund;

	Round round;

	@BeforeEach
	void aPreparedRound() {
		TestingAuthenticationToken somebody = new TestingAuthenticationToken("somebody", "");
		somebody.setAuthenticated(true);
		SecurityContextHolder.getContext().setAuthentication(somebody);
		officer = given.officer();
		liaoning = given.organisation("CO_FUNDER", "辽宁省科学技术厅");
		enterprise = given.organisation("CO_FUNDER", "某石油集团");
		contact = given.person("刘联系", liaoning, Role.CO_FUNDER_CONTACT);
		fund = given.fund(liaoning, enterprise);
		round = rounds.require(given.round(fund));
	}

	@AfterEach
	void backToNow() {
		clock.reset();
		SecurityContextHolder.clearContext();
	}

	@Test
	void everythingAboutARoundIsSetOnOnePage() {
		Site.Browser browser = site.browser(officer);
		assertThat(browser.get("/rounds/" + round.id() + "/settings").body())
			.contains("联合资助方", "某石油集团", "每个需求单位最多", "例外", "专家答复邀请", "科学性", "用词提醒", "邮件文字", "会议论证")
			.doesNotContain("??");
		Map<String, String> form = settings();
		form.put("coFunders", "" + liaoning);
		form.putAll(Map.of("quotaPerUnit", "3", "quotaPerPerson", "1", "answerDays", "7", "meetingRequired", "true",
				"wording", "开发、研制 产业化", "mostConsultations", "2"));
		form.putAll(Map.of("exceptions[0].scope", "FIELD", "exceptions[0].coFunder", "" + liaoning,
				"exceptions[0].field", "MAT", "exceptions[0].most", "8"));
		form.putAll(Map.of("criteria[0].name", "科学性", "criteria[0].nameEn", "Scientific", "criteria[0].weight", "60",
				"criteria[1].name", "可行性", "criteria[1].nameEn", "Feasible", "criteria[1].weight", "40"));

		Site.Reply saved = browser.post("/rounds/" + round.id() + "/settings", form);

		assertThat(saved.path()).isEqualTo("/rounds/" + round.id());
		assertThat(saved.body()).contains("可行性", "研制", "辽宁省科学技术厅").doesNotContain("??");
		Round now = rounds.require(round.id());
		assertThat(now.limits()).isEqualTo(new TimeLimits(3, 5, 10, 14, 7, 14, 5));
		assertThat(now.meetingRequired()).isTrue();
		assertThat(now.aggregateShown()).isFalse();
		assertThat(now.mostConsultations()).isEqualTo(2);
		assertThat(now.wording()).containsExactly("开发", "研制", "产业化");
		assertThat(parties.fields(now.id())).containsExactly(given.field("MAT"));
		assertThat(parties.coFunders(now.id())).containsExactly(liaoning);
		Quotas allowed = quotas.of(now);
		assertThat(allowed.inField(liaoning, given.field("MAT"))).isEqualTo(8);
		assertThat(allowed.inField(enterprise, given.field("MAT"))).isEqualTo(5);
		assertThat(allowed.perUnit(liaoning)).contains(3);
		assertThat(allowed.perPerson(liaoning)).contains(1);
		assertThat(criteria.of(now.id())).extracting(Criterion::code, Criterion::weight)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("scientific", 60),
					org.assertj.core.groups.Tuple.tuple("c1", 40));
		assertThat(audit.entriesFor(round.subject().ref())).extracting(AuditEntry::detail)
			.anySatisfy((detail) -> assertThat(detail).contains("answerDays: 5 → 7", "criteria changed"));
		assertThat(browser.get("/rounds/" + round.id() + "/settings?lang=en").body())
			.contains("Quotas of demands", "Experts: to answer an invitation")
			.doesNotContain("??");
	}

	@Test
	void eachMistakeIsNamedAndWhatWasTypedStays() {
		Site.Browser browser = site.browser(officer);
		browser.get("/rounds/" + round.id() + "/settings");
		Map<String, String> form = settings();
		form.remove("fields");
		form.put("coFunders", "" + liaoning);
		form.put("criteria[0].weight", "90");
		form.put("criteria[0].description", "写了一半的说明");
		form.putAll(Map.of("exceptions[0].scope", "PERSON", "exceptions[0].most", "2"));

		assertThat(browser.post("/rounds/" + round.id() + "/settings", form).body()).contains("#f-fields");
		form.put("fields", "MAT");
		Site.Reply refused = browser.post("/rounds/" + round.id() + "/settings", form);

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("现在是 90", "请选择这一例外针对的联合资助方", "写了一半的说明");
		assertThat(problems(new QuotaException(QuotaException.Scope.FIELD, null, null, 1))).contains("coFunder");
		assertThat(problems(new QuotaException(QuotaException.Scope.UNIT, liaoning, given.field("MAT"), 1)))
			.contains("field");
		assertThat(
				problems(new QuotaException(QuotaException.Scope.UNIT, given.organisation("CO_FUNDER", "外省"), null, 1)))
			.contains("coFunder");
		assertThat(rounds.require(round.id()).version()).as("nothing was written").isEqualTo(round.version());
	}

	@Test
	void theWeightsOfARoundAddUpToAHundredWhateverWritesThem() {
		assertThatThrownBy(() -> jdbc.sql("update round_criterion set weight = 30 where round_id = ? and code = 'safe'")
			.param(round.id())
			.update()).isInstanceOf(DataAccessException.class).hasMessageContaining("100");
	}

	@Test
	void nextYearsRoundIsMadeFromThisYears() {
		jdbc.sql("update agreement set last_year = 2026 where fund_id = ? and co_funder_id = ?")
			.params(fund, enterprise)
			.update();
		RoundPlan plan = service.plan(officer, round.id());
		round = service.change(officer, round.id(), round.version(),
				new RoundPlan(plan.settings().with(new QuotaDefaults(7, 3, 1, 2)),
						List.of(given.field("MAT"), given.field("ENE")), plan.coFunders(),
						List.of(new QuotaException(QuotaException.Scope.CO_FUNDER, liaoning, null, 30),
								new QuotaException(QuotaException.Scope.CO_FUNDER, enterprise, null, 4)),
						List.of(new Criterion(null, "only", "唯一", "Only one", 100, "", ""))));
		site.api(officer)
			.put("/api/rounds/" + round.id() + "/mails/returned",
					Map.of("zh", Map.of("subject", "请改：{事项}", "body", "{退回理由}")));
		Site.Browser browser = site.browser(officer);
		assertThat(browser.get("/rounds/" + round.id() + "/copy").body()).contains("2027", "沿用");

		Site.Reply copied = browser.post("/rounds/" + round.id() + "/copy", Map.of("year", "2027"));

		assertThat(copied.path()).matches("/rounds/\\d+/settings");
		long id = Long.parseLong(copied.path().replaceAll("\\D", ""));
		Round copy = rounds.require(id);
		assertThat(copy.title()).isEqualTo("2027年度区域创新发展联合基金");
		assertThat(copy.state()).isEqualTo(Round.State.PREPARED);
		assertThat(copy.copiedFrom()).isEqualTo(round.id());
		ZoneId zone = clock.getZone();
		assertThat(copy.demandDeadline()).isEqualTo(round.demandDeadline().atZone(zone).plusYears(1).toInstant());
		assertThat(copy.quotas()).isEqualTo(new QuotaDefaults(7, 3, 1, 2));
		assertThat(parties.fields(id)).isEqualTo(parties.fields(round.id()));
		assertThat(parties.coFunders(id)).as("the other's agreement is over").containsExactly(liaoning);
		assertThat(quotas.of(copy).exceptions())
			.containsExactly(new QuotaException(QuotaException.Scope.CO_FUNDER, liaoning, null, 30));
		assertThat(criteria.of(id)).extracting(Criterion::name).containsExactly("唯一");
		assertThat(site.api(officer).get("/api/rounds/" + id + "/mails/returned").json().get(0).get("subject").asText())
			.isEqualTo("请改：{事项}");
		assertThat(site.api(officer).post("/api/rounds/" + round.id() + "/copy", Map.of("year", 2027)).status())
			.as("that year's is there")
			.isEqualTo(422);
		assertThat(site.api(contact).post("/api/rounds/" + round.id() + "/copy", Map.of("year", 2028)).status())
			.isEqualTo(403);
	}

	@Test
	void whatIsNotSafeToChangeCannotBeOnceTheRoundRuns() {
		round = service.open(officer, round.id());
		RoundPlan plan = service.plan(officer, round.id());

		assertThat(refusedFields(new RoundPlan(plan.settings(), plan.fields().subList(1, 3), List.of(liaoning),
				plan.exceptions(), plan.criteria())))
			.contains("coFunders", "fields");
		assertThat(refusedFields(
				plan.with(plan.settings().withDeadline(round.demandDeadline().minus(Duration.ofDays(1))))))
			.contains("demandDeadline");
		assertThat(site.browser(officer).get("/rounds/" + round.id() + "/settings").body()).contains("联合资助方名单不再更改");
		jdbc.sql("update round set state = 'COLLECTED' where id = ?").param(round.id()).update();
		assertThat(refusedFields(plan.with(plan.settings()
			.with(new QuotaDefaults(9, 9, null, null))
			.withDeadline(round.demandDeadline().plus(Duration.ofDays(1))))))
			.contains("quotaPerCoFunder", "demandDeadline");
		RoundSettings limits = plan.settings().with(new TimeLimits(1, 5, 20, 21, 5, 14, 5)).withTitle("改名");
		round = service.change(officer, round.id(), rounds.require(round.id()).version(), plan.with(limits));
		assertThat(round.title()).as("what is safe may change at any time").isEqualTo("改名");
		assertThat(site.browser(officer).get("/rounds/" + round.id() + "/settings").body()).contains("需求已经定稿")
			.doesNotContain("name=\"quotaPerCoFunder\"");
	}

	@Test
	void aPageThatHidesWhatIsLockedStillSaves() {
		round = service.open(officer, round.id());
		jdbc.sql("update round set state = 'COLLECTED' where id = ?").param(round.id()).update();
		Site.Browser browser = site.browser(officer);
		browser.get("/rounds/" + round.id() + "/settings");
		Map<String, String> form = settings();
		form.put("title", "需求定稿之后");
		form.put("fields", "SEA");
		form.put("quotaPerCoFunder", "1");

		assertThat(browser.post("/rounds/" + round.id() + "/settings", form).path()).isEqualTo("/rounds/" + round.id());

		Round now = rounds.require(round.id());
		assertThat(now.title()).isEqualTo("需求定稿之后");
		assertThat(now.quotas()).isEqualTo(round.quotas());
		assertThat(parties.fields(now.id())).hasSizeGreaterThan(5);
	}

	@Test
	void aCoFunderIsNotToldWhatWasAgreedWithOthers() {
		RoundPlan plan = service.plan(officer, round.id());
		service.change(officer, round.id(), round.version(),
				new RoundPlan(plan.settings(), plan.fields(), plan.coFunders(),
						List.of(new QuotaException(QuotaException.Scope.CO_FUNDER, enterprise, null, 77),
								new QuotaException(QuotaException.Scope.CO_FUNDER, liaoning, null, 33)),
						plan.criteria()));

		JsonNode seen = site.api(contact).get("/api/rounds/" + round.id()).json().get("settings").get("exceptions");

		assertThat(seen).hasSize(1);
		assertThat(seen.get(0).get("most").asInt()).isEqualTo(33);
		assertThat(site.browser(contact).get("/rounds/" + round.id()).body()).contains("33").doesNotContain(">77<");
		assertThat(site.browser(contact).get("/rounds/" + round.id() + "/settings").status()).isEqualTo(403);
		assertThat(site.browser(contact).get("/rounds/" + round.id() + "/mails/assigned").status()).isEqualTo(403);
	}

	@Test
	void theApiSetsAllOfIt() {
		Map<String, Object> sent = new HashMap<>(Map.of("fundId", fund, "year", 2029, "title", "2029年度",
				"demandDeadline", "2099-06-30", "quorum", 0.8, "fields", List.of("MAT", "SEA"), "wording", "开发,产品"));
		sent.put("exceptions", List.of(Map.of("scope", "UNIT", "coFunder", "" + liaoning, "most", 4)));

		JsonNode made = site.api(officer).post("/api/rounds", sent).json();

		assertThat(made.get("settings").get("fields")).hasSize(2);
		assertThat(made.get("settings").get("quorum").asText()).isEqualTo("0.8");
		assertThat(made.get("settings").get("criteria")).hasSize(5);
		long id = made.get("id").asLong();
		sent.put("year", 2028);
		sent.put("fields", List.of("XYZ"));
		assertThat(site.api(officer).post("/api/rounds", sent).status()).isEqualTo(422);
		assertThat(rounds.existsByFundIdAndYear(fund, 2028)).as("all of it or none").isFalse();
		JsonNode changed = site.api(officer)
			.put("/api/rounds/" + id, Map.of("meetingRequired", true, "version", made.get("version").asInt()))
			.json();
		assertThat(changed.get("settings").get("meetingRequired").asBoolean()).isTrue();
		assertThat(changed.get("settings").get("exceptions").get(0).get("most").asInt()).isEqualTo(4);
		assertThat(site.api(officer)
			.put("/api/rounds/" + id, Map.of("title", "x", "version", made.get("version").asInt()))
			.status()).as("somebody has changed it since").isEqualTo(409);
	}

	@Test
	void grantCategoriesAreReferenceDataTheOfficeKeeps() {
		Site.Browser browser = site.browser(officer);
		String code = "NEW_" + given.number();
		browser.get("/funds/categories/new");
		Map<String, String> form = new HashMap<>(Map.of("code", code, "name", "种子项目" + code, "nameEn", "Seed " + code,
				"amount", "35.5", "years", "2", "position", "9"));
		assertThat(browser.post("/funds/categories", form).body()).contains("种子项目" + code).doesNotContain("??");
		JsonNode made = category(code);
		assertThat(made.get("amount").asText()).isEqualTo("35.5");
		String path = "/funds/categories/" + made.get("id").asLong();
		assertThat(browser.get(path).body()).contains("种子项目");

		form.put("retired", "true");
		form.put("_version", made.get("version").asText());
		assertThat(browser.post(path, form).body()).contains("已停用");

		assertThat(category(code).get("retired").asBoolean()).isTrue();
		assertThat(browser.post(path, form).status()).as("a stale tab").isEqualTo(409);
		form.put("code", "lower case");
		assertThat(browser.post("/funds/categories", form).status()).isEqualTo(422);
		assertThat(site.api(contact).post("/api/grant-categories", form).status()).isEqualTo(403);
		assertThat(site.browser(contact).get(path).status()).isEqualTo(403);
	}

	private JsonNode category(String code) {
		for (JsonNode one : site.api(officer).get("/api/grant-categories").json()) {
			if (one.get("code").asText().equals(code)) {
				return one;
			}
		}
		throw new AssertionError("no category " + code);
	}

	private String problems(QuotaException exception) {
		RoundPlan plan = service.plan(officer, round.id());
		return String.join(" ", refusedFields(
				new RoundPlan(plan.settings(), plan.fields(), plan.coFunders(), List.of(exception), plan.criteria())));
	}

	private List<String> refusedFields(RoundPlan plan) {
		int version = rounds.require(round.id()).version();
		InvalidInput refused = catchThrowableOfType(InvalidInput.class,
				() -> service.change(officer, round.id(), version, plan));
		assertThat(refused).isNotNull();
		return refused.problems().stream().map(FieldProblem::field).toList();
	}

	private Map<String, String> settings() {
		Map<String, String> form = new HashMap<>(Map.of("title", "2026年度轮次", "demandDeadline", "2099-12-31", "fields",
				"MAT", "quotaPerCoFunder", "20", "quotaPerField", "5", "_version", "" + round.version()));
		form.putAll(Map.of("reminderDays", "3", "amendDays", "5", "consultationDays", "10", "reviewDays", "14",
				"answerDays", "5", "draftDays", "14", "officeDays", "5"));
		form.putAll(Map.of("expertsPerDirection", "3", "quorum", "0.667", "passShare", "0.5", "recusalYears", "5",
				"mostConsultations", "3"));
		form.putAll(Map.of("criteria[0].name", "科学性", "criteria[0].nameEn", "Scientific", "criteria[0].weight", "100"));
		return form;
	}

}
