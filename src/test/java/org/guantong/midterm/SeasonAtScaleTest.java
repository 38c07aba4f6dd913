package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
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
import org.guantong.project.payment.NewInstalment;
import org.guantong.project.payment.PaymentService;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A season of three hundred projects through every outcome. Prints how long each stage
 * took; asserts what came of it, the books to the cent.
 */
@Tag("trust")
@GuantongTest
@Import(GivenProjects.class)
class SeasonAtScaleTest {

	private static final int PROJECTS = 300;

	private static final int LATE = 20;

	@Autowired
	private MidtermBatchService batch;

	@Autowired
	private MidtermDecisions decisions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	@Autowired
	private Given given;

	@Autowired
	private Engine engine;

	@Autowired
	private Site site;

	private GivenSeason season;

	private Person officer;

	private Person second;

	private final Map<Long, Person> experts = new HashMap<>();

	@AfterEach
	void backToRealTime() {
		LocaleContextHolder.resetLocaleContext();
		clock.reset();
	}

	@Test
	void threeHundredProjectsReachEveryOutcomeAndTheBooksBalance(@Autowired GivenProjects projects,
			@Autowired ProjectService service, @Autowired Projects all, @Autowired Budgets budgets,
			@Autowired MidtermService midterms, @Autowired MidtermChecks checks, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired PaymentService payments) {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		timed("entered and opened", () -> season = new GivenSeason(
				new GivenSeason.With(given, projects, service, all, budgets, midterms, checks, tasks, inbox, engine),
				PROJECTS));
		officer = season.cast.officer();
		second = given.officer();
		people();
		timed("payments planned, the first of each paid", () -> season.checks.forEach((check) -> pay(payments, check)));
		timed("reported and endorsed, all but twenty",
				() -> season.checks.subList(LATE, PROJECTS).forEach((check) -> season.report(check, "ON_PLAN")));
		timed("the late ones chased by timers", this::late);
		timed("experts assigned in bulk",
				() -> assertThat(run(BatchAction.ASSIGN, order(BatchAction.ASSIGN, null))).isEqualTo(PROJECTS));
		timed("reviewed", this::review);
		pages();
		timed("decided in bulk as suggested", () -> run(BatchAction.DECIDE, order(BatchAction.DECIDE, "请按评审意见推进。")));
		timed("rectified, adjusted, ended one by one", this::remaining);

		Map<MidtermState, Integer> outcomes = outcomes();
		System.out.println("season: outcomes " + outcomes);
		assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PROJECTS);
		assertThat(outcomes.keySet()).containsExactlyInAnyOrder(MidtermState.CONTINUED,
				MidtermState.CONTINUED_WITH_REMARKS, MidtermState.RECTIFIED, MidtermState.ADJUSTED,
				MidtermState.PAYMENT_SUSPENDED, MidtermState.TERMINATED);
		assertBooksBalance();
		assertPaymentsBalance();
		assertThat(jdbc.sql("select count(distinct letter_number) from midterm_decision where issued_at is not null")
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(PROJECTS);
	}

	private void people() {
		for (int i = 0; i < 60; i++) {
			person("技术" + i, i, Role.EXPERT);
			person("财务" + i, i, Role.FINANCE_EXPERT);
		}
	}

	private void person(String name, int number, Role role) {
		Person expert = given.person(name, given.organisation("HOST", "外校" + number), role);
		jdbc.sql("insert into expert_profile (account_id, most_panels) values (?, 12)").param(expert.id()).update();
		experts.put(expert.id(), expert);
	}

	/**
	 * Nobody reports: the host is told, then the co-funder; then they report after all.
	 */
	private void late() {
		clock.pass(Duration.ofDays(31));
		engine.settle();
		assertThat(mailsAboutLate("midterm-report-overdue")).isEqualTo(LATE);
		clock.pass(Duration.ofDays(20));
		engine.settle();
		assertThat(mailsAboutLate("midterm-report-missing")).isEqualTo(LATE);
		season.checks.subList(0, LATE).forEach((check) -> season.report(check, "DELAYED"));
	}

