package org.guantong.guide;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.adoption.CommitteeService;
import org.guantong.guide.adoption.CommitteeSession;
import org.guantong.guide.adoption.CommitteeSession.Member;
import org.guantong.guide.adoption.SessionSheet;
import org.guantong.guide.adoption.SessionSheet.Vote;
import org.guantong.guide.adoption.SignOffService;
import org.guantong.guide.adoption.SignOffService.Answer;
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

/** Many directions at once: signed off by co-funders, adopted by the committee. */
@GuantongTest
class GuideAdoptionTest {

	@Autowired
	SignOffService signOff;

	@Autowired
	CommitteeService committee;

	@Autowired
	Engine engine;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Site site;

	GuideStage stage;

	final List<Long> directions = new ArrayList<>();

	@BeforeEach
	void threeDirectionsThatExpertsPassed(@Autowired Given given, @Autowired DirectionService service,
			@Autowired GuideDirections guideDirections, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, guideDirections, directory, tasks, inbox, cases, engine), 3);
		for (int i = 0; i < 3; i++) {
			stage.reviewed("APPROVE", 18);
			directions.add(stage.direction);
		}
	}

	@Test
	void aCoFunderSignsOffAllItsDirectionsOnOnePageWhileTheOthersDoSoToo() {
		Person first = stage.leaders.get(0);
		Person second = stage.leaders.get(1);
		Site.Browser browser = site.browser(first);
		Site.Reply page = browser.get("/sign-off");
		assertThat(page.body()).contains("共 3 个方向等待会签", GuideStage.TEXT, "装备部件氢脆")
			.doesNotContain("??", "氢能阀门开裂", stage.experts.get(0).name());
		List<String> tasks = signOff.waiting(first, 0, 10).stream().map((one) -> one.task().id()).toList();
		Map<String, String> typed = new HashMap<>(Map.of("decision-" + tasks.get(0), "AGREE",
				"decision-" + tasks.get(1), "OBJECT", "reasons-" + tasks.get(1), ""));
		Site.Reply partly = post(browser, tasks, typed);
		assertThat(partly.status()).isEqualTo(422);
		assertThat(partly.body()).contains("已提交 1 个方向", "共 2 个方向等待会签", "task-" + tasks.get(1));

		typed.put("reasons-" + tasks.get(1), "应写明应用环境的压力范围");
		typed.put("rest", "AGREE");
		assertThat(post(browser, tasks.subList(1, 3), typed).body()).contains("已提交 2 个方向", "目前没有等待会签的方向");
		Site.Reply other = site.api(second)
			.post("/api/sign-off",
					Map.of("answers",
							signOff.waiting(second, 0, 10)
								.stream()
								.map((one) -> Map.of("taskId", one.task().id(), "agrees", true))
								.toList()));
		assertThat(other.json().get("taken").asInt()).isEqualTo(3);
		engine.settle();

		assertThat(states()).containsExactlyInAnyOrder(State.SIGN_OFF, State.REVISING, State.SIGN_OFF);
		assertThat(signOff.answer(second, List.of(new Answer(tasks.get(0), true, ""))).problems()).as("not hers")
			.hasSize(1);
		assertThat(signOff.waiting(stage.contacts.get(0), 0, 10)).as("leaders sign").isEmpty();
	}

	@Test
	void aSessionDecidesOnAllItsDirectionsTogetherWithQuorumAndVotesOnRecord() throws IOException {
		allSigned();
		assertThatThrownBy(() -> committee.call(stage.leaders.get(0), stage.round, sheet(5, Map.of())))
			.isInstanceOf(AccessDeniedException.class);
		long id = committee.call(stage.officer, stage.round, sheet(0, Map.of()));
		assertThatThrownBy(() -> committee.call(stage.officer, stage.round, sheet(0, Map.of())))
			.as("all are on an agenda")
			.isInstanceOf(InvalidInput.class);
		Map<Long, Vote> votes = Map.of(directions.get(0), new Vote(6, 1, 0, false, ""), directions.get(1),
				new Vote(3, 2, 2, false, ""), directions.get(2), new Vote(null, null, null, true, ""));

		refused(id, sheet(5, votes), "session.quorum");
		refused(id, sheet(6, votes), "session.tooMany");
		refused(id, sheet(7, votes), "session.remarks");
		refused(id, sheet(7, Map.of(directions.get(1), new Vote(null, null, null, false, ""))), "session.notVoted");
		Map<Long, Vote> complete = new HashMap<>(votes);
		complete.put(directions.get(1), new Vote(3, 2, 2, false, "与在研专项重复，赞成未过半"));
		CommitteeSession saved = committee.save(stage.committee, id, version(id), sheet(7, complete));
		assertThatThrownBy(() -> committee.close(stage.officer, id, saved.version())).as("the committee decides")
			.isInstanceOf(AccessDeniedException.class);
		assertThat(states()).containsOnly(State.SIGN_OFF);

		committee.close(stage.committee, id, saved.version());
		engine.settle();

		assertThat(states()).containsExactly(State.ADOPTED, State.NOT_ADOPTED, State.SIGN_OFF);
		assertThat(jdbc.sql("select votes_for from committee_vote where direction_id = ?")
			.param(directions.get(1))
			.query(Integer.class)
			.single()).isEqualTo(3);
		assertThatThrownBy(() -> committee.save(stage.committee, id, version(id), sheet(7, complete)))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(
				() -> jdbc.sql("update committee_item set votes_for = 7 where session_id = ?").param(id).update())
			.hasMessageContaining("closed");
		assertThat(committee.waiting(stage.committee)).extracting(CommitteeService.Waiting::roundId)
			.as("what was deferred waits again")
			.contains(stage.round);
		Site.Browser browser = site.browser(stage.committee);
		assertThat(browser.get("/adoption/" + id).body()).contains("不采纳", "缓议").doesNotContain("??");
		Site.Reply pdf = browser.get("/adoption/" + id + "/decisions.pdf");
		assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
		assertThat(browser.get("/adoption/" + id + "/decisions.xlsx").status()).isEqualTo(200);
		assertThat(site.browser(stage.leaders.get(0)).get("/adoption/" + id).status()).isEqualTo(403);
	}

	@Test
	void theCommitteeRecordsItsSessionOnAPageThatKeepsWhatWasTyped() {
		allSigned();
		Site.Browser browser = site.browser(stage.committee);
		assertThat(browser.get("/adoption").body()).contains("（3 个方向待审定）").doesNotContain("??");
		Map<String, String> call = Map.of("round", Long.toString(stage.round), "title", "", "heldAt",
				"2026-10-20T09:00", "place", "北京", "seats", "9");
		assertThat(browser.post("/adoption", call).status()).isEqualTo(422);
		Map<String, String> right = new HashMap<>(call);
		right.put("title", "2026年度第一次会议");
		Site.Reply page = browser.post("/adoption", right);
		assertThat(page.path()).matches("/adoption/\\d+");
		assertThat(page.body()).contains("到会不少于 7 人", "for-" + directions.get(0)).doesNotContain("??");

		Map<String, String> typed = new HashMap<>(right);
		typed.put("version", "1");
		typed.put("present", "甲委员，辽宁省科技厅\n乙委员");
		typed.put("for-" + directions.get(0), "many");
		Site.Reply wrong = browser.post(page.path(), typed);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("甲委员，辽宁省科技厅");

		typed.put("for-" + directions.get(0), "");
		typed.put("present", String.join("\n", IntStream.range(0, 8).mapToObj((i) -> "委员" + i).toList()));
		typed.put("unanimous", "true");
		typed.put("deed", "CLOSE");
		Site.Reply closed = browser.post(page.path(), typed);
		assertThat(closed.body()).contains("会议已结束，决定已生效");
		engine.settle();
		assertThat(states()).containsOnly(State.ADOPTED);
		assertThat(jdbc.sql("select votes_for from committee_vote where direction_id = ?")
			.param(directions.get(2))
			.query(Integer.class)
			.single()).isEqualTo(8);
	}

	private void allSigned() {
		stage.leaders.forEach((leader) -> signOff.answer(leader,
				signOff.waiting(leader, 0, 10).stream().map((one) -> new Answer(one.task().id(), true, "")).toList()));
		engine.settle();
	}

	private void refused(long id, SessionSheet sheet, String reason) {
		CommitteeSession saved = committee.save(stage.committee, id, version(id), sheet);
		assertThatThrownBy(() -> committee.close(stage.committee, id, saved.version())).isInstanceOf(InvalidInput.class)
			.hasMessageContaining(reason);
	}

	private int version(long id) {
		return committee.open(stage.committee, id).version();
	}

	private static SessionSheet sheet(int present, Map<Long, Vote> votes) {
		return new SessionSheet("第一次会议", Instant.parse("2026-10-20T01:00:00Z"), "北京", 9,
				IntStream.range(0, present).mapToObj((i) -> new Member("委员" + i, "省厅")).toList(), "会议审议了指南。", votes);
	}

	private static Site.Reply post(Site.Browser browser, List<String> tasks, Map<String, String> typed) {
		Map<String, String> fields = new HashMap<>(typed);
		fields.put("task", String.join(",", tasks));
		return browser.post("/sign-off", fields);
	}

	private List<State> states() {
		return directions.stream().map((id) -> stage.with.directions().require(id).state()).toList();
	}

}
