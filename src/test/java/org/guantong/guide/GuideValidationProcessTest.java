package org.guantong.guide;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.edition.Edition;
import org.guantong.guide.edition.PublicationService;
import org.guantong.guide.edition.ReschedulingService;
import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;
import org.guantong.review.Conflict;
import org.guantong.review.ConflictKind;
import org.guantong.review.ExpertService;
import org.guantong.review.PanelDeskService;
import org.guantong.review.PanelSheet;
import org.guantong.review.Pledges;
import org.guantong.review.TrailEntry;
import org.guantong.review.TrailEntry.Act;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.review.directory.NewAbsence;
import org.guantong.review.directory.NewTie;
import org.guantong.review.directory.TieKind;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Coverage;
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
import static org.assertj.core.api.Assertions.tuple;

/** The process as its people live it, from the draft to every end it can have. */
@GuantongTest
class GuideValidationProcessTest {

	@Autowired
	Coverage coverage;

	@Autowired
	Site site;

	@Autowired
	TestClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DirectionDirectory directory;

	GivenMeetings meetings;

	@Autowired
	PublicationService publication;

	@Autowired
	ReschedulingService rescheduling;

	GuideStage.Services services;

	@BeforeEach
	void services(@Autowired Given given, @Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine, @Autowired MeetingService preparing, @Autowired VotingService voting) {
		meetings = new GivenMeetings(preparing, voting, jdbc, clock);
		services = new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine);
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@AfterAll
	static void everyNodeWasPassed(@Autowired Coverage coverage) {
		coverage.assertEveryNodeVisited("guide-validation");
	}

	@Test
	void aDirectionAllAgreeOnIsPublishedAtOnce() {
		GuideStage stage = new GuideStage(services, 3).reviewed("APPROVE", 18);

		assertThat(stage.now().state()).isEqualTo(State.SIGN_OFF);
		stage.leaders.forEach((leader) -> stage.signOff(leader, true));
		stage.complete(stage.committee, "adoptDirection",
				Map.of("votesFor", 7, "votesAgainst", 1, "abstentions", 1, "decision", "ADOPT"));
		stage.complete(stage.officer, "schedulePublication", Map.of("number", 1, "when", "NOW"));

		assertThat(stage.now().state()).isEqualTo(State.PUBLISHED);
		assertThat(stage.now().number()).isEqualTo(1);
		assertThat(stage.theCase().outcome()).isEqualTo("已发布");
		Set<String> passed = coverage.visitedBy(stage.theCase().instanceId());
		assertThat(passed).contains("proposePanel", "judgeReviews", "publishDirection")
			.doesNotContain("fillSeat", "addressQuorum", "reviseDirection", "answerObjections", "publicationDay",
					"confirmRejection");
		assertThat(mails(stage, "published"))
			.containsExactlyInAnyOrderElementsOf(addresses(stage.leaders, stage.contacts));
		assertThat(audited(stage)).contains("direction.drafted", "panel.confirmed", "review.submitted",
				"direction.adopted", "direction.published");
	}

	private long panel(GuideStage stage) {
		return jdbc.sql("select id from panel where kind = 'guide-direction' and subject_id = ?")
			.param(stage.direction)
			.query(Long.class)
			.single();
	}

	@Test
	void anExpertWhoDeclinesRecusesOrStaysSilentIsReplacedWhileOthersAreInReserve() {
		GuideStage stage = new GuideStage(services, 5).invited(3, 2);
		Person declines = stage.experts.get(0);
		Person recuses = stage.experts.get(1);
		Person silent = stage.experts.get(2);

		stage.complete(declines, "answerInvitation",
				Map.of("answer", "DECLINE", "declineReason", "AWAY", "reason", "出国交流"));
		assertThat(stage.has(stage.experts.get(3), "answerInvitation")).as("first in reserve").isTrue();
		assertThat(stage.has(stage.experts.get(4), "answerInvitation")).as("second in reserve").isFalse();
		assertThat(site.browser(stage.officer).get("/panels/" + panel(stage)).body()).as("who came for whom")
			.contains("名额由" + stage.experts.get(3).name() + "递补", "出国交流")
			.doesNotContain("??");
		stage.complete(recuses, "answerInvitation", Map.of("answer", "CONFLICT", "conflict", "CO_GRANT"));
		assertThat(stage.has(stage.experts.get(4), "answerInvitation")).isTrue();
		stage.accept(stage.experts.get(3));
		stage.accept(stage.experts.get(4));
		clock.pass(Duration.ofDays(6));
		services.engine().settle();

		assertThat(stage.has(silent, "answerInvitation")).as("time is over").isFalse();
		stage.review(stage.experts.get(3), "APPROVE", 18);
		stage.review(stage.experts.get(4), "APPROVE", 18);
		assertThat(coverage.visitedBy(stage.theCase().instanceId()))
			.contains("invitationExpired", "fillSeat", "seatVacant")
			.doesNotContain("addressQuorum", "reviewExpired");
		assertThat(stage.now().state()).as("two of three make the quorum").isEqualTo(State.SIGN_OFF);
	}

