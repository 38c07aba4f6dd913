package org.guantong.demand;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.fund.QuotaDefaults;
import org.guantong.fund.QuotaException;
import org.guantong.fund.Round;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.TimeLimits;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/**
 * What a change of a round's settings does to those who are at it, and what they may do.
 */
class RoundChangesTest extends NeedsTest {

	@Autowired
	private DemandQuotas quotas;

	@Autowired
	private Site site;

	@Test
	void aLaterDeadlineMovesTasksTimersAndRemindersAndTellsThoseConcerned() {
		open();
		demand(contact, "刀具涂层");
		submit(contact);
		Instant before = round.demandDeadline();

		settings((now) -> now.withDeadline(before.plus(Duration.ofDays(10))));

		assertThat(task(otherContact, "submitDemands", round.subject()).due())
			.isCloseTo(before.plus(Duration.ofDays(10)), within(1, ChronoUnit.MILLIS));
		assertThat(mails(otherContact, "deadline-moved")).isEqualTo(1);
		assertThat(mails(contact, "deadline-moved")).as("has handed in").isZero();
		assertThat(mails(otherLeader, "deadline-moved")).as("no task waits for the leader").isZero();
		clock.moveTo(before.plus(Duration.ofHours(1)));
		engine.settle();
		assertThat(hasTask(otherContact, "submitDemands")).as("the old timer is gone").isTrue();
		assertThat(mails(otherContact, "demand-reminder")).as("not the old reminder either").isZero();
		clock.moveTo(before.plus(Duration.ofDays(8)));
		engine.settle();
		assertThat(mails(otherContact, "demand-reminder")).isEqualTo(1);
		clock.moveTo(before.plus(Duration.ofDays(10)).plusSeconds(60));
		engine.settle();
		assertThat(hasTask(otherContact, "submitDemands")).isFalse();
		assertThat(mails(otherContact, "demand-late")).isEqualTo(1);
	}

	@Test
	void aLongerLimitHoldsForThoseAtItAndAShorterOneForThoseToCome() {
		open();
		demand(contact, "刀具涂层");
		submit(contact);
		complete(leader, "signOff", Map.of("decision", "return", "reason", "请补充"));
		Instant due = task(contact, "amendDemands", round.subject()).due();

		settings((now) -> now.with(new TimeLimits(3, 12, 10, 14, 5, 14, 5)));

		assertThat(task(contact, "amendDemands", round.subject()).due()).isEqualTo(due.plus(Duration.ofDays(7)));
		assertThat(mails(contact, "deadline-moved")).isEqualTo(1);
		passDays(6);
		assertThat(hasTask(contact, "amendDemands")).as("the timer moved too").isTrue();
		settings((now) -> now.with(new TimeLimits(3, 2, 10, 14, 5, 14, 5)));
		assertThat(task(contact, "amendDemands", round.subject()).due()).as("nobody loses time")
			.isEqualTo(due.plus(Duration.ofDays(7)));
		passDays(7);
		assertThat(hasTask(contact, "amendDemands")).isFalse();
	}

	@Test
	void everybodyIsRemindedAsEarlyAsTheRoundSays() {
		settings((now) -> now.with(new TimeLimits(4, 10, 10, 14, 5, 14, 5)));
		open();
		demand(contact, "刀具涂层");
		submit(contact);
		Instant due = task(leader, "signOff", round.subject()).due();
		assertThat(reminder(leader)).isEqualTo(due.minus(Duration.ofDays(4)));

		settings((now) -> now.with(new TimeLimits(2, 10, 10, 14, 5, 14, 5)));

		assertThat(reminder(leader)).as("whoever is at it").isEqualTo(due.minus(Duration.ofDays(2)));
		clock.moveTo(round.demandDeadline().minus(Duration.ofDays(2)).minusSeconds(600));
		engine.settle();
		assertThat(mails(otherContact, "demand-reminder")).as("the process waits as long").isZero();
		clock.pass(Duration.ofHours(1));
		engine.settle();
		assertThat(mails(otherContact, "demand-reminder")).isEqualTo(1);
	}

	@Test
	void quotasHoldForUnitsPeopleAndExceptions() {
		long liaoning = contact.organisationId();
		plan((plan) -> new RoundPlan(plan.settings().with(new QuotaDefaults(10, 10, 2, 3)), plan.fields(),
				plan.coFunders(),
				List.of(new QuotaException(QuotaException.Scope.FIELD, null, given.field("SEA"), 1),
						new QuotaException(QuotaException.Scope.CO_FUNDER, otherContact.organisationId(), null, 1)),
				plan.criteria()));
		open();

		demand(contact, "第一条需求");
		demand(contact, "第二条需求");
		assertRefused("contactName", () -> demand(contact, "同一联系人第三条"));
		demandService.add(contact, round.id(), by("SEA", "沈阳某机床厂", "李工"), List.of());
		assertRefused("unit", () -> demandService.add(contact, round.id(), by("MAT", " 沈阳某机床厂 ", "赵工"), List.of()));
		assertRefused("field", () -> demandService.add(contact, round.id(), by("SEA", "大连某船厂", "孙工"), List.of()));
		demand(otherContact, "他方只许一条");
		assertRefused("", () -> demand(otherContact, "他方第二条"));
		List<List<FieldProblem>> list = quotas.check(round, liaoning,
				List.of(by("MAT", "大连某船厂", "周工"), by("MAT", "大连某船厂", "周工"), by("MAT", "大连某船厂", "周工")));
		assertThat(list).extracting(List::size).containsExactly(0, 0, 1);
		assertThat(list.get(2)).extracting(FieldProblem::field).containsExactly("contactName");
	}

