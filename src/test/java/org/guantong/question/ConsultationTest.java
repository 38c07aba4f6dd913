package org.guantong.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

import org.guantong.demand.NeedsTest;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.question.Objection.Resolution;
import org.guantong.question.ScientificQuestion.State;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Site;
import org.guantong.workflow.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Consultations converge: nobody is asked again about what they have agreed to. */
class ConsultationTest extends NeedsTest {

	private static final String STATEMENT = "针对涂层失效，研究界面损伤演化规律";

	@Autowired
	private QuestionService service;

	@Autowired
	private ObjectionService objections;

	@Autowired
	private ScientificQuestions questions;

	@Autowired
	private QuestionTexts texts;

	@Autowired
	private Cases cases;

	@Autowired
	private Site site;

	private long theirs;

	private ScientificQuestion question;

	@BeforeEach
	void aQuestionOfBothCoFunders() {
		long ours = given.demand(round.id(), contact, "MAT", "刀具涂层疲劳");
		theirs = given.demand(round.id(), otherContact, "MAT", "钻头涂层剥落");
		question = service.propose(officer, round.id(), "涂层失效", List.of(ours, theirs));
		word("涂层界面损伤", STATEMENT, null);
	}

	@Test
	void whoAgreedToAWordingThatStaysIsNotAskedAgain() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "未覆盖高温工况");
		word("涂层界面损伤", STATEMENT, "高温工况已由另一科学问题覆盖，见凝练清单。");

		assertThat(now().state()).isEqualTo(State.CONSULTING);
		assertThat(asks(leader)).as("agreed to these very words").isFalse();
		assertThat(asks(otherLeader)).isTrue();
		assertThat(now().consultationNumber()).isEqualTo(2);
		assertThat(texts.of(question.id())).as("the wording stayed").hasSize(1);
		answer(otherLeader, "AGREE", null);

		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThat(objection()).satisfies((one) -> {
			assertThat(one.resolution()).isEqualTo(Resolution.AGREED);
			assertThat(one.resolvedByName()).isEqualTo(otherLeader.name());
			assertThat(one.messages()).extracting(Objection.Message::text)
				.containsExactly("未覆盖高温工况", "高温工况已由另一科学问题覆盖，见凝练清单。");
		});
	}

	@Test
	void aChangedWordingGoesToAllWithWhatChangedMarked() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "未覆盖高温工况");
		assertThat(site.browser(otherLeader).get(desk()).body()).as("nothing to answer now").contains("现在没有待贵方答复");
		word("涂层界面损伤", "针对高温下涂层失效，研究界面损伤演化规律", null);

		assertThat(asks(leader)).isTrue();
		String body = site.browser(leader).get(desk()).body();
		assertThat(body).contains("表述有修改", "<ins>", "高温下").doesNotContain("??", "未覆盖高温工况");
		assertThat(site.browser(otherLeader).get(desk()).body()).contains("未覆盖高温工况", "<ins>");
		JsonNode asked = site.api(leader).get("/api" + desk()).json().get(0);
		assertThat(asked.get("changed").asBoolean()).isTrue();
		assertThat(asked.get("statementChange").get("segments").findValuesAsText("kind")).contains("ADDED");
		assertThat(texts.of(question.id())).extracting(QuestionText::number).containsExactly(1, 2);
	}

	@Test
	void anObjectionIsAnsweredByAnotherWordingOrInWords() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "过宽");

		assertThatThrownBy(() -> word("涂层界面损伤", STATEMENT, " ")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("reply");
		objections.say(officer, objection().id(), "范围与两条需求一致，建议保留。");
		word("涂层界面损伤", STATEMENT, null);

		assertThat(asks(otherLeader)).as("answered in the conversation before").isTrue();
	}

	@Test
	void aWithdrawnObjectionSettlesTheQuestionWithoutAskingAnybody() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "过宽");
		long mailsBefore = mails(officer, "objection-withdrawn");
		objections.withdraw(otherContact, objection().id());
		assertThat(mails(officer, "objection-withdrawn")).isEqualTo(mailsBefore + 1);
		word("涂层界面损伤", STATEMENT, null);

		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThat(now().consultationNumber()).as("nobody was asked again").isEqualTo(1);
		assertThat(objection().resolution()).isEqualTo(Resolution.WITHDRAWN);
		assertThatThrownBy(() -> objections.withdraw(otherContact, objection().id())).isInstanceOf(Stale.class);
	}

	@Test
	void anObjectionIsReadByItsCoFunderAndTheOfficeOnly() {
		answer(otherLeader, "OBJECT", "涉及本企业井下工况");
		long id = objection().id();

		assertThat(site.browser(leader).get("/questions/" + question.id()).body()).doesNotContain("井下工况");
		assertThat(site.api(leader).get("/api/questions/" + question.id() + "/objections").json()).isEmpty();
		assertThat(site.api(leader).post("/api/objections/" + id + "/messages", Map.of("text", "偷看")).status())
			.isEqualTo(404);
		assertThat(site.api(leader).post("/api/objections/" + id + "/withdraw", Map.of()).status()).isEqualTo(404);
		assertThat(site.api(officer).post("/api/objections/" + id + "/withdraw", Map.of()).status())
			.as("only the co-funder takes its objection back")
			.isEqualTo(403);
		assertThatThrownBy(() -> objections.say(leader, id, "偷看")).isInstanceOf(NotFound.class);
		Person pi = given.person("孙教授", given.organisation("HOST", "某大学"), Role.PI);
		assertThat(site.api(pi).post("/api/objections/" + id + "/messages", Map.of("text", "偷看")).status())
			.isEqualTo(403);
		assertThat(site.browser(otherContact).get("/questions/" + question.id()).body()).contains("井下工况", "未了结")
			.doesNotContain("??");
	}

	@Test
	void whatTheOfficeRepliesToOneCoFunderIsNotInTheCaseTheOthersRead() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "涉及本企业井下工况");
		word("涂层界面损伤", STATEMENT, "井下工况另行凝练");
		long id = cases.about("question-distillation", question.subject().ref()).orElseThrow().id();

		assertThat(site.browser(leader).get("/cases/" + id).body()).contains("凝练科学问题").doesNotContain("井下工况");
		assertThat(site.browser(officer).get("/cases/" + id).body()).contains("井下工况另行凝练");
	}

	@Test
	void bothSidesTalkAboutAnObjectionAndAreTold() {
		answer(otherLeader, "OBJECT", "过宽");
		Site.Browser office = site.browser(officer);
		assertThat(office.get("/questions/" + question.id()).body()).contains("过宽", "发送");
		String path = "/objections/" + objection().id() + "/messages";

		assertThat(office.post(path, Map.of("text", "请说明建议的范围")).body()).contains("请说明建议的范围");
		assertThat(office.post(path, Map.of("text", " ")).status()).isEqualTo(422);
		objections.say(otherContact, objection().id(), "限于井下钻具");

		assertThat(mails(otherContact, "objection-message")).isEqualTo(1);
		assertThat(mails(otherLeader, "objection-message")).isEqualTo(1);
		assertThat(mails(leader, "objection-message")).isZero();
		assertThat(mails(officer, "objection-message")).isGreaterThanOrEqualTo(1);
		assertThat(objection().messages()).hasSize(3);
	}

	@Test
	void aCoFunderAnswersAllItsQuestionsOnOnePage() {
		ScientificQuestion second = another("轴承精度保持", "针对轴承磨损，研究精度衰退规律");
		ScientificQuestion third = another("齿轮点蚀", "针对齿轮点蚀，研究裂纹萌生规律");
		Site.Browser browser = site.browser(leader);
		assertThat(browser.get(desk()).body()).contains("有 3 个科学问题待贵方答复", "轴承精度保持", "齿轮点蚀").doesNotContain("??");

		Site.Reply refused = browser.post(desk(), answers("submit", second, "AGREE", "", third, "OBJECT", ""));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("id=\"error-summary\"", "#f-reasons-" + third.id());
		assertThat(questions.require(second.id()).state()).as("all or none").isEqualTo(State.CONSULTING);
		Site.Reply taken = browser.post(desk(), answers("submit", second, "AGREE", "", third, "OBJECT", "应限于重载"));
		engine.settle();

		assertThat(taken.body()).contains("已提交 2 条意见", "有 1 个科学问题待贵方答复");
		assertThat(questions.require(second.id()).state()).isEqualTo(State.AGREED);
		assertThat(questions.require(third.id()).state()).isEqualTo(State.DRAFT);
		assertThat(asks(leader)).as("the one that was not answered").isTrue();
		assertThat(browser.post(desk(), Map.of("_action", "submit")).status()).isEqualTo(422);
	}

	@Test
	void whatIsTypedIsKeptAndAnotherTabDoesNotOverwriteIt() {
		Site.Browser browser = site.browser(leader);
		browser.get(desk());
		String id = question.id().toString();
		Map<String, String> typed = Map.of("question", id, "opinion-" + id, "OBJECT", "reasons-" + id, "写到一半",
				"version-" + id, "0");

		assertThat(browser.post(desk() + "/autosave", typed).json().get(id).asInt()).isEqualTo(1);
		assertThat(browser.get(desk()).body()).contains("写到一半", "name=\"version-" + id + "\" value=\"1\"");
		Map<String, String> stale = new LinkedHashMap<>(typed);
		stale.put("reasons-" + id, "另一个窗口");
		assertThat(browser.post(desk() + "/autosave", stale).json().has(id)).as("the other tab is told").isFalse();
		stale.put("_action", "save");
		Site.Reply told = browser.post(desk(), stale);
		assertThat(told.status()).isEqualTo(409);
		assertThat(told.body()).as("and keeps what it typed").contains("另一个窗口");
		assertThat(browser.post(desk(), Map.of("_action", "agree", "question", id, "version-" + id, "1")).body())
			.contains("id=\"agree-" + id + "\" checked=\"checked\"");
		assertThat(now().state()).as("ticked, not submitted").isEqualTo(State.CONSULTING);
	}

	@Test
	void theApiAnswersSeveralQuestions() {
		ScientificQuestion second = another("轴承精度保持", "针对轴承磨损，研究精度衰退规律");
		Site.Api api = site.api(leader);

		assertThat(api.get("/api" + desk()).json()).hasSize(2);
		JsonNode outcome = api
			.post("/api" + desk(), Map.of("answers", List.of(Map.of("questionId", question.id(), "opinion", "AGREE"),
					Map.of("questionId", second.id(), "opinion", "AGREE"))))
			.json();
		engine.settle();

		assertThat(outcome.get("taken").asInt()).isEqualTo(2);
		assertThat(questions.require(second.id()).state()).isEqualTo(State.AGREED);
		assertThat(site.api(otherLeader)
			.post("/api" + desk(),
					Map.of("answers",
							List.of(Map.of("questionId", second.id(), "opinion", "OBJECT", "reasons", "不是我的"))))
			.json()
			.get("taken")
			.asInt()).as("not asked").isZero();
	}

	@Test
	void theOfficeSeesHowQuestionsConvergeAndWhichGoInCircles() {
		for (int i = 1; i <= 3; i++) {
			if (i > 1) {
				word("涂层界面损伤" + i, STATEMENT, null);
			}
			answer(leader, "AGREE", null);
			answer(otherLeader, "OBJECT", "仍然过宽");
		}
		Site.Browser office = site.browser(officer);

		assertThat(office.get(desk()).body()).contains("多轮未决", "有异议", "1 条异议待答复").doesNotContain("??");
		assertThat(office.get(desk() + "?show=AGREED").body()).contains("没有符合条件");
		assertThat(office.get("/questions/" + question.id()).body()).contains("已会商 3 轮仍未商定", "各版表述（3 版）", "<ins>");
		assertThat(office.get(desk() + "?lang=en").body()).contains("Going in circles").doesNotContain("??");
		assertThat(site.browser(leader).get("/questions/" + question.id()).body()).doesNotContain("已会商 3 轮仍未商定");
		Person stranger = given.person("外省", given.organisation("CO_FUNDER", "别省"), Role.CO_FUNDER_LEADER);
		assertThat(site.browser(stranger).get(desk()).status()).isEqualTo(404);
	}

	@Test
	void aWordingThatWasAskedAboutNeverChanges() {
		assertThatThrownBy(() -> jdbc.sql("update question_text set title = 'x' where question_id = ?")
			.param(question.id())
			.update()).isInstanceOf(DataAccessException.class);
	}

	@Test
	void whoseDemandsAreMovedOutNeedNotAgree() {
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "与本企业需求无关");
		service.split(officer, question.id(), List.of(theirs));

		assertThat(objection().resolution()).isEqualTo(Resolution.MOVED_OUT);
		word("涂层界面损伤", STATEMENT, null);
		assertThat(now().state()).isEqualTo(State.AGREED);
	}

	private ScientificQuestion another(String title, String statement) {
		long demand = given.demand(round.id(), contact, "MAT", title);
		ScientificQuestion made = service.propose(officer, round.id(), title, List.of(demand));
		tasks.complete(officer, task(officer, "wordQuestion", made.subject()).id(),
				Map.of("decision", "consult", "title", title, "statement", statement));
		engine.settle();
		return made;
	}

	private static Map<String, String> answers(String action, ScientificQuestion one, String opinion, String reasons,
			ScientificQuestion other, String otherOpinion, String otherReasons) {
		return Map.of("_action", action, "question", one.id() + "," + other.id(), "opinion-" + one.id(), opinion,
				"reasons-" + one.id(), reasons, "opinion-" + other.id(), otherOpinion, "reasons-" + other.id(),
				otherReasons);
	}

	private void word(String title, String statement, String reply) {
		Map<String, Object> form = new LinkedHashMap<>(
				Map.of("decision", "consult", "title", title, "statement", statement));
		if (reply != null) {
			form.put("reply", reply);
		}
		tasks.complete(officer, task(officer, "wordQuestion", question.subject()).id(), form);
		engine.settle();
	}

	private void answer(Person person, String opinion, String reasons) {
		tasks.complete(person, task(person, "consult", question.subject()).id(),
				reasons == null ? Map.of("opinion", opinion) : Map.of("opinion", opinion, "reasons", reasons));
		engine.settle();
	}

	private boolean asks(Person person) {
		return inbox.openAbout("consult", question.subject().ref())
			.stream()
			.anyMatch((item) -> item.groups().contains("@" + person.organisationId()));
	}

	private Objection objection() {
		return objections.of(officer, question.id()).get(0);
	}

	private ScientificQuestion now() {
		return questions.require(question.id());
	}

	private String desk() {
		return "/rounds/" + round.id() + "/consultation";
	}

}