	@Test
	void whoeverComesIntoConflictIsAwayOrIsTakenOffAfterTheInvitationGivesTheirPlaceToTheNext(
			@Autowired ExpertFileService files, @Autowired PanelDeskService desk) {
		GuideStage stage = new GuideStage(services, 7).invited(3, 4);
		Person conflicted = stage.experts.get(0);
		Person away = stage.experts.get(1);
		Person removed = stage.experts.get(2);
		stage.accept(conflicted);

		files.addTie(conflicted, conflicted.id(), new NewTie(TieKind.CO_GRANT, stage.contacts.get(0).username(), "",
				null, LocalDate.now(clock).getYear() - 1, "氢脆联合攻关"));
		files.addAbsence(stage.officer, away.id(),
				new NewAbsence(LocalDate.now(clock), LocalDate.now(clock).plusDays(40), "出国"));
		desk.remove(stage.officer, memberOf(stage, removed), "换一位做实验的专家", stage.experts.get(6).id());
		services.engine().settle();

		List.of(conflicted, away, removed).forEach((gone) -> {
			assertThat(stage.open(gone, (item) -> true)).as("nothing is expected any more").isEmpty();
			assertThat(mails(stage, "seat-released")).contains(gone.email());
		});
		assertThat(stage.has(stage.experts.get(3), "answerInvitation")).as("first in reserve").isTrue();
		assertThat(stage.has(stage.experts.get(4), "answerInvitation")).as("second in reserve").isTrue();
		assertThat(stage.has(stage.experts.get(5), "answerInvitation")).as("the office named another").isFalse();
		assertThat(stage.has(stage.experts.get(6), "answerInvitation")).as("the one the office named").isTrue();
		List.of(3, 4, 6).forEach((number) -> {
			stage.accept(stage.experts.get(number));
			stage.review(stage.experts.get(number), "APPROVE", 18);
		});

		assertThat(stage.now().state()).isEqualTo(State.SIGN_OFF);
		PanelSheet sheet = desk.read(stage.officer, panelOf(stage));
		assertThat(sheet.trail()).extracting(TrailEntry::act, TrailEntry::expert, TrailEntry::other)
			.contains(tuple(Act.CONFLICT_FOUND, conflicted.name(), null), tuple(Act.ABSENT, away.name(), null),
					tuple(Act.REMOVED, removed.name(), null),
					tuple(Act.INVITED, stage.experts.get(6).name(), removed.name()));
		assertThat(sheet.conflicts()).filteredOn((one) -> one.expertId() == conflicted.id())
			.extracting(Conflict::kind, Conflict::declared)
			.containsExactly(tuple(ConflictKind.CO_GRANT, false));
		assertThat(sheet.pledges().get(memberOf(stage, stage.experts.get(6)))).extracting(Pledges.Taken::moment)
			.containsExactly(Pledges.Moment.ACCEPTED, Pledges.Moment.SUBMITTED);
		assertThat(coverage.visitedBy(stage.theCase().instanceId())).contains("invitationWithdrawn", "reviewerLeft")
			.doesNotContain("invitationExpired", "reviewExpired", "seatVacant");
	}

	@Test
	void whoeverHasATopicOfTheirOwnInTheFieldIsFoundBeforeAnybodyIsInvited() {
		GuideStage stage = new GuideStage(services, 4);
		Person rival = stage.experts.get(0);
		services.given().demand(stage.round, rival, "MAT", "自己申报的高熵合金需求");

		stage.drafted();

		Map<String, Object> proposed = services.tasks()
			.open(stage.officer, stage.task(stage.officer, "confirmPanel").id())
			.data();
		assertThat(proposed.get("experts").toString()).doesNotContain(Long.toString(rival.id()));
		assertThat(proposed.get("reserves").toString()).doesNotContain(Long.toString(rival.id()));
		assertThat(jdbc.sql("""
				select c.kind from conflict_of_interest c join panel p on p.id = c.panel_id
				where p.subject_id = ? and c.expert_id = ? and not c.declared
				""").params(stage.direction, rival.id()).query(String.class).list()).contains("OWN_APPLICATION");
	}

	@Test
	void nobodyAcceptsWithoutThePledgeAndWhoDeclinesForAnotherReasonSaysWhich() {
		GuideStage stage = new GuideStage(services, 3).invited(3, 0);

		assertThatThrownBy(() -> stage.complete(stage.experts.get(0), "answerInvitation", Map.of("answer", "ACCEPT")))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> stage.complete(stage.experts.get(0), "answerInvitation",
				Map.of("answer", "DECLINE", "declineReason", "OTHER")))
			.isInstanceOf(InvalidInput.class);
		stage.complete(stage.experts.get(0), "answerInvitation", Map.of("answer", "DECLINE", "declineReason", "BUSY"));