	@Test
	void afterAQuotaWasLoweredNobodyHandsInOrSignsOffMore() {
		open();
		demand(contact, "第一条需求");
		Demand second = demand(contact, "第二条需求");
		settings((now) -> now.with(new QuotaDefaults(1, 1, null, null)));
		assertThatThrownBy(() -> submit(contact)).isInstanceOf(InvalidInput.class);
		settings((now) -> now.with(new QuotaDefaults(2, 2, null, null)));
		submit(contact);
		settings((now) -> now.with(new QuotaDefaults(1, 1, null, null)));

		assertThatThrownBy(() -> sign(leader)).isInstanceOf(InvalidInput.class);

		complete(leader, "signOff", Map.of("decision", "return", "reason", "限额已降为一条"));
		demandService.withdraw(contact, second.id());
		complete(contact, "amendDemands", Map.of("notClassified", true, "remark", "已撤回一条"));
		sign(leader);
		assertThat(hasTask(officer, "checkForm")).isTrue();
	}

	@Test
	void demandsAreOfTheRoundsFieldsAndOnlyWhileItIsOpen() {
		plan((plan) -> new RoundPlan(plan.settings(), List.of(given.field("MAT")), plan.coFunders(), plan.exceptions(),
				plan.criteria()));
		assertThatThrownBy(() -> demand(contact, "太早了")).isInstanceOf(RuntimeException.class);
		open();

		assertRefused("field", () -> demand(contact, "SEA", "海洋不在本轮"));
		Site.Browser browser = site.browser(contact);
		assertThat(browser.get("/rounds/" + round.id() + "/demands/new").body()).contains("新材料与先进制造")
			.doesNotContain("海洋科学");
		Demand demand = demand(contact, "刀具涂层");
		assertRefused("field",
				() -> demandService.change(contact, demand.id(), demand.version(), content("SEA", "刀具涂层"), List.of()));
		assertThat(rounds.require(round.id()).state()).isEqualTo(Round.State.OPEN);
	}

	@Test
	void aRoundsOwnWordsGoOutInItsMailsOnly() {
		Site.Browser browser = site.browser(officer);
		String path = "/rounds/" + round.id() + "/mails/assigned";
		assertThat(browser.get(path).body()).contains("{步骤}", "{due date}", "有一项新任务需要您办理").doesNotContain("??");
		Map<String, String> words = new java.util.HashMap<>(Map.of("zh.subject", "辽宁轮次：{步骤}", "zh.body",
				"各位同事：\n请办理{办理事项}<b>，{不存在}", "en.subject", "", "en.body", "", "then", "save"));
		Site.Reply refused = browser.post(path, words);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("没有占位符 {不存在}", "请办理{办理事项}&lt;b&gt;");
		words.put("zh.body", "各位同事：\n请办理{办理事项}<b>，{截止时间}前");
		words.put("then", "preview");
		assertThat(browser.post(path, words).body()).contains("〔办理事项〕");
		words.put("then", "save");
		assertThat(browser.post(path, words).body()).contains("本轮自定");
		Round other = rounds.require(given.round(given.fund(contact.organisationId())));

		open();
		roundService.open(officer, other.id());

		assertThat(subjects(contact)).containsExactlyInAnyOrder("辽宁轮次：填报并提交需求",
				"待办：填报并提交需求 — " + other.code() + " " + other.title());
		assertThat(bodies(contact))
			.anySatisfy((html) -> assertThat(html).contains("请办理" + round.code() + " " + round.title() + "&lt;b&gt;，")
				.doesNotContain("<b>，"));
		words.put("then", "usual");
		assertThat(browser.post(path, words).path()).isEqualTo("/rounds/" + round.id() + "/settings");
		assertThat(browser.get(path).body()).doesNotContain("辽宁轮次");
		assertThat(browser.get("/rounds/" + round.id() + "/mails/no-such").status()).isEqualTo(404);
	}

	private List<String> subjects(Person person) {
		return jdbc.sql("select subject from mail_outbox where recipient_id = ? and key = 'assigned'")
			.param(person.id())
			.query(String.class)
			.list();
	}

	private List<String> bodies(Person person) {
		return jdbc.sql("select html_body from mail_outbox where recipient_id = ? and key = 'assigned'")
			.param(person.id())
			.query(String.class)
			.list();
	}

	private void plan(java.util.function.UnaryOperator<RoundPlan> change) {
		Round now = rounds.require(round.id());
		round = roundService.change(officer, now.id(), now.version(),
				change.apply(roundService.plan(officer, now.id())));
	}

	private Instant reminder(Person person) {
		return jdbc.sql("select remind_at from inbox_task where id = ?")
			.param(task(person, "signOff", round.subject()).id())
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	private DemandContent by(String field, String unit, String person) {
		DemandContent like = content(field, "需求" + given.number());
		return new DemandContent(like.fieldId(), like.title(), unit, null, like.region(), like.industryLink(),
				like.background(), like.gap(), like.difficulties(), "", "E0303", 36, like.investment(),
				like.cooperation(), like.ipOwnership(), like.scenario(), like.urgency(), person, like.contactPhone(),
				true);
	}

	private static void assertRefused(String field, Runnable deed) {
		assertThatThrownBy(deed::run).isInstanceOfSatisfying(InvalidInput.class,
				(refused) -> assertThat(refused.problems()).extracting(FieldProblem::field).contains(field));
	}

}