	private void review() {
		List<String> grades = List.of("A", "B", "B", "C", "D");
		for (int i = 0; i < PROJECTS; i++) {
			season.review(season.checks.get(i), experts, grades.get(i % grades.size()));
		}
	}

	/** What bulk leaves for a look of its own: by turns put right, adjusted, ended. */
	private void remaining() {
		String by = LocalDate.now(clock).plusDays(30).toString();
		int turn = 0;
		for (MidtermCheck check : season.checks) {
			if (season.state(check) == MidtermState.DECIDING) {
				switch (turn++ % 5) {
					case 0 -> rectify(check, by);
					case 2 -> season.complete(officer, check, "decide",
							Map.of("decision", "CONTINUE_WITH_REMARKS", "remarks", "请按评审意见改进。"));
					case 1 -> season.complete(officer, check, "decide",
							Map.of("decision", "ADJUST", "remarks", "研究内容按需求调整。"));
					case 4 -> season.complete(officer, check, "decide",
							Map.of("decision", "SUSPEND_PAYMENT", "remarks", "经费使用不规范。", "reviewOn", by));
					default -> end(check);
				}
			}
			else if (season.state(check) == MidtermState.RECTIFYING) {
				putRight(check);
			}
		}
	}

	private void rectify(MidtermCheck check, String by) {
		season.complete(officer, check, "decide",
				Map.of("decision", "RECTIFY", "rectifyBy", by, "remarks", "请补做部件级试验。"));
		putRight(check);
	}

	private void putRight(MidtermCheck check) {
		season.complete(season.cast.pi(), check, "reportRectification",
				Map.of("report", "已补做三组部件级试验，结果见报告。", "declaration", true));
		season.complete(season.cast.host(), check, "endorseRectification",
				Map.of("decision", "ENDORSE", "declaration", true));
		season.complete(officer, check, "recheck", Map.of("result", "PASSED", "remarks", "符合要求。"));
	}

	private void end(MidtermCheck check) {
		season.complete(officer, check, "decide", Map.of("decision", "TERMINATE", "remarks", "进展与经费均不合格。"));
		season.complete(second, check, "confirmTermination", Map.of("confirmed", "YES", "reasons", "同意终止。"));
	}

	/** What was spent is the sum of its entries, line by line and all together. */
	private void assertBooksBalance() {
		BigDecimal lines = sum(
				"select sum(b.spent) from budget_line b join midterm_check c on c.project_id = b.project_id "
						+ "where c.id between :first and :last");
		BigDecimal entries = sum("select sum(e.amount) from expenditure e join budget_line b on b.id = e.line_id "
				+ "join midterm_check c on c.project_id = b.project_id where c.id between :first and :last");
		BigDecimal reported = sum(
				"select sum(l.spent) from midterm_report_line l where l.check_id between :first and :last");
		System.out.println("season: spent " + lines.toPlainString() + " CNY in " + PROJECTS + " projects");
		assertThat(lines).isEqualByComparingTo(entries).isEqualByComparingTo(reported);
		assertThat(lines).isEqualByComparingTo(new BigDecimal("1100000.00").multiply(BigDecimal.valueOf(PROJECTS)));
	}

	/**
	 * The first of two payments was made and had arrived before; the second waits for the
	 * check.
	 */
	private void pay(PaymentService payments, MidtermCheck check) {
		long coFunder = season.cast.contact().organisationId();
		payments.plan(officer, check.projectId(), List.of(
				new NewInstalment(coFunder, new BigDecimal("1900000.01"), LocalDate.now(clock), "NONE", null),
				new NewInstalment(coFunder, new BigDecimal("299999.99"), LocalDate.now(clock), "MIDTERM", null)));
		payments.pay(officer, check.projectId(), payments.plan(officer, check.projectId()).instalments().get(0).id(),
				LocalDate.now(clock), "银付", true);
	}

