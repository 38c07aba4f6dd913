package org.guantong.midterm;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.batch.BatchAction;
import org.guantong.midterm.batch.BatchLine;
import org.guantong.midterm.batch.BatchLine.Outcome;
import org.guantong.midterm.batch.BatchOrder;
import org.guantong.midterm.batch.MidtermBatchService;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.ProjectService;
import org.guantong.project.Projects;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One thing done to every check a search finds, on every page of it. */
@GuantongTest
@Import(GivenProjects.class)
class MidtermBatchTest {

	/** More than a page of the board. */
	private static final int PROJECTS = 23;

	@Autowired
	private MidtermBatchService batch;

	@Autowired
	private MidtermChecks checks;

	@Autowired
	private MidtermReviews reviews;

	@Autowired
	private MidtermDecisions decisions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	private GivenSeason season;

	private Person officer;

	@BeforeEach
	void aSeason(@Autowired GivenProjects projects, @Autowired ProjectService service, @Autowired Projects all,
			@Autowired Budgets budgets, @Autowired MidtermService midterms, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Engine engine) {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		season = new GivenSeason(
				new GivenSeason.With(given, projects, service, all, budgets, midterms, checks, tasks, inbox, engine),
				PROJECTS);
		officer = season.cast.officer();
	}

	@AfterEach
	void backToRealTime() {
		LocaleContextHolder.resetLocaleContext();
		clock.reset();
	}

	@Test
	void allAreRemindedOnceADayAndThePreviewSaysOfWhom() {
		List<BatchLine> preview = batch.preview(officer, season.filter(), order(BatchAction.REMIND));
		assertThat(preview).hasSize(PROJECTS).allMatch((line) -> line.outcome() == Outcome.PLANNED);
		long before = mails(season.cast.pi());

		List<BatchLine> report = run(preview, order(BatchAction.REMIND));

		assertThat(report).hasSize(PROJECTS).allMatch((line) -> line.outcome() == Outcome.DONE);
		assertThat(mails(season.cast.pi())).isEqualTo(before + PROJECTS);
		assertThat(run(preview, order(BatchAction.REMIND))).as("again on the same day")
			.extracting(BatchLine::messageKey)
			.containsOnly("midterm.batch.remindedToday");
		assertThat(mails(season.cast.pi())).isEqualTo(before + PROJECTS);
		clock.pass(Duration.ofDays(1));
		assertThat(run(preview, order(BatchAction.REMIND))).allMatch((line) -> line.outcome() == Outcome.DONE);
	}

	@Test
	void reportsThatAreNotInGetMoreTimeAndTheirTimersMoveAlong(@Autowired Engine engine) {
		MidtermCheck reported = season.checks.get(0);
		season.report(reported, "ON_PLAN");
		BatchOrder later = new BatchOrder(BatchAction.POSTPONE, LocalDate.now().plusDays(60), null, null, "寒假期间顺延");

		List<BatchLine> report = run(batch.preview(officer, season.filter(), later), later);

		assertThat(report).hasSize(PROJECTS - 1).allMatch((line) -> line.outcome() == Outcome.DONE);
		MidtermCheck moved = checks.require(season.checks.get(1).id());
		assertThat(moved.dueOn()).isEqualTo(LocalDate.now().plusDays(60));
		assertThat(season.task(moved, "reportProgress").due()).isEqualTo(moved.reportDue());
		clock.pass(Duration.ofDays(35));
		engine.settle();
		assertThat(overdueMails(moved)).as("the old date means nothing any more").isZero();
		clock.pass(Duration.ofDays(30));
		engine.settle();
		assertThat(overdueMails(moved)).isEqualTo(1);
	}

