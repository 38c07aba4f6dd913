package org.guantong.guide;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.ExpertService;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may know what: for every viewer, whatever a page, an answer of the API, a mail or a
 * history says must follow from what this viewer may know.
 */
@GuantongTest
class GuideConfidenceTest {

	@Autowired
	Site site;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	CaseHistory history;

	@Autowired
	TestClock clock;

	@Autowired
	Given given;

	GuideStage stage;

	Person outsider;

	Person pi;

	@BeforeEach
	void threeInvitedOfWhomTheFirstHasReviewed(@Autowired DirectionService service,
			@Autowired GuideDirections directions, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases, @Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 4)
			.invited(3, 1);
		outsider = given.person("旁观者", given.organisation("CO_FUNDER", "另一省"), Role.CO_FUNDER_LEADER);
		pi = given.person("负责人", given.organisation("HOST", "某大学"), Role.PI);
		stage.experts.subList(0, 3).forEach(stage::accept);
		stage.review(stage.experts.get(0), "REVISE", 15);
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void noExpertLearnsAnothersReviewBeforeHandingInTheirOwn() {
		Person second = stage.experts.get(1);

		for (String path : everyPath(second)) {
			assertThat(site.browser(second).get(path).body()).as(path).doesNotContain(comment(0));
		}
		assertThat(site.api(second).get("/api/directions/" + stage.direction).body()).doesNotContain(comment(0))
			.doesNotContain(stage.experts.get(0).name());
		assertThat(said(second)).doesNotContain(comment(0));

		stage.review(second, "REVISE", 14);
		for (String path : everyPath(second)) {
			assertThat(site.browser(second).get(path).body()).as("afterwards, unless the round says so: " + path)
				.doesNotContain(comment(0));
		}
		jdbc.sql("update round set aggregate_shown = true where id = ?").param(stage.round).update();
		String afterwards = site.browser(second).get("/directions/" + stage.direction).body();
		assertThat(afterwards).contains(comment(0)).doesNotContain(stage.experts.get(0).name());
		assertThat(site.browser(second).get("/reviews").body()).contains("全部评审（匿名）：2 份，平均 72.5 分");
		assertThat(site.browser(stage.experts.get(2)).get("/reviews").body()).as("who has not reviewed")
			.doesNotContain("全部评审（匿名）", comment(0));
	}

	@Test
	void theOfficeKnowsWhoHasReviewedButReadsNothingBeforeAllHave() {
		List<String> paths = List.of("/directions/" + stage.direction, "/cases/" + stage.theCase().id());
		for (String path : paths) {
			assertThat(site.browser(stage.officer).get(path).body()).as(path)
				.contains(stage.experts.get(0).name())
				.doesNotContain(comment(0));
		}
		assertThat(said(stage.officer)).doesNotContain(comment(0));
		assertThat(site.api(stage.officer).get("/api/directions/" + stage.direction).body()).doesNotContain(comment(0));

		stage.review(stage.experts.get(1), "APPROVE", 18);
		stage.review(stage.experts.get(2), "APPROVE", 18);

		for (String path : paths) {
			assertThat(site.browser(stage.officer).get(path).body()).as(path).contains(comment(0));
		}
	}

	@Test
	void inALaterTurnAnExpertIsShownOnlyTheRepliesToTheirOwnComment() {
		stage.review(stage.experts.get(1), "REVISE", 14);
		stage.review(stage.experts.get(2), "REVISE", 13);
		List<Map<String, String>> replies = List.of(Map.of("reply", "答复"), Map.of("reply", "答复"),
				Map.of("reply", "答复"));
		stage.complete(stage.officer, "reviseDirection", Map.of("points", replies, "sendTo", "REVIEW"));
		Person first = stage.experts.get(0);

		String task = site.browser(first).get("/tasks/" + stage.task(first, "reviewDirection").id()).body();

		assertThat(task).contains(comment(0)).doesNotContain(comment(1)).doesNotContain(comment(2));
	}

	@Test
	void nobodyButTheOfficeLearnsAnExpertsName() {
		stage.review(stage.experts.get(1), "APPROVE", 18);
		stage.review(stage.experts.get(2), "APPROVE", 18);

		for (Person viewer : List.of(stage.leaders.get(0), stage.contacts.get(0), stage.committee, outsider, pi,
				stage.experts.get(3))) {
			for (String path : everyPath(viewer)) {
				assertNoName(viewer, path, site.browser(viewer).get(path).body());
			}
			assertNoName(viewer, "api", site.api(viewer).get("/api/directions/" + stage.direction).body());
			assertNoName(viewer, "api tasks", site.api(viewer).get("/api/tasks?size=100").body());
			assertNoName(viewer, "history", said(viewer));
			assertNoName(viewer, "mail", mailsTo(viewer));
		}
		assertThat(site.browser(stage.officer).get("/directions/" + stage.direction).body())
			.contains(stage.experts.get(0).name());
	}

