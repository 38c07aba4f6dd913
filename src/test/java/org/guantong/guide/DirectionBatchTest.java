package org.guantong.guide;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.batch.BatchAction;
import org.guantong.guide.batch.BatchLine;
import org.guantong.guide.batch.BatchLine.Outcome;
import org.guantong.guide.batch.BatchOrder;
import org.guantong.guide.batch.BatchService;
import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.NumberingService;
import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Order, numbers, care and moves of the directions of a round, one by one and in bulk.
 */
@GuantongTest
class DirectionBatchTest {

	@Autowired
	Site site;

	@Autowired
	Given given;

	@Autowired
	BatchService batch;

	@Autowired
	NumberingService numbering;

	@Autowired
	CareService care;

	@Autowired
	DirectionService service;

	@Autowired
	GuideDirections directions;

	@Autowired
	Clock clock;

	@Autowired
	JdbcClient jdbc;

	GuideStage stage;

	Person colleague;

	@BeforeEach
	void aStage(@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox,
			@Autowired Cases cases, @Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3);
		colleague = given.officer();
	}

	@Test
	void aBatchOverThirtySearchResultsIsPreviewedThenDoneOneByOneWithAReport() {
		List<Long> all = drafts(30);
		service.save(stage.officer, all.get(3), directions.require(all.get(3)).version(),
				new DirectionContent("缺研究内容", List.of("E01"), "", "KEY", null, "应用"));
		care.assign(stage.officer, all.get(4), colleague.id());
		Site.Browser browser = site.browser(stage.officer);

		assertThat(browser.get("/directions?round=" + stage.round).body()).contains("批量办理这 30 个方向");
		String address = "/directions/batch?round=" + stage.round + "&action=SUBMIT&reason=";
		Site.Reply unchecked = browser.get(address);
		assertThat(unchecked.status()).isEqualTo(422);
		assertThat(unchecked.body()).contains("请确认已逐个按五项标准自查");
		Site.Reply preview = browser.get(address + "&selfChecked=true");
		assertThat(preview.body()).contains("将办理 28 个，跳过 2 个", "正文页面：请填写研究内容。", "任务在 周主任 手上");
		assertThat(states(all)).as("a preview changes nothing").containsOnly(State.DRAFT);

		String ids = preview.body().replaceAll("(?s).*name=\"ids\" value=\"([\\d,]*)\".*", "$1");
		// meanwhile somebody hands one of them on
		stage.direction = all.get(7);
		stage.complete(stage.officer, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		Site.Reply report = browser.post("/directions/batch",
				Map.of("ids", ids, "action", "SUBMIT", "selfChecked", "true", "reason", ""));

		assertThat(report.body()).contains("已办理 27 个；1 个没有办理", "没有待提交的草稿");
		assertThat(states(all).stream().filter((state) -> state == State.IN_REVIEW)).hasSize(28);
		assertThat(directions.require(all.get(3)).state()).isEqualTo(State.DRAFT);
	}

	@Test
	void oneThatIsRefusedHoldsUpNoOther() {
		List<Long> all = drafts(3);
		care.withdraw(stage.officer, all.get(1), "与另一方向重复");

		List<BatchLine> report = batch.run(stage.officer, all,
				new BatchOrder(BatchAction.WITHDRAW, null, false, null, "本轮不再支持"));

		assertThat(report).extracting(BatchLine::outcome).containsExactly(Outcome.DONE, Outcome.SKIPPED, Outcome.DONE);
		assertThat(states(all)).containsOnly(State.WITHDRAWN);
		assertThatThrownBy(
				() -> batch.run(stage.officer, all, new BatchOrder(BatchAction.WITHDRAW, null, false, null, " ")))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void aDirectionGivenToAnOfficerComesWithItsTasksNowAndLater() {
		List<Long> all = drafts(2);
		batch.run(stage.officer, all, new BatchOrder(BatchAction.ASSIGN, colleague.id(), false, null, null));
		stage.direction = all.get(0);

		assertThat(stage.task(colleague, "draftDirection").assigneeId()).isEqualTo(colleague.id());
		assertThat(stage.has(stage.officer, "draftDirection")).isFalse();
		stage.complete(colleague, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		assertThat(stage.task(colleague, "confirmPanel").assigneeId()).as("a task to come").isEqualTo(colleague.id());

		String list = site.browser(stage.officer)
			.get("/directions?round=" + stage.round + "&officer=" + colleague.id())
			.body();
		assertThat(list).contains("确认论证专家", "等待：周主任");
		assertThat(site.browser(stage.officer).get("/directions/" + all.get(0)).body()).contains("下一步", "确认论证专家");
	}

	@Test
	void adoptedDirectionsAreScheduledTogetherAndNumbersNeverCollide() {
		List<Long> all = drafts(3);
		adopt(all.get(0));
		adopt(all.get(2));
		LocalDateTime time = LocalDateTime.now(clock).plusDays(20).withNano(0);

		List<BatchLine> report = batch.run(stage.officer, all,
				new BatchOrder(BatchAction.SCHEDULE, null, false, time, null));

		assertThat(report).extracting(BatchLine::outcome).containsExactly(Outcome.DONE, Outcome.SKIPPED, Outcome.DONE);
		assertThat(directions.require(all.get(0)).publishOn()).isEqualTo(time.toLocalDate());
		assertThat(numbers(all)).containsExactly(1, null, 2);
		assertThat(
				jdbc.sql("select count(distinct edition_id) from guide_edition_direction where direction_id in (:all)")
					.param("all", all)
					.query(Integer.class)
					.single())
			.as("one edition for all of the round")
			.isEqualTo(1);
		numbering.place(stage.officer, all.get(1), 3);
		assertThatThrownBy(() -> numbering.place(stage.officer, all.get(1), 2)).as("a scheduled one keeps its number")
			.isInstanceOf(InvalidInput.class);
		care.withdraw(stage.officer, all.get(2), "不再需要");
		assertThat(jdbc.sql("select direction_id from guide_edition_direction where direction_id in (:all)")
			.param("all", all)
			.query(Long.class)
			.list()).as("a withdrawn one does not appear").containsExactly(all.get(0));
	}

	@Test
	void directionsOfAFieldAreNumberedInOrderAndMakeRoomForOneThatMoves() {
		List<Long> all = drafts(4);
		long published = given.direction(stage.round, "MAT", "已发布", stage.question);
		int fixed = directions.require(published).number();
		long other = started(question("ENE", "另一领域"));

		numbering.renumberAll(stage.officer, stage.round);
		List<Integer> expected = new ArrayList<>();
		for (int number = 1; expected.size() < 4; number++) {
			if (number != fixed) {
				expected.add(number);
			}
		}
		assertThat(numbers(all)).containsExactlyElementsOf(expected);
		assertThat(numbers(List.of(other))).containsExactly(1);

		numbering.place(stage.officer, all.get(3), expected.get(0));
		assertThat(numbers(all)).containsExactly(expected.get(1), expected.get(2), expected.get(3), expected.get(0));
		numbering.shift(stage.officer, all.get(3), 1);
		assertThat(numbers(all)).containsExactly(expected.get(0), expected.get(2), expected.get(3), expected.get(1));
		assertThat(directions.require(published).number()).isEqualTo(fixed);
		assertThatThrownBy(() -> numbering.place(stage.officer, all.get(0), fixed)).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> numbering.place(stage.officer, all.get(0), 0)).isInstanceOf(InvalidInput.class);

		care.withdraw(stage.officer, all.get(0), "不再需要");
		assertThat(directions.require(all.get(0)).number()).as("a withdrawn one takes no number").isNull();
		assertThatThrownBy(() -> numbering.place(stage.officer, all.get(0), 2)).isInstanceOf(Stale.class);
		assertThatThrownBy(() -> jdbc.sql("update guide_direction set number = ? where id = ?")
			.params(directions.require(all.get(1)).number(), all.get(2))
			.update()).isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void numberingWhileSomebodyWritesTakesNothingFromEither() {
		List<Long> all = drafts(2);
		GuideDirection opened = directions.require(all.get(1));
		numbering.renumberAll(stage.officer, stage.round);

		service.save(colleague, all.get(1), opened.version(),
				new DirectionContent("高熵合金氢脆机理", List.of("E01"), "针对甲，研究乙，揭示丙，为丁提供依据。", "KEY", null, "应用"));

		assertThat(numbers(all)).containsExactly(1, 2);
	}

	@Test
	void theNumberingPageMovesByButtonAndByTypedPlaceAndSaysWhatIsWrong() {
		List<Long> all = drafts(3);
		Site.Browser browser = site.browser(stage.officer);
		browser.get("/directions/numbering?round=" + stage.round);
		assertThat(browser.post("/directions/numbering", Map.of("round", Long.toString(stage.round))).body())
			.contains("已更新 3 个编号");
		browser.post("/directions/" + all.get(0) + "/number", Map.of("by", "1"));
		assertThat(numbers(all)).containsExactly(2, 1, 3);
		browser.post("/directions/" + all.get(2) + "/number", Map.of("number", "1"));
		assertThat(numbers(all)).containsExactly(3, 2, 1);
		assertThat(browser.post("/directions/" + all.get(2) + "/number", Map.of("number", "一")).body())
			.contains("请输入 1 至 999 的整数", "value=\"一\"");
		assertThat(browser.get("/directions/batch?round=" + stage.round + "&action=NUMBER").body()).contains("已是第 1 号");
	}

	@Test
	void aWithdrawnDirectionEndsItsCaseWithAReasonThatThoseConcernedAreTold() {
		stage.invited(3, 0);
		Person expert = stage.experts.get(0);
		Site.Browser browser = site.browser(stage.officer);
		browser.get("/directions/" + stage.direction + "/withdraw");
		assertThat(browser.post("/directions/" + stage.direction + "/withdraw", Map.of("reason", "")).status())
			.isEqualTo(422);
		Site.Reply page = browser.post("/directions/" + stage.direction + "/withdraw", Map.of("reason", "需求单位撤回了需求"));

		assertThat(page.body()).contains("该方向已撤销", "需求单位撤回了需求");
		assertThat(stage.now().state()).isEqualTo(State.WITHDRAWN);
		assertThat(stage.theCase().outcome()).isEqualTo("已撤销");
		assertThat(stage.open(expert, (item) -> true)).isEmpty();
		assertThat(recipients("withdrawn")).contains(expert.id());
		assertThat(recipients("decided")).contains(stage.leaders.get(0).id(), stage.contacts.get(1).id());
		assertThat(jdbc.sql("select detail from audit_entry where action = 'direction.withdrawn' and subject_id = ?")
			.param(stage.direction)
			.query(String.class)
			.single()).isEqualTo("需求单位撤回了需求");
		assertThatThrownBy(() -> care.withdraw(stage.officer, stage.direction, "再次")).isInstanceOf(Stale.class);
	}

	@Test
	void nobodyButTheOfficeMovesOrNumbers() {
		List<Long> all = drafts(1);
		Site.Api api = site.api(stage.leaders.get(0));
		assertThat(api
			.post("/api/directions/batch",
					Map.of("ids", all, "order", Map.of("action", "WITHDRAW", "selfChecked", false, "reason", "否")))
			.status()).isEqualTo(403);
		assertThat(api.put("/api/directions/" + all.get(0) + "/number", Map.of("number", 1)).status()).isEqualTo(403);
		assertThat(site.browser(stage.leaders.get(0)).get("/directions/numbering").status()).isEqualTo(403);
		assertThat(site.browser(stage.leaders.get(0)).get("/directions/batch").status()).isEqualTo(403);

		Site.Api office = site.api(stage.officer);
		assertThat(
				office
					.post("/api/directions/batch/preview",
							Map.of("search", Map.of("round", stage.round), "order",
									Map.of("action", "NUMBER", "selfChecked", false)))
					.json()
					.get(0)
					.get("outcome")
					.asText())
			.isEqualTo("PLANNED");
		assertThat(office.post("/api/rounds/" + stage.round + "/numbering", Map.of()).json()).hasSize(1);
		assertThat(office.get("/api/rounds/" + stage.round + "/numbering").status()).isEqualTo(200);
		assertThat(numbers(all)).containsExactly(1);
	}

	private List<Long> drafts(int count) {
		List<Long> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			stage.started().write(stage.content());
			ids.add(stage.direction);
		}
		return ids;
	}

	private long started(long question) {
		return service.start(stage.officer, stage.round, List.of(question), "另一领域的方向");
	}

	private long question(String field, String title) {
		return given.question(stage.round, field, title,
				given.demand(stage.round, stage.contacts.get(0), field, title + "需求"));
	}

	private void adopt(long id) {
		stage.direction = id;
		stage.complete(stage.officer, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		stage.complete(stage.officer, "confirmPanel", Map.of("experts", GuideStage.ids(stage.experts), "reserves",
				List.of(), "answerDays", 5, "reviewDays", 14));
		stage.experts.forEach((expert) -> {
			stage.accept(expert);
			stage.review(expert, "APPROVE", 18);
		});
		stage.leaders.forEach((leader) -> stage.signOff(leader, true));
		stage.complete(stage.committee, "adoptDirection",
				Map.of("votesFor", 9, "votesAgainst", 0, "abstentions", 0, "decision", "ADOPT"));
	}

	private List<State> states(List<Long> ids) {
		return ids.stream().map((id) -> directions.require(id).state()).toList();
	}

	private List<Integer> numbers(List<Long> ids) {
		return ids.stream().map((id) -> directions.require(id).number()).toList();
	}

	private List<Long> recipients(String key) {
		return jdbc.sql("select recipient_id from mail_outbox where key = ? and link like ? or key = ? and thread = ?")
			.params(key, "%/directions/" + stage.direction, key, "direction-" + stage.direction)
			.query(Long.class)
			.list();
	}

}
