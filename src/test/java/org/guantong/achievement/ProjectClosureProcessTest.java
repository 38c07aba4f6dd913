package org.guantong.achievement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Case;
import org.guantong.workflow.CaseDiagram;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guantong.achievement.ClosureFixture.endorsed;
import static org.guantong.achievement.ClosureFixture.report;
import static org.guantong.achievement.ClosureFixture.review;

@GuantongTest
class ProjectClosureProcessTest {

	@Autowired
	private ClosureService service;

	@Autowired
	private Closures closures;

	@Autowired
	private Achievements achievements;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseDiagram diagram;

	@Autowired
	private CaseHistory history;

	@Autowired
	private Engine engine;

	@Autowired
	private Given given;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	private ClosureFixture the;

	private Ref subject;

	@AfterAll
	static void everyNodeWasPassed(@Autowired Coverage coverage) {
		coverage.assertEveryNodeVisited("project-closure");
	}

	@BeforeEach
	void aClosureIsOpen() {
		the = new ClosureFixture(given, inbox, tasks);
		subject = new Ref(Kind.CLOSURE, service.open(the.officer, the.project, LocalDate.now(clock).plusDays(30)).id());
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void anAcceptedClosureRegistersEveryAchievementUnderItsClassAndClosesTheProject() {
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		the.experts.forEach((expert) -> the.complete(expert, subject, "reviewClosure", review("PASS")));
		engine.settle();
		the.complete(the.officer, subject, "concludeClosure", Map.of("verdict", "ACCEPT", "remarks", "同意结题。"));

		Case ended = closed("项目已结题");
		assertThat(diagram.position(ended).passed()).contains("registerAchievements", "closeProject", "closed")
			.doesNotContain("reviewTimeOver", "reportOverdue", "notAccepted");
		List<Achievement> registered = achievements.findByClosureIdOrderById(subject.id());
		assertThat(registered).extracting(Achievement::state).containsOnly(AchievementState.REGISTERED);
		assertThat(registered).extracting(Achievement::code).allMatch((code) -> code.matches("000\\d{4}Y\\d{4}"));
		assertThat(registered).extracting(Achievement::achievementClass)
			.containsExactly(AchievementClass.DOWNSTREAM, AchievementClass.UPSTREAM);
		assertThat(registered).extracting(Achievement::route).containsExactly(Route.PROMOTE, Route.CULTIVATE);
		assertThat(registered.get(0).keywords()).isEqualTo("高温合金、叶片、寿命");
		assertThat(jdbc.sql("select state from project where id = ?").param(the.project).query(String.class).single())
			.isEqualTo("CLOSED");
		assertThat(closures.require(subject.id()).state()).isEqualTo(ClosureState.ACCEPTED);
		assertThat(mails(the.pi, "decided")).hasSize(1).allMatch((text) -> text.contains("同意结题。"));
		assertThat(mails(the.hostAdmin, "decided")).hasSize(1);
		assertThatThrownBy(() -> service.open(the.officer, the.project, LocalDate.now(clock).plusDays(9)))
			.isInstanceOf(Stale.class);
	}

	@Test
	void hostOfficerAndVerdictEachSendTheReportBackWithReasonsAndItIsReviewedAnew() {
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", Map.of("decision", "RETURN", "opinion", "请补充决算说明。"));
		assertThat(tasks.open(the.pi, the.task(the.pi, subject, "submitFinalReport").id()).data())
			.containsEntry("returnReasons", "请补充决算说明。")
			.containsEntry("summary", report().get("summary"));
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", Map.of("decision", "RETURN", "reasons", "指标表不完整。"));
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		the.complete(the.experts.get(0), subject, "reviewClosure", review("RECTIFY"));
		the.complete(the.experts.get(1), subject, "reviewClosure", review("PASS"));
		engine.settle();
		assertThat(the.tasks(the.officer, subject, "concludeClosure")).isEmpty();
		the.complete(the.experts.get(2), subject, "reviewClosure", review("RECTIFY"));
		engine.settle();
		the.complete(the.officer, subject, "concludeClosure", Map.of("verdict", "RECTIFY", "rectifyBy",
				LocalDate.now(clock).plusDays(90).toString(), "remarks", "请补做高温试验。"));

		Closure returned = closures.require(subject.id());
		assertThat(returned.state()).isEqualTo(ClosureState.OPEN);
		assertThat(returned.dueOn()).isEqualTo(LocalDate.now(clock).plusDays(90));
		assertThat(mails(the.pi, "returned")).hasSize(3).anyMatch((text) -> text.contains("请补做高温试验。"));
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		assertThat(jdbc.sql("select count(*) from closure_review where closure_id = ? and conclusion is null")
			.param(subject.id())
			.query(Long.class)
			.single()).isEqualTo(3);
		assertThat(achievements.findByClosureIdOrderById(subject.id())).hasSize(2);
	}

	@Test
	void whenTheReviewTimeIsOverTheOfficerDecidesOnWhatThereIsAndARefusedClosureWithdrawsItsAchievements() {
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		the.complete(the.experts.get(0), subject, "reviewClosure", review("FAIL"));
		clock.pass(Duration.ofDays(15));
		engine.settle();
		assertThat(the.tasks(the.experts.get(1), subject, "reviewClosure")).isEmpty();
		the.complete(the.officer, subject, "concludeClosure", Map.of("verdict", "REJECT", "remarks", "未完成研究内容。"));

		Case ended = closed("未通过结题");
		assertThat(diagram.position(ended).passed()).contains("reviewTimeOver", "notAccepted")
			.doesNotContain("registerAchievements", "closeProject");
		assertThat(achievements.findByClosureIdOrderById(subject.id())).extracting(Achievement::state)
			.containsOnly(AchievementState.WITHDRAWN);
		assertThat(mails(the.pi, "decided")).hasSize(1);
		assertThat(service.open(the.officer, the.project, LocalDate.now(clock).plusDays(9)).code()).endsWith("-2");
	}

	@Test
	void anOverdueReportIsToldToTheOfficersAndMayStillBeSubmitted() {
		clock.pass(Duration.ofDays(32));
		engine.settle();

		assertThat(mails(the.officer, "closure-overdue")).hasSize(1);
		assertThat(diagram.position(cases.about("project-closure", subject).orElseThrow()).passed())
			.contains("reportOverdue", "tellReportOverdue", "overdueTold");
		the.complete(the.pi, subject, "submitFinalReport", report());
		assertThat(the.tasks(the.hostAdmin, subject, "endorseClosure")).hasSize(1);
	}

	@Test
	void expertsOfTheHostAndTooFewExpertsAreRefused() {
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());

		Person own = the.ownExpert;
		assertThatThrownBy(() -> the.complete(the.officer, subject, "assignClosureExperts",
				the.named(List.of(the.experts.get(0), the.experts.get(1), own))))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("experts");
		assertThatThrownBy(
				() -> the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts.subList(0, 2))))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("achievement.closure.experts.few");
	}

	@Test
	void reportsWithNegativeSpendingFourKeywordsOrNoAchievementAreRefusedAndNothingIsWritten() {
		Map<String, Object> negative = new java.util.HashMap<>(report());
		negative.put("accounts", List.of(ClosureFixture.money(1, -1)));
		negative.put("achievements", List.of());
		assertThatThrownBy(() -> the.complete(the.pi, subject, "submitFinalReport", negative))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("accounts[0].spent")
			.hasMessageContaining("field=achievements,");
		Map<String, Object> keywords = new java.util.HashMap<>(report());
		Map<String, Object> row = new java.util.HashMap<>(
				ClosureFixture.achievement("软件", "SOFT", "EARLY", "1", "LOW"));
		row.put("keywords", "一、二、三、四");
		keywords.put("achievements", List.of(row));
		assertThatThrownBy(() -> the.complete(the.pi, subject, "submitFinalReport", keywords))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("achievements[0].keywords");
		assertThat(closures.require(subject.id()).attempt()).isZero();
	}

	@Test
	void onlyOfficersOpenAClosureAndOnlyThoseConcernedSeeIt() {
		Person stranger = given.person("外人", given.organisation("HOST", "别的大学"), org.guantong.identity.Role.HOST);
		assertThatThrownBy(() -> service.open(the.pi, the.project, LocalDate.now(clock)))
			.isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> service.open(the.officer, the.project, LocalDate.now(clock).minusDays(1)))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> service.read(stranger, subject.id())).isInstanceOf(NotFound.class);
		assertThat(service.ofProject(stranger, the.project)).isEmpty();
		assertThat(service.read(the.hostAdmin, subject.id()).projectId()).isEqualTo(the.project);
		assertThat(service.ofProject(the.pi, the.project)).hasSize(1);
	}

	@Test
	void namesAndOpinionsOfExpertsAreKeptFromPiAndHost() {
		the.complete(the.pi, subject, "submitFinalReport", report());
		the.complete(the.hostAdmin, subject, "endorseClosure", endorsed());
		the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
		the.complete(the.experts.get(0), subject, "reviewClosure", review("FAIL"));

		long caseId = cases.about("project-closure", subject).orElseThrow().id();
		for (Person reader : List.of(the.pi, the.hostAdmin, the.experts.get(1))) {
			assertThat(history.of(caseId, reader))
				.filteredOn((entry) -> entry.step().contains("xperts") || entry.step().equals("reviewClosure"))
				.hasSize(2)
				.allSatisfy((entry) -> {
					assertThat(entry.actorName()).isNull();
					assertThat(entry.data()).isNull();
				});
		}
		assertThat(history.of(caseId, the.officer)).allMatch((entry) -> entry.isDisclosed());
	}

	private Case closed(String outcome) {
		Case found = cases.about("project-closure", subject).orElseThrow();
		assertThat(found.isRunning()).isFalse();
		assertThat(found.outcome()).isEqualTo(outcome);
		return found;
	}

	private List<String> mails(Person person, String key) {
		return jdbc.sql("select text_body from mail_outbox where recipient_id = ? and key = ? and link = ?")
			.params(person.id(), key, "/closures/" + subject.id())
			.query(String.class)
			.list();
	}

}