	/** What becomes of each second payment follows from what was decided, to the cent. */
	private void assertPaymentsBalance() {
		Map<String, BigDecimal> byState = new java.util.TreeMap<>();
		jdbc.sql("""
				select c.state || ' ' || i.state as what, sum(i.amount) as amount
				from instalment_now i join midterm_check c on c.project_id = i.project_id
				where c.id between :first and :last group by 1
				""")
			.param("first", season.checks.get(0).id())
			.param("last", season.checks.get(PROJECTS - 1).id())
			.query((row) -> {
				byState.put(row.getString("what"), row.getBigDecimal("amount"));
			});
		System.out.println("season: payments " + byState);
		BigDecimal second = new BigDecimal("299999.99");
		Map<MidtermState, String> expected = Map.of(MidtermState.CONTINUED, "READY",
				MidtermState.CONTINUED_WITH_REMARKS, "READY", MidtermState.RECTIFIED, "READY", MidtermState.ADJUSTED,
				"HELD", MidtermState.PAYMENT_SUSPENDED, "HELD", MidtermState.TERMINATED, "CANCELLED");
		outcomes().forEach((outcome, many) -> {
			assertThat(byState.get(outcome + " " + expected.get(outcome))).as(outcome.name())
				.isEqualByComparingTo(second.multiply(BigDecimal.valueOf(many)));
			assertThat(byState.get(outcome + " PAID"))
				.isEqualByComparingTo(new BigDecimal("1900000.01").multiply(BigDecimal.valueOf(many)));
		});
		assertThat(byState.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
			.isEqualByComparingTo(new BigDecimal("2200000").multiply(BigDecimal.valueOf(PROJECTS)));
	}

	private BigDecimal sum(String sql) {
		return jdbc.sql(sql)
			.param("first", season.checks.get(0).id())
			.param("last", season.checks.get(PROJECTS - 1).id())
			.query(BigDecimal.class)
			.single();
	}

	private Map<MidtermState, Integer> outcomes() {
		Map<MidtermState, Integer> outcomes = new EnumMap<>(MidtermState.class);
		season.checks.forEach((check) -> outcomes.merge(season.state(check), 1, Integer::sum));
		return outcomes;
	}

	private int run(BatchAction action, BatchOrder order) {
		List<BatchLine> preview = batch.preview(officer, season.filter(), order);
		List<Long> ids = preview.stream()
			.filter((line) -> line.outcome() == Outcome.PLANNED)
			.map((line) -> line.check().id())
			.toList();
		List<BatchLine> report = batch.run(officer, ids, order);
		engine.settle();
		assertThat(report).as(action.name()).allMatch((line) -> line.outcome() == Outcome.DONE);
		System.out.println("season: " + action + " " + report.size() + " of " + preview.size());
		return report.size();
	}

	private static BatchOrder order(BatchAction action, String remarks) {
		return new BatchOrder(action, null, null, null, remarks);
	}

	private int mailsAboutLate(String key) {
		return jdbc.sql("select count(*) from mail_outbox where key = ? and link = any(?)")
			.params(key,
					season.checks.subList(0, LATE)
						.stream()
						.map((check) -> "/midterm/" + check.id())
						.toArray(String[]::new))
			.query(Integer.class)
			.single();
	}

	/** No page of the season takes more than a second. */
	private void pages() {
		Site.Browser browser = site.browser(officer);
		for (String path : List.of("/midterm", "/midterm?page=10", "/midterm/batch", "/midterm/batch?action=DECIDE",
				"/midterm.xlsx", "/projects", "/portfolio", "/payments", "/inbox",
				"/midterm/" + season.checks.get(0).id())) {
			browser.get(path);
			long start = System.nanoTime();
			browser.get(path);
			long took = (System.nanoTime() - start) / 1_000_000;
			System.out.printf("season: %-40s %5d ms%n", path, took);
			assertThat(took).as(path).isLessThan(1_000);
		}
	}

	private static void timed(String stage, Runnable work) {
		long start = System.nanoTime();
		work.run();
		System.out.printf("season: %-40s %6.1f s%n", stage, (System.nanoTime() - start) / 1e9);
	}

}
