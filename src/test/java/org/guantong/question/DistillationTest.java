package org.guantong.question;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.demand.NeedsTest;
import org.guantong.identity.Person;
import org.guantong.question.DemandOutcomes.Kind;
import org.guantong.question.ScientificQuestion.State;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every demand of a round ends with a question or a reason, by an officer's hand. */
class DistillationTest extends NeedsTest {

	@Autowired
	private QuestionService service;

	@Autowired
	private DistillationService distillation;

	@Autowired
	private ScientificQuestions questions;

	@Autowired
	private QuestionDemands sources;

	@Autowired
	private DemandOutcomes outcomes;

	@Autowired
	private Site site;

	private long first;

	private long second;

	private long lone;

	@BeforeEach
	void threeDemandsTwoAlike() {
		first = given.demand(round.id(), contact, "MAT", "高速切削刀具涂层疲劳失效机理研究");
		second = given.demand(round.id(), otherContact, "MAT", "切削刀具涂层高速疲劳失效机理");
		lone = given.demand(round.id(), contact, "BIO", "盐碱地大豆耐盐基因");
	}

	@Test
	void aGroupIsProposedWithItsReasonsAndNothingIsMergedByItself() {
		JsonNode proposed = distillationOf();
		JsonNode pair = proposed.get("groups").get(0).get("pairs").get(0);

		assertThat(proposed.get("groups")).hasSize(1);
		assertThat(pair.get("score").asInt()).isBetween(50, 100);
		assertThat(pair.get("words").asInt()).isBetween(1, 100);
		assertThat(pair.get("meaning").asInt()).isBetween(50, 100);
		assertThat(pair.get("sharedTerms")).isNotEmpty();
		assertThat(proposed.get("progress").get("settled").asInt()).isZero();
		assertThat(questions.findByRoundIdOrderByCode(round.id())).isEmpty();
	}

