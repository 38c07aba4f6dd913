package org.guantong.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.meeting.Choice;
import org.guantong.guide.meeting.MeetingReadingService;
import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.MeetingSheet;
import org.guantong.guide.meeting.NewVote;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;
import org.guantong.review.ConflictKind;
import org.guantong.review.ExpertService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A meeting from its agenda to its minutes. */
@GuantongTest
class MeetingTest {

	@Autowired
	Site site;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Given given;

	@Autowired
	MeetingReadingService reading;

	@Autowired
	MeetingService preparing;

	@Autowired
	VotingService voting;

	GivenMeetings meetings;

	GuideStage stage;

	@BeforeEach
	void aDirectionThatWaitsForAMeeting(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine, @Autowired TestClock clock) {
		meetings = new GivenMeetings(preparing, voting, jdbc, clock);
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3);
		jdbc.sql("update round set meeting_required = true where id = ?").param(stage.round).update();
		stage.reviewed("APPROVE", 18);
	}

	@Test
	void anOfficeHoldsAMeetingOnItsPagesFromTheAgendaToConfirmedMinutes() {
		Site.Browser office = site.browser(stage.officer);
		assertThat(office.get("/meetings").body()).contains("等待会议论证");
		Site.Reply blank = office.post("/meetings/new", Map.of("title", "", "meetsAt", "", "secret", "true"));
		assertThat(blank.status()).isEqualTo(422);
		office.get("/meetings/new");
		Site.Reply made = office.post("/meetings/new", Map.of("round", Long.toString(stage.round), "title", "秋季论证会",
				"place", "三楼会议室", "meetsAt", "2027-03-01T09:00", "secret", "true"));
		String path = made.path();
		assertThat(made.body()).contains("秋季论证会", "三楼会议室", stage.now().code(), stage.experts.get(0).name());
		long item = meetings.item(stage);
		office.post(path + "/agenda", Map.of("item", Long.toString(item)));
		stage.experts.forEach((expert) -> office.post(path + "/members", Map.of("member", Long.toString(expert.id()))));
		assertThat(office.post(path + "/tell", Map.of()).body()).contains("已通知 3 位专家");
		office.post(path + "/open", Map.of());

		Person first = stage.experts.get(0);
		Site.Browser member = site.browser(first);
		assertThat(member.get(path).body()).contains("秋季论证会").doesNotContain(stage.experts.get(1).name());
		assertThat(member.post(path + "/sign-in", Map.of()).body()).contains("您已签到");
		assertThat(member.get(path + "/items/" + item).body()).contains(GuideStage.TEXT, "函评意见（匿名）")
			.doesNotContain(stage.experts.get(1).name());
		Map<String, String> vote = Map.of("votesFor", "2", "votesAgainst", "0", "abstentions", "0", "remark", "方向成熟");
		Site.Reply early = office.post(path + "/items/" + item + "/vote", vote);
		assertThat(early.status()).as("one of three").isEqualTo(422);
		assertThat(early.body()).contains("到会人数不足", "方向成熟");
		office.post(path + "/members/" + stage.experts.get(1).id() + "/sign", Map.of("present", "true"));
		assertThat(office.post(path + "/items/" + item + "/vote", vote).body()).contains("2 赞成 · 0 反对 · 0 弃权");

		assertThat(stage.now().state()).isEqualTo(State.SIGN_OFF);
		assertThat(office.get("/directions/" + stage.direction).body()).contains("赞成 2，反对 0，弃权 0");
		String minutes = office.post(path + "/close", Map.of()).body();
		assertThat(minutes).contains("应到 3 人，实到 2 人", "赞成 2 票，反对 0 票", "会议意见：方向成熟");
		office.post(path + "/minutes", Map.of("after", "0", "text", "纪要初稿"));
		assertThat(office.post(path + "/minutes", Map.of("after", "0", "text", "另一人的纪要")).body()).as("overtaken")
			.contains("纪要刚被他人修改", "另一人的纪要");
		assertThat(office.post(path + "/minutes", Map.of("after", "1", "text", "纪要定稿", "confirm", "true")).body())
			.contains("第 2 版", "纪要定稿", "周主任 确认");
		assertThat(member.get(path).body()).contains("纪要定稿").doesNotContain("纪要初稿");
		assertThatThrownBy(
				() -> jdbc.sql("update review_meeting_minutes set text = 'x' where number = 2 and meeting_id = ?")
					.param(Long.parseLong(path.replaceAll("\\D", "")))
					.update())
			.hasMessageContaining("confirmed");
	}

	@Test
	void whoHasAConflictIsOutOfTheRoomReadsNothingAndIsNotCounted() {
		Person declared = stage.experts.get(0);
		Person found = given.person("合作单位专家", stage.leaders.get(0).organisationId(), org.guantong.identity.Role.EXPERT);
		long meeting = meetings.called(stage, false);
		preparing.call(stage.officer, meeting, List.of(found.id()));
		long item = meetings.item(stage);
		voting.recuse(stage.officer, meeting, item, declared.id(), ConflictKind.RELATIVE, "近亲属参与申报");
		preparing.tell(stage.officer, meeting);
		voting.open(stage.officer, meeting);
		List.of(stage.experts.get(0), stage.experts.get(1), stage.experts.get(2), found)
			.forEach((expert) -> voting.sign(stage.officer, meeting, expert.id(), true));

		MeetingSheet sheet = reading.open(stage.officer, meeting);
		assertThat(sheet.out(item)).extracting("memberId", "kind")
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(declared.id(), ConflictKind.RELATIVE),
					org.assertj.core.groups.Tuple.tuple(found.id(), ConflictKind.SAME_ENTITY));
		for (Person out : List.of(declared, found)) {
			assertThat(site.browser(out).get("/meetings/" + meeting + "/items/" + item).status()).isEqualTo(404);
			assertThat(site.browser(out).get("/meetings/" + meeting).body()).contains("您应回避本项");
		}
		Map<Long, Choice> ballots = new HashMap<>(
				Map.of(stage.experts.get(1).id(), Choice.FOR, stage.experts.get(2).id(), Choice.AGAINST));
		ballots.put(declared.id(), Choice.FOR);
		assertThatThrownBy(() -> voting.vote(stage.officer, meeting, item, NewVote.byName(ballots, "")))
			.isInstanceOf(InvalidInput.class);
		ballots.remove(declared.id());

		assertThat(voting.vote(stage.officer, meeting, item, NewVote.byName(ballots, "")))
			.as("one of two is not more than half")
			.isFalse();
		assertThat(site.browser(stage.officer).get("/meetings/" + meeting + "/items/" + item).body())
			.contains(stage.experts.get(1).name());
		assertThat(site.browser(stage.experts.get(1)).get("/meetings/" + meeting + "/items/" + item).body())
			.doesNotContain(stage.experts.get(2).name());
	}

	@Test
	void aVoteStandsAndWhatWasNotVotedOnWaitsForAnotherMeeting() {
		long meeting = meetings.called(stage, true);
		long item = meetings.item(stage);
		voting.open(stage.officer, meeting);
		assertThatThrownBy(() -> voting.open(stage.officer, meeting)).isInstanceOf(Stale.class);
		voting.close(stage.officer, meeting);
		assertThat(stage.now().state()).isEqualTo(State.MEETING);
		assertThatThrownBy(() -> jdbc.sql("update review_meeting set title = 'x' where id = ?").param(meeting).update())
			.hasMessageContaining("closed");

		assertThat(meetings.voteOn(stage, 3, 0, 0)).isTrue();

		for (String change : List.of("update review_meeting_item set passed = false where id = ?",
				"delete from review_meeting_item where id = ?")) {
			assertThatThrownBy(() -> jdbc.sql(change).param(item).update()).hasMessageContaining("neither changed");
		}
	}

	@Test
	void onlyTheOfficeRunsMeetingsAndOnlyWhoWasToldFindsThem() {
		long meeting = meetings.called(stage, true);
		Person expert = stage.experts.get(0);

		assertThat(site.browser(expert).get("/meetings/" + meeting).status()).as("not told yet").isEqualTo(404);
		for (Person other : List.of(stage.leaders.get(0), stage.contacts.get(0), stage.committee)) {
			assertThat(site.browser(other).get("/meetings/" + meeting).status()).isEqualTo(404);
			assertThat(site.api(other).get("/api/meetings/" + meeting).status()).isEqualTo(404);
			assertThat(site.api(other).post("/api/meetings/" + meeting + "/open", Map.of()).status()).isEqualTo(403);
		}
		preparing.tell(stage.officer, meeting);
		assertThat(site.api(expert).get("/api/meetings/" + meeting).json().get("members")).isEmpty();
		assertThat(site.api(expert).post("/api/meetings/" + meeting + "/open", Map.of()).status()).isEqualTo(403);
		assertThat(jdbc.sql("select text_body from mail_outbox where key = 'meeting-called' and recipient_id = ?")
			.param(expert.id())
			.query(String.class)
			.single()).contains("会议室");
	}

}
