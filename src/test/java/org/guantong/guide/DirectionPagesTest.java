package org.guantong.guide;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

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
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The pages and the API of directions, as the office uses them. */
@GuantongTest
class DirectionPagesTest {

	@Autowired
	Site site;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Given given;

	GuideStage stage;

	@BeforeEach
	void aStage(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 0);
	}

	@Test
	void anOfficerBeginsADirectionFromQuestionsAndWritesIt() {
		Site.Browser browser = site.browser(stage.officer);
		assertThat(browser.get("/directions/new?round=" + stage.round).body()).contains("高熵合金氢脆");

		Site.Reply editor = browser.post("/directions/new", Map.of("round", Long.toString(stage.round), "question",
				Long.toString(stage.question), "title", "高熵合金氢脆机理"));
		assertThat(editor.path()).endsWith("/edit");
		stage.direction = Long.parseLong(editor.path().replaceAll("\\D", ""));
		Site.Reply saved = browser.post(editor.path(), typed("B08 e0303", GuideStage.TEXT, "260"));

		assertThat(saved.status()).isEqualTo(200);
		assertThat(stage.now().applicationCodes()).containsExactly("B08", "E0303");
		assertThat(browser.get("/directions?round=" + stage.round).body()).contains(stage.now().code())
			.doesNotContain("没有符合条件的指南方向");
		assertThat(browser.get("/directions/" + stage.direction).body()).contains(GuideStage.TEXT, "装备部件氢脆");
	}

	@Test
	void theOfficeKeepsTheDirectoryOfExperts() {
		Person expert = given.person("钱教授", given.organisation("HOST", "大学"), Role.EXPERT);
		Site.Browser browser = site.browser(stage.officer);
		assertThat(browser.get("/experts/" + expert.id()).status()).isEqualTo(200);

		Map<String, String> described = Map.of("version", "0", "codes", "b08 E0303", "keywords", "催化、氢能", "mostPanels",
				"4");
		assertThat(browser.post("/experts/" + expert.id(), described).status()).isEqualTo(200);
		assertThat(browser.get("/experts?q=B08").body()).contains("B08、E0303", "催化、氢能");
		assertThat(browser.post("/experts/" + expert.id(), described).status()).as("an overtaken tab").isEqualTo(409);
		Site.Reply wrong = browser.post("/experts/" + expert.id(),
				Map.of("version", "1", "codes", "99", "keywords", "", "mostPanels", "many"));
		assertThat(wrong.status()).isEqualTo(422);
	}

	@Test
	void eachWrongFieldIsNamedAndNothingIsWritten() {
		stage.started();
		Site.Browser browser = site.browser(stage.officer);
		browser.get("/directions/" + stage.direction + "/edit");
		Site.Reply reply = browser.post("/directions/" + stage.direction + "/edit",
				typed("Z99", "字".repeat(601), "-1"));

		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.body()).contains("id=\"applicationCodes-error\"", "id=\"text-error\"",
				"id=\"intensity-error\"");
		assertThat(stage.now().text()).isEmpty();
	}

	@Test
	void whenSomebodyElseSavedMeanwhileBothTextsAreShownAndNothingIsLost() {
		stage.started();
		Site.Browser browser = site.browser(stage.officer);
		browser.get("/directions/" + stage.direction + "/edit");
		Map<String, String> mine = typed("B08", "针对甲，研究乙，揭示丙，为丁提供依据。", "260");
		stage.write(stage.content());

		Site.Reply reply = browser.post("/directions/" + stage.direction + "/edit", mine);

		assertThat(reply.status()).isEqualTo(409);
		assertThat(reply.body()).contains(GuideStage.TEXT, "针对甲，研究乙，揭示丙，为丁提供依据。", "<ins", "<del");
		assertThat(stage.now().text()).isEqualTo(GuideStage.TEXT);
	}

	@Test
	void theApiDrivesADirectionWithoutABrowser() {
		Site.Api api = site.api(stage.officer);
		Site.Reply created = api.post("/api/rounds/" + stage.round + "/directions",
				Map.of("questionIds", List.of(stage.question), "title", "氢脆机理"));
		assertThat(created.status()).isEqualTo(201);
		long id = created.json().get("id").asLong();

		int version = api.get("/api/directions/" + id).json().get("direction").get("version").asInt();
		Map<String, Object> text = Map.of("version", version, "title", "氢脆机理", "applicationCodes", List.of("E01"),
				"text", GuideStage.TEXT, "category", "KEY", "intensity", new BigDecimal("260"), "expectedApplication",
				"装备");
		assertThat(api.put("/api/directions/" + id, text).status()).isEqualTo(200);
		assertThat(api.put("/api/directions/" + id, text).status()).as("an overtaken version").isEqualTo(409);
		Site.Reply wrong = api.post("/api/rounds/" + stage.round + "/directions",
				Map.of("questionIds", List.of(-1), "title", ""));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().get("errors").get(0).get("field").asText()).isEqualTo("questionIds");
		assertThat(api.get("/api/directions/" + Long.MAX_VALUE).status()).isEqualTo(404);
	}

	@Test
	void whatIsPublishedCanNeverChange() {
		long direction = given.direction(stage.round, "MAT", "方向", stage.question);

		for (String change : List.of("update guide_direction set title = '改' where id = ?",
				"update guide_direction set state = 'DRAFT', published_at = null where id = ?",
				"delete from guide_direction where id = ?", "delete from direction_question where direction_id = ?")) {
			assertThatThrownBy(() -> jdbc.sql(change).param(direction).update()).as(change)
				.hasMessageContaining("is published and cannot change");
		}
	}

	private Map<String, String> typed(String codes, String text, String intensity) {
		return Map.of("version", Integer.toString(stage.direction == 0 ? 1 : stage.now().version()), "title",
				"高熵合金氢脆机理", "applicationCodes", codes, "text", text, "category", "KEY", "intensity", intensity,
				"expectedApplication", "氢能装备");
	}

}