	@Test
	void demandsStandSideBySideWithTheSharedTermsMarked() {
		Site.Browser browser = site.browser(officer);

		Site.Reply page = browser.get(list() + "/compare?demandIds=" + first + "&demandIds=" + second);
		assertThat(page.body()).contains("<mark class=\"shared\">", "字词", "含义", "并非同一需求")
			.doesNotContain("??", "盐碱地大豆耐盐基因");
		Site.Reply refused = browser.post("/rounds/" + round.id() + "/questions",
				Map.of("demandIds", first + "," + second, "shown", first + "," + second, "title", "短"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("error-summary", "value=\"短\"", "#f-title");
		Site.Reply done = browser.post("/rounds/" + round.id() + "/questions",
				Map.of("demandIds", first + "," + second, "title", "涂层疲劳失效", "back", "view=SINGLE&q="));
		assertThat(done.body()).contains("已归入科学问题：", "涂层疲劳失效", "已归结 2 / 3", "盐碱地大豆耐盐基因");
		assertThat(browser
			.post("/rounds/" + round.id() + "/questions",
					Map.of("demandIds", "" + first, "title", "又一个问题", "back", "//evil.example"))
			.body()).as("a demand is part of one question only").contains("已并入其他科学问题");
		assertThat(browser.get(list() + "/compare?demandIds=" + first + "&lang=en").body()).contains("Part of Q")
			.doesNotContain("??");
	}

	@Test
	void whatAnOfficerFoundDifferentIsNotProposedAgain() {
		Site.Browser browser = site.browser(officer);
		browser.get(list());
		Map<String, String> form = Map.of("demandIds", first + "," + second, "reason", "");
		assertThat(browser.post(list() + "/apart", form).status()).isEqualTo(422);
		browser.post(list() + "/apart", Map.of("demandIds", first + "," + second, "reason", "一为刀具一为钻具"));

		assertThat(distillationOf().get("groups")).isEmpty();
		assertThat(distillationOf().get("single")).hasSize(3);
		assertThat(browser.get(list() + "?view=APART").body()).contains("一为刀具一为钻具", officer.name())
			.doesNotContain("??");
		browser.post(list() + "/apart/forget", Map.of("first", "" + second, "second", "" + first));
		assertThat(distillationOf().get("groups")).hasSize(1);
	}

	@Test
	void aWaitingDemandIsOfferedTheQuestionThatIsLikeIt() {
		ScientificQuestion question = service.propose(officer, round.id(), "涂层疲劳失效", List.of(first));
		Site.Browser browser = site.browser(officer);

		assertThat(browser.get(list() + "/compare?demandIds=" + second).body()).contains("相近的科学问题", question.code());
		assertThat(browser.get("/questions/" + question.id()).body()).contains("其他相近需求", "切削刀具涂层高速疲劳失效机理");
		browser.post(list() + "/merge", Map.of("demandIds", "" + second, "questionId", "" + question.id()));
		assertThat(sources.of(question.id())).hasSize(2);
	}

	@Test
	void aQuestionIsSplitIntoTwoAndDemandsMove() {
		ScientificQuestion question = service.propose(officer, round.id(), "涂层疲劳失效", List.of(first, second, lone));
		ScientificQuestion own = service.splitOff(officer, question.id(), "大豆耐盐", List.of(lone));
		assertThat(sources.of(own.id())).extracting(QuestionDemands.Source::id).containsExactly(lone);
		assertThat(own.state()).isEqualTo(State.DRAFT);
		assertThat(task(officer, "wordQuestion", own.subject())).as("it is to be worded").isNotNull();

		service.move(officer, question.id(), own.id(), List.of(second));
		assertThat(sources.of(own.id())).hasSize(2);
		assertThat(sources.of(question.id())).extracting(QuestionDemands.Source::id).containsExactly(first);
		assertThatThrownBy(() -> service.move(officer, question.id(), own.id(), List.of(first)))
			.isInstanceOf(InvalidInput.class);
		site.api(officer)
			.post("/api/questions/" + own.id() + "/move",
					Map.of("demandIds", List.of(second), "questionId", question.id()));
		assertThat(sources.of(question.id())).hasSize(2);
		assertThat(outcomes.of(second)).extracting(DemandOutcomes.Outcome::questionCode)
			.containsExactly(question.code(), own.code(), question.code());
	}

	@Test
	void whoSubmittedADemandIsToldWhatBecameOfItAndWhenThatChanges() {
		ScientificQuestion question = service.propose(officer, round.id(), "涂层疲劳失效", List.of(first, second));
		assertThat(mails(contact, "demand-linked")).isEqualTo(1);
		assertThat(mails(otherContact, "demand-linked")).isEqualTo(1);
		assertThat(mails(leader, "demand-linked")).as("did not submit it").isZero();
		assertThat(body(contact, "demand-linked")).contains("高速切削刀具涂层疲劳失效机理研究", question.code())
			.doesNotContain("切削刀具涂层高速疲劳失效机理");
		assertThat(fate(first)).contains("已归入正在凝练的科学问题 " + question.code(), "/questions/" + question.id());

		service.split(officer, question.id(), List.of(first));
		assertThat(mails(contact, "demand-waiting")).isEqualTo(1);
		assertThat(fate(first)).contains("重新待凝练");
		distillation.setDemandsAside(officer, List.of(first, lone), "与在研项目重复");
		assertThat(mails(contact, "demand-aside")).as("one mail for both").isEqualTo(1);
		assertThat(body(contact, "demand-aside")).contains("盐碱地大豆耐盐基因", "与在研项目重复");
		assertThat(fate(first)).contains("不凝练为科学问题", "与在研项目重复");
		distillation.takeDemandBack(officer, first);
		assertThat(mails(contact, "demand-waiting")).isEqualTo(2);
		assertThat(outcomes.of(first)).extracting(DemandOutcomes.Outcome::kind)
			.containsExactly(Kind.LINKED, Kind.WAITING, Kind.ASIDE, Kind.WAITING);
		assertThat(site.api(contact).get("/api/demands/" + first + "/outcomes").json()).hasSize(4);
		assertThat(site.api(otherContact).get("/api/demands/" + first + "/outcomes").status()).isEqualTo(404);
	}

	@Test
	void aQuestionGivenUpLeavesItsDemandsWaitingWithTheReason() {
		ScientificQuestion question = service.propose(officer, round.id(), "涂层疲劳失效", List.of(first, second));
		tasks.complete(officer, task(officer, "wordQuestion", question.subject()).id(),
				Map.of("decision", "setAside", "reason", "属工程开发"));
		engine.settle();

		assertThat(fate(first)).contains("重新待凝练", "属工程开发");
		assertThat(body(contact, "decided")).contains("属工程开发", "待凝练清单");
	}

	@Test
	void distillingIsClosedOnlyWhenEveryDemandHasItsQuestionOrReason() {
		Site.Browser browser = site.browser(officer);
		ScientificQuestion question = service.propose(officer, round.id(), "涂层疲劳失效", List.of(first, second));
		browser.get(list());

		Site.Reply refused = browser.post(list() + "/close", Map.of());
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("还不能结束凝练", "href=\"/demands/" + lone + "\"",
				"href=\"/questions/" + question.id() + "\"", "尚未商定或搁置");
		JsonNode problem = site.api(officer).post("/api" + list() + "/close", Map.of()).json();
		assertThat(problem.get("errors").findValuesAsText("field")).containsExactly("demand-" + lone,
				"question-" + question.id());
		distillation.setDemandAside(officer, lone, "与在研项目重复");
		jdbc.sql("update scientific_question set state = 'AGREED' where id = ?").param(question.id()).update();
		assertThat(browser.post(list() + "/close", Map.of()).body()).contains("凝练已结束", "已归结 3 / 3");

		assertThatThrownBy(() -> distillation.takeDemandBack(officer, lone)).isInstanceOf(Stale.class);
		assertThatThrownBy(() -> distillation.close(officer, round.id())).isInstanceOf(Stale.class);
		long late = given.demand(round.id(), contact, "MAT", "迟到的需求");
		assertThatThrownBy(() -> service.propose(officer, round.id(), "迟到的问题", List.of(late)))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(() -> distillation.reopen(officer, round.id(), " ")).isInstanceOf(InvalidInput.class);
		distillation.reopen(officer, round.id(), "补报一条需求");
		service.propose(officer, round.id(), "迟到的问题", List.of(late));
	}

	@Test
	void demandsStillBeingCheckedKeepDistillingOpen() {
		distillation.setDemandsAside(officer, List.of(first, second, lone), "本轮不受理");
		jdbc.sql("update demand set state = 'SIGNED' where id = ?")
			.param(given.demand(round.id(), contact, "MAT", "待审查的需求"))
			.update();

		assertThatThrownBy(() -> distillation.close(officer, round.id())).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("unchecked");
	}

	@Test
	void filtersNarrowTheGroupsAndTheRest() {
		Site.Browser browser = site.browser(officer);

		assertThat(browser.get(list() + "?q=不存在的词").body()).contains("没有相近的待凝练需求");
		assertThat(browser.get(list() + "?coFunder=" + otherContact.organisationId()).body()).contains("建议 1");
		assertThat(browser.get(list() + "?field=" + given.field("BIO")).body()).doesNotContain("建议 1");
		assertThat(browser.get(list() + "?view=SINGLE&field=" + given.field("BIO")).body()).contains("盐碱地大豆");
		assertThat(browser.get(list() + "?view=SINGLE&q=%E6%B6%82%E5%B1%82").body()).doesNotContain("盐碱地大豆耐盐基因");
	}

	@Test
	void onlyTheOfficeDistils() {
		Site.Api api = site.api(contact);
		Map<String, Object> two = Map.of("demandIds", List.of(first, second), "reason", "不是", "title", "问题问题");

		assertThat(api.get("/api" + list()).status()).isEqualTo(403);
		assertThat(api.post("/api" + list() + "/apart", two).status()).isEqualTo(403);
		assertThat(api.post("/api" + list() + "/close", Map.of()).status()).isEqualTo(403);
		assertThat(api.post("/api" + list() + "/reopen", two).status()).isEqualTo(403);
		assertThat(api.put("/api/demands/" + first + "/aside", two).status()).isEqualTo(403);
		assertThat(api.post("/api/rounds/" + round.id() + "/questions", two).status()).isEqualTo(403);
		assertThat(site.browser(contact).get(list()).status()).isEqualTo(403);
		assertThat(site.browser(contact).get(list() + "/compare?demandIds=" + first).status()).isEqualTo(403);
		assertThat(outcomes.of(first)).isEmpty();
		long foreign = given.demand(given.round(given.fund(contact.organisationId())), contact, "MAT", "别的轮次");
		assertThat(site.browser(officer).get(list() + "/compare?demandIds=" + foreign).status()).isEqualTo(404);
	}

	private JsonNode distillationOf() {
		return site.api(officer).get("/api" + list()).json();
	}

	private String fate(long demand) {
		return site.browser(contact).get("/demands/" + demand).body();
	}

	private String body(Person person, String key) {
		return jdbc.sql("select text_body from mail_outbox where recipient_id = ? and key = ? order by id desc limit 1")
			.params(person.id(), key)
			.query(String.class)
			.single();
	}

	private String list() {
		return "/rounds/" + round.id() + "/distillation";
	}

}