	@Test
	void coFundersConcernedReadTheSumWithoutNamesOnlyWhenTheReviewIsOver() {
		Person leader = stage.leaders.get(0);
		assertThat(site.browser(leader).get("/directions/" + stage.direction).body()).doesNotContain(comment(0))
			.contains(GuideStage.TEXT);

		stage.review(stage.experts.get(1), "APPROVE", 18);
		stage.review(stage.experts.get(2), "APPROVE", 18);

		assertThat(site.browser(leader).get("/directions/" + stage.direction).body()).contains(comment(0));
		assertThat(site.browser(leader).get("/tasks/" + stage.task(leader, "coFunderSignOff").id()).body())
			.contains(comment(0));
	}

	@Test
	void whoHasNothingToDoWithADirectionFindsNothing() {
		for (Person viewer : List.of(outsider, pi, stage.experts.get(3))) {
			assertThat(site.browser(viewer).get("/directions/" + stage.direction).status()).isEqualTo(404);
			assertThat(site.api(viewer).get("/api/directions/" + stage.direction).status()).isEqualTo(404);
			assertThat(site.browser(viewer).get("/directions?round=" + stage.round).body())
				.doesNotContain(stage.now().code());
			assertThat(site.api(viewer).get("/api/rounds/" + stage.round + "/directions").json().get("total").asInt())
				.isZero();
			assertThat(site.browser(viewer).get("/experts").status()).isEqualTo(403);
		}
		assertThat(site.browser(stage.leaders.get(0)).get("/experts").status()).isEqualTo(403);
	}

	@Test
	void aCoFunderReadsOfTheDemandsBehindADirectionOnlyItsOwn() {
		String path = "/directions/" + stage.direction;

		assertThat(site.browser(stage.contacts.get(0)).get(path).body()).contains("装备部件氢脆").doesNotContain("氢能阀门开裂");
		assertThat(site.api(stage.contacts.get(1)).get("/api" + path).body()).contains("氢能阀门开裂")
			.doesNotContain("装备部件氢脆");
		assertThat(site.browser(stage.officer).get(path).body()).contains("装备部件氢脆", "氢能阀门开裂");
	}

	@Test
	void onlyTheOfficeWritesDirections() {
		Map<String, Object> text = Map.of("version", stage.now().version(), "title", "改名");
		for (Person viewer : List.of(stage.leaders.get(0), stage.experts.get(0), pi)) {
			assertThat(site.api(viewer).put("/api/directions/" + stage.direction, text).status()).isEqualTo(403);
			assertThat(site.api(viewer)
				.post("/api/rounds/" + stage.round + "/directions",
						Map.of("questionIds", List.of(stage.question), "title", "方向"))
				.status()).isEqualTo(403);
			assertThat(site.browser(viewer).get("/directions/new").status()).isEqualTo(403);
		}
	}

	private List<String> everyPath(Person viewer) {
		List<String> paths = new java.util.ArrayList<>(
				List.of("/inbox", "/reviews", "/meetings", "/directions", "/directions/" + stage.direction, "/cases",
						"/cases/" + stage.theCase().id(), "/trace/guide-direction/" + stage.direction));
		stage.open(viewer, (item) -> true).forEach((item) -> paths.add("/tasks/" + item.id()));
		return paths;
	}

	private void assertNoName(Person viewer, String where, String body) {
		stage.experts.stream()
			.filter((expert) -> expert.id() != viewer.id())
			.forEach((expert) -> assertThat(body).as(where + " as " + viewer.roles())
				.doesNotContain(expert.name())
				.doesNotContain(expert.email()));
	}

	private String said(Person viewer) {
		return history.of(stage.theCase().id(), viewer).toString();
	}

	private String mailsTo(Person viewer) {
		return String.join("\n",
				jdbc.sql("select subject || text_body from mail_outbox where recipient_id = ?")
					.param(viewer.id())
					.query(String.class)
					.list());
	}

	/** The expert's comment begins with words nobody else's has. */
	private String comment(int expert) {
		return "意见来自" + stage.experts.get(expert).username();
	}

}