	@Test
	void expertsAreProposedForAllTogetherByConflictAndLoadAndAskedAsProposed() {
		List<MidtermCheck> five = season.checks.subList(0, 5);
		five.forEach((check) -> season.report(check, "ON_PLAN"));
		Person colleague = expert("同事", season.cast.host().organisationId(), Role.EXPERT);
		Person technical = expert("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		Person finance = expert("会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		jdbc.sql("""
				insert into expert_tie (account_id, kind, other_id, year, declared, recorded_at)
				values (?, 'CO_AUTHOR', ?, 2025, true, now())
				""").params(technical.id(), season.cast.pi().id()).update();
		expert("孙专家", given.organisation("HOST", "哈尔滨工业大学"), Role.EXPERT);

		List<BatchLine> preview = batch.preview(officer, season.filter(), order(BatchAction.ASSIGN));

		Map<Outcome, Long> outcomes = preview.stream()
			.collect(Collectors.groupingBy(BatchLine::outcome, Collectors.counting()));
		assertThat(outcomes).containsEntry(Outcome.PLANNED, 5L).containsEntry(Outcome.SKIPPED, PROJECTS - 5L);
		assertThat(preview.toString()).doesNotContain("同事（");
		List<BatchLine> report = run(preview, order(BatchAction.ASSIGN));
		assertThat(report).allMatch((line) -> line.outcome() == Outcome.DONE);
		five.forEach((check) -> {
			assertThat(season.state(check)).isEqualTo(MidtermState.REVIEWING);
			assertThat(reviews.of(check.id())).extracting(MidtermReview::side)
				.containsExactlyInAnyOrder("TECHNICAL", "FINANCE");
			assertThat(reviews.of(check.id())).extracting(MidtermReview::expertId)
				.as("neither of the host nor tied to the PI")
				.doesNotContain(colleague.id(), technical.id());
		});
		assertThat(finance).isNotNull();
	}

	@Test
	void eachIsDecidedAsSuggestedAndWhatNeedsALookIsLeft() {
		List<MidtermCheck> four = season.checks.subList(0, 4);
		four.forEach((check) -> season.report(check, "ON_PLAN"));
		Map<Long, Person> experts = assigned();
		List<String> grades = List.of("A", "A", "B", "D");
		for (int i = 0; i < 4; i++) {
			season.review(four.get(i), experts, grades.get(i));
		}
		List<BatchLine> bare = batch.preview(officer, season.filter(), order(BatchAction.DECIDE));
		Map<Long, BatchLine> byCheck = bare.stream()
			.collect(Collectors.toMap((line) -> line.check().id(), (line) -> line));
		assertThat(byCheck.get(four.get(0).id()).outcome()).isEqualTo(Outcome.PLANNED);
		assertThat(byCheck.get(four.get(3).id()).messageKey()).as("both bad: to be ended")
			.isEqualTo("midterm.batch.lookAtIt");
		BatchOrder order = new BatchOrder(BatchAction.DECIDE, null, null, null, "请继续按计划推进。");

		int[] counted = new int[2];
		List<BatchLine> preview = batch.preview(officer, season.filter(), order);
		Race.of(2,
				(number) -> counted[number] = (int) batch
					.run(number == 0 ? officer : given.officer(), ids(preview), order)
					.stream()
					.filter((line) -> line.outcome() == Outcome.DONE)
					.count());

		assertThat(counted[0] + counted[1]).as("two officers at once, each check decided once").isEqualTo(3);
		for (MidtermCheck check : four.subList(0, 3)) {
			assertThat(season.state(check).isEnded()).isTrue();
			assertThat(decisions.of(check.id())).hasSize(1);
		}
		assertThat(season.state(four.get(3))).isEqualTo(MidtermState.DECIDING);
	}

	@Test
	void whatIsMissingIsNamedAndOnlyTheOfficeActs() {
		assertThatThrownBy(() -> batch.preview(officer, season.filter(),
				new BatchOrder(BatchAction.POSTPONE, LocalDate.now().minusDays(1), null, null, "x")))
			.isInstanceOf(InvalidInput.class);
		Site.Browser office = site.browser(officer);
		Site.Reply page = office.get("/midterm/batch?text=" + java.net.URLEncoder
			.encode(season.cast.host().organisationName(), java.nio.charset.StandardCharsets.UTF_8));
		assertThat(page.body()).contains("查到 " + PROJECTS + " 项").doesNotContain("??");
		Site.Reply refused = office.get("/midterm/batch?action=POSTPONE&remarks=x&dueOn=2001-01-01");
		assertThat(refused.status()).isEqualTo(422);
		for (Person other : List.of(season.cast.pi(), season.cast.host(), season.cast.contact())) {
			assertThat(site.browser(other).get("/midterm/batch").status()).isEqualTo(403);
			assertThat(site.browser(other).get("/midterm").body()).doesNotContain("批量办理");
			assertThat(site.api(other)
				.post("/api/midterm-checks/batch",
						Map.of("ids", List.of(season.checks.get(0).id()), "order", Map.of("action", "REMIND")))
				.status()).isEqualTo(403);
		}
		assertThat(site.api(officer)
			.post("/api/midterm-checks/batch/preview",
					Map.of("text", season.checks.get(0).code(), "order", Map.of("action", "REMIND")))
			.json()
			.get(0)
			.get("outcome")
			.asText()).isEqualTo("PLANNED");
	}

	private Map<Long, Person> assigned() {
		Map<Long, Person> experts = new HashMap<>();
		List<MidtermCheck> waiting = season.checks.stream()
			.filter((check) -> season.state(check) == MidtermState.ASSIGNING)
			.toList();
		Person technical = expert("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		Person finance = expert("钱会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		experts.put(technical.id(), technical);
		experts.put(finance.id(), finance);
		waiting.forEach((check) -> season.complete(officer, check, "assignExperts", Map.of("technicalExperts",
				List.of(Long.toString(technical.id())), "financeExpert", Long.toString(finance.id()))));
		return experts;
	}

	private Person expert(String name, long organisation, Role role) {
		return given.person(name, organisation, role);
	}

	private List<BatchLine> run(List<BatchLine> preview, BatchOrder order) {
		return batch.run(officer, ids(preview), order);
	}

	private static List<Long> ids(List<BatchLine> preview) {
		return preview.stream()
			.filter((line) -> line.outcome() == Outcome.PLANNED)
			.map((line) -> line.check().id())
			.toList();
	}

	private static BatchOrder order(BatchAction action) {
		return new BatchOrder(action, null, null, null, null);
	}

	private long mails(Person person) {
		return jdbc.sql("select count(*) from mail_outbox where recipient_id = ? and key in ('due-soon', 'overdue')")
			.param(person.id())
			.query(Long.class)
			.single();
	}

	private long overdueMails(MidtermCheck check) {
		return jdbc.sql("select count(*) from mail_outbox where key = 'midterm-report-overdue' and link = ?")
			.param("/midterm/" + check.id())
			.query(Long.class)
			.single();
	}

}