		assertThat(stage.has(stage.experts.get(0), "answerInvitation")).isFalse();
	}

	private long panelOf(GuideStage stage) {
		return jdbc.sql("select id from panel where kind = 'guide-direction' and subject_id = ?")
			.param(stage.direction)
			.query(Long.class)
			.single();
	}

	private long memberOf(GuideStage stage, Person expert) {
		return jdbc.sql("select id from panel_member where panel_id = ? and expert_id = ?")
			.params(panelOf(stage), expert.id())
			.query(Long.class)
			.single();
	}

	@Test
	void aRevisedDirectionGoesBackToTheSamePanelThenObjectionsAreAnsweredAndTheCommitteeMayStillDecline() {
		GuideStage stage = new GuideStage(services, 3).reviewed("REVISE", 15);
		assertThat(stage.now().state()).isEqualTo(State.REVISING);

		List<Map<String, Object>> replies = List.of(reply(), reply(), reply());
		stage.write(new DirectionContent("高熵合金氢脆机理与调控", List.of(stage.code), GuideStage.TEXT, "KEY",
				stage.content().intensity(), "氢能装备"));
		stage.complete(stage.officer, "reviseDirection", Map.of("points", replies, "sendTo", "REVIEW"));
		assertThat(stage.has(stage.experts.get(0), "answerInvitation")).as("asked once is enough").isFalse();
		stage.experts.forEach((expert) -> stage.review(expert, "APPROVE", 17));
		stage.signOff(stage.leaders.get(0), false);
		stage.signOff(stage.leaders.get(1), true);
		assertThat(stage.now().state()).isEqualTo(State.REVISING);
		stage.complete(stage.officer, "answerObjections", Map.of("points", List.of(reply())));
		stage.leaders.forEach((leader) -> stage.signOff(leader, true));
		stage.complete(stage.committee, "adoptDirection", Map.of("votesFor", 2, "votesAgainst", 5, "abstentions", 2,
				"decision", "DECLINE", "remarks", "与已有方向重复"));

		assertThat(stage.now().state()).isEqualTo(State.NOT_ADOPTED);
		assertThat(stage.theCase().outcome()).isEqualTo("未采纳");
		assertThat(coverage.visitedBy(stage.theCase().instanceId())).contains("anotherTurn", "answerObjections")
			.doesNotContain("publishDirection", "fillSeat");
		assertThat(mails(stage, "decided")).containsAll(addresses(stage.leaders, stage.contacts));
		assertThat(directory.open(stage.officer, stage.direction).versions()).hasSize(3);
	}

	@Test
	void withTooFewReviewsTheOfficeGivesMoreTimeAndABadDirectionIsRejected() {
		GuideStage stage = new GuideStage(services, 4).invited(3, 0);
		stage.experts.subList(0, 3).forEach(stage::accept);
		stage.review(stage.experts.get(0), "REJECT", 5);
		clock.pass(Duration.ofDays(15));
		services.engine().settle();

		assertThat(stage.has(stage.officer, "addressQuorum")).isTrue();
		stage.complete(stage.officer, "addressQuorum",
				Map.of("decision", "CONTINUE", "moreExperts", GuideStage.ids(stage.experts.subList(3, 4)), "days", 7));
		stage.review(stage.experts.get(1), "REJECT", 6);
		stage.accept(stage.experts.get(3));
		stage.review(stage.experts.get(3), "REJECT", 6);
		stage.review(stage.experts.get(2), "REJECT", 6);
		stage.complete(stage.officer, "confirmRejection", Map.of("reasons", "科学问题不明确"));

		assertThat(stage.now().state()).isEqualTo(State.REJECTED);
		assertThat(stage.theCase().outcome()).isEqualTo("已否决");
		assertThat(coverage.visitedBy(stage.theCase().instanceId())).contains("reviewExpired", "recordLapse")
			.doesNotContain("coFunderSignOff", "reviseDirection");
	}

	@Test
	void onWhatThereIsNoVerdictButToReviseAndPublicationWaitsForItsDay() {
		GuideStage stage = new GuideStage(services, 3).invited(3, 0);
		stage.accept(stage.experts.get(0));
		stage.review(stage.experts.get(0), "APPROVE", 20);
		clock.pass(Duration.ofDays(6));
		services.engine().settle();
		assertThatThrownBy(
				() -> stage.complete(stage.officer, "addressQuorum", Map.of("decision", "CONTINUE", "days", 7)))
			.as("nobody is left to wait for")
			.isInstanceOf(InvalidInput.class);

		stage.complete(stage.officer, "addressQuorum", Map.of("decision", "CLOSE"));
		assertThat(stage.now().state()).isEqualTo(State.REVISING);
		stage.complete(stage.officer, "reviseDirection", Map.of("points", List.of(reply()), "sendTo", "SIGN_OFF"));
		stage.leaders.forEach((leader) -> stage.signOff(leader, true));
		stage.complete(stage.committee, "adoptDirection",
				Map.of("votesFor", 5, "votesAgainst", 0, "abstentions", 0, "decision", "ADOPT"));
		LocalDate day = LocalDate.now(clock).plusDays(3);
		stage.complete(stage.officer, "schedulePublication",
				Map.of("number", 2, "when", "LATER", "publishOn", day.toString()));
		Edition arranged = publication.plan(stage.officer, stage.round).scheduled().get(0);
		rescheduling.callOff(stage.officer, stage.round, arranged.id(), arranged.version(), "管委会要求推迟");
		services.engine().settle();
		stage.complete(stage.officer, "schedulePublication",
				Map.of("number", 2, "when", "LATER", "publishOn", day.toString()));
		assertThat(stage.now().state()).as("before its day").isEqualTo(State.ADOPTED);
		clock.moveTo(day.atStartOfDay(clock.getZone()).toInstant().plusSeconds(60));
		services.engine().settle();

		assertThat(stage.now().state()).isEqualTo(State.PUBLISHED);
		assertThat(coverage.visitedBy(stage.theCase().instanceId())).contains("publicationDay")
			.doesNotContain("anotherTurn", "confirmRejection");
	}

	@Test
	void whereTheRoundAsksForAMeetingItsVoteDecidesAndIsTakenAgainAfterARevision() {
		GuideStage stage = new GuideStage(services, 3);
		jdbc.sql("update round set meeting_required = true where id = ?").param(stage.round).update();
		stage.reviewed("APPROVE", 18);
		assertThat(stage.now().state()).isEqualTo(State.MEETING);
		assertThat(coverage.visitedBy(stage.theCase().instanceId())).contains("meetingVoted")
			.doesNotContain("judgeReviews");

		assertThat(meetings.voteOn(stage, 0, 3, 0)).as("the first turn").isFalse();
		assertThat(stage.now().state()).as("experts approve, the meeting does not").isEqualTo(State.REVISING);
		stage.complete(stage.officer, "reviseDirection",
				Map.of("points", List.of(reply(), reply(), reply()), "sendTo", "REVIEW"));
		stage.experts.forEach((expert) -> stage.review(expert, "APPROVE", 17));
		assertThat(stage.now().state()).isEqualTo(State.MEETING);
		assertThat(meetings.voteOn(stage, 2, 1, 0)).as("the second turn").isTrue();

		assertThat(stage.now().state()).isEqualTo(State.SIGN_OFF);
		assertThat(audited(stage)).contains("direction.meeting-awaited");
	}

	@Test
	void stepsRefuseWhatTheRulesForbid() {
		GuideStage stage = new GuideStage(services, 3).started();
		Map<String, Object> checked = Map.of("selfCheck",
				List.of("scientific", "normative", "inclusive", "guiding", "safe"));
		assertThatThrownBy(() -> stage.complete(stage.officer, "draftDirection", checked)).as("the text is missing")
			.isInstanceOf(InvalidInput.class);
		stage.write(stage.content());
		assertThatThrownBy(
				() -> stage.complete(stage.officer, "draftDirection", Map.of("selfCheck", List.of("scientific"))))
			.isInstanceOf(InvalidInput.class);
		stage.complete(stage.officer, "draftDirection", checked);
		assertThatThrownBy(() -> stage.complete(stage.officer, "confirmPanel",
				Map.of("experts", GuideStage.ids(stage.experts.subList(0, 2)), "answerDays", 5, "reviewDays", 14)))
			.as("the round asks for three")
			.isInstanceOf(InvalidInput.class);

		assertThat(stage.now().state()).isEqualTo(State.IN_REVIEW);
	}

	private static Map<String, Object> reply() {
		return Map.of("reply", "已采纳，补充了边界条件", "change", "增加“含氢环境”");
	}

	private List<String> mails(GuideStage stage, String key) {
		return jdbc.sql("select address from mail_outbox where key = ? and thread = ?")
			.params(key, "case-" + stage.theCase().id())
			.query(String.class)
			.list();
	}

	@SafeVarargs
	private static List<String> addresses(List<Person>... people) {
		return java.util.Arrays.stream(people).flatMap(List::stream).map(Person::email).toList();
	}

	private List<String> audited(GuideStage stage) {
		return jdbc.sql("select action from audit_entry where kind = ? and subject_id = ?")
			.params("guide-direction", stage.direction)
			.query(String.class)
			.list();
	}

}
