package org.guantong.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.review.ReviewFigures;
import org.guantong.review.ReviewStatistics;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One page for all of an expert's directions, by the criteria of the round. */
@GuantongTest
class ReviewDeskTest {

	private static final String COMMENT = "科学问题凝练准确，需求明确，建议支持。";

	@Autowired
	Site site;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Given given;

	GuideStage stage;

	Person expert;

	@BeforeEach
	void threeWhoAccepted(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3)
			.invited(3, 0);
		expert = stage.experts.get(0);
	}

	@Test
	void anInvitationAReviewAndWhatWasHandedInStandOnOnePage() {
		Site.Browser browser = site.browser(expert);
		assertThat(browser.get("/reviews").body()).contains("待答复 1 项 · 待评审 0 项", stage.now().code());
		stage.accept(expert);

		Site.Reply desk = browser.get("/reviews");
		assertThat(desk.body()).contains("待评审 1 项（已填完 0 项）", GuideStage.TEXT, "装备部件氢脆", "科学性", "满分 20");
		String task = stage.task(expert, "reviewDirection").id();
		assertThat(browser.post("/reviews/" + task, typed("0", "save")).body()).contains("已填完 1 项");
		Site.Reply check = browser.post("/reviews/" + task, typed("1", "submit"));
		assertThat(check.path()).startsWith("/reviews/check");
		assertThat(check.body()).contains(COMMENT, "18 / 20", "90");
		Site.Reply without = browser.post("/reviews/submit", Map.of("task", task, "version-" + task, "2"));
		assertThat(without.status()).as("without the pledge").isEqualTo(422);
		assertThat(without.body()).contains(COMMENT);

		Site.Reply done = browser.post("/reviews/submit",
				Map.of("task", task, "version-" + task, "2", "pledge", "true"));

		assertThat(done.body()).contains("已提交 1 项", "第 1 轮 · 90 分");
		assertThat(stage.has(expert, "reviewDirection")).isFalse();
		assertThat(browser.post("/reviews/" + task, typed("2", "save")).status()).as("once is all").isEqualTo(404);
	}

	@Test
	void anIncompleteReviewSaysWhatIsMissingAndIsNotHandedIn() {
		stage.accept(expert);
		String task = stage.task(expert, "reviewDirection").id();
		Site.Browser browser = site.browser(expert);
		browser.get("/reviews");

		Map<String, String> some = new HashMap<>(typed("0", "submit"));
		some.put("scores[1].points", "21");
		some.put("comment", "短");
		String check = browser.post("/reviews/" + task, some).body();

		assertThat(check).contains("尚未填完，不会提交", "评审意见").doesNotContain("name=\"task\"");
		List<Object> tried = List.of(site.api(expert)
			.post("/api/reviews/submit", Map.of("versions", Map.of(task, 1), "pledge", true))
			.json()
			.get(0)
			.get("done")
			.asBoolean());
		assertThat(tried).containsExactly(false);
		assertThat(stage.has(expert, "reviewDirection")).isTrue();
	}

	@Test
	void aTabThatWasOvertakenLosesNothingAndOverwritesNothing() {
		stage.accept(expert);
		String task = stage.task(expert, "reviewDirection").id();
		Site.Browser browser = site.browser(expert);
		browser.get("/reviews");
		browser.post("/reviews/" + task, typed("0", "save"));

		Map<String, String> other = new HashMap<>(typed("0", "save"));
		other.put("comment", "另一个页面里写的意见，不能丢失。");
		Site.Reply overtaken = browser.post("/reviews/" + task, other);

		assertThat(overtaken.status()).isEqualTo(409);
		assertThat(overtaken.body()).contains("另一个页面里写的意见，不能丢失。");
		assertThat(site.browser(expert).get("/reviews").body()).contains(COMMENT);
		assertThat(
				browser.post("/reviews/submit", Map.of("task", task, "version-" + task, "0", "pledge", "true")).body())
			.as("not what was read over")
			.contains("待评审 1 项");
	}

	@Test
	void draftsAreReadByTheirWriterAlone() {
		stage.accept(expert);
		String task = stage.task(expert, "reviewDirection").id();
		JsonNode saved = site.api(expert)
			.put("/api/reviews/" + task,
					Map.of("version", 0, "points", List.of("18", "18", "18", "18", "18"), "recommendation", "APPROVE",
							"comment", COMMENT))
			.json();
		assertThat(saved.get("version").asInt()).isEqualTo(1);
		assertThat(site.api(expert).get("/api/reviews").body()).contains(COMMENT);

		for (Person other : List.of(stage.officer, stage.experts.get(1), stage.leaders.get(0))) {
			for (String path : List.of("/reviews", "/tasks/" + task, "/directions/" + stage.direction,
					"/cases/" + stage.theCase().id(), "/api/tasks/" + task)) {
				String body = path.startsWith("/api") ? site.api(other).get(path).body()
						: site.browser(other).get(path).body();
				assertThat(body).as(path + " as " + other.roles()).doesNotContain(COMMENT);
			}
		}
		assertThat(site.browser(stage.officer).get("/reviews").status()).isEqualTo(403);
		assertThat(site.api(stage.experts.get(1))
			.put("/api/reviews/" + task, Map.of("version", 1, "points", List.of(), "comment", "改"))
			.status()).isEqualTo(404);
	}

	@Test
	void theRoundsOwnCriteriaAndWeightsAreAskedAndFullMarksHold() {
		jdbc.sql(
				"""
						with gone as (delete from round_criterion where round_id = :round returning round_id)
						insert into round_criterion (round_id, code, position, name, name_en, weight, description, description_en)
						select :round, c.code, c.position, c.name, c.name, c.weight, '', ''
						from (values ('need', 11, '需求契合', 70), ('risk', 12, '风险可控', 30)) c (code, position, name, weight)
						""")
			.param("round", stage.round)
			.update();
		stage.accept(expert);
		assertThat(site.browser(expert).get("/reviews").body()).contains("需求契合", "满分 70").doesNotContain("科学性");

		assertThatThrownBy(() -> hand(70, 31)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("scores[1].points");
		hand(70, 25);

		assertThat(jdbc.sql("""
				select s.criterion || '=' || s.score::int from review_score s join review r on r.id = s.review_id
				join panel_member m on m.id = r.member_id where m.expert_id = ? order by 1
				""").param(expert.id()).query(String.class).list()).containsExactly("need=70", "risk=25");
	}

	@Test
	void theSumShowsTheSpreadAndFlagsDisagreement(@Autowired ReviewStatistics statistics) {
		stage.experts.forEach(stage::accept);
		stage.review(expert, "APPROVE", 20);
		stage.review(stage.experts.get(1), "APPROVE", 18);
		stage.review(stage.experts.get(2), "REJECT", 10);

		ReviewFigures figures = statistics.of(jdbc.sql("select id from panel where subject_id = ? and kind = ?")
			.params(stage.direction, "guide-direction")
			.query(Long.class)
			.single());

		assertThat(figures.total().mean()).isEqualByComparingTo("80");
		assertThat(figures.total().median()).isEqualByComparingTo("90");
		assertThat(figures.total().deviation()).isEqualByComparingTo("21.6");
		assertThat(figures.total().least()).isEqualByComparingTo("50");
		assertThat(figures.total().most()).isEqualByComparingTo("100");
		assertThat(figures.criteria().get("safe").median()).isEqualByComparingTo("18");
		assertThat(List.of(figures.approvals(), figures.revisions(), figures.rejections())).containsExactly(2, 0, 1);
		assertThat(figures.isDisputed()).isTrue();
		assertThat(site.browser(stage.officer).get("/directions/" + stage.direction).body()).contains("意见分歧较大", "21.6",
				"50–100");
	}

	private void hand(int first, int second) {
		stage.complete(expert, "reviewDirection",
				Map.of("scores", List.of(Map.of("points", first), Map.of("points", second)), "recommendation",
						"APPROVE", "comment", COMMENT, "pledge", true));
	}

	private static Map<String, String> typed(String version, String action) {
		Map<String, String> typed = new HashMap<>(
				Map.of("_version", version, "_action", action, "recommendation", "APPROVE", "comment", COMMENT));
		for (int criterion = 0; criterion < 5; criterion++) {
			typed.put("scores[" + criterion + "].points", "18");
		}
		return typed;
	}

}
