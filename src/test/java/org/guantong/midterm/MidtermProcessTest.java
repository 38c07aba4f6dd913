package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.NewAttachment;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.Projects;
import org.guantong.project.payment.Instalment;
import org.guantong.project.payment.NewInstalment;
import org.guantong.project.payment.PaymentPlan;
import org.guantong.project.payment.PaymentService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.TestClock;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The mid-term check, driven by the people who take part in it. */
@GuantongTest
@Import(GivenProjects.class)
class MidtermProcessTest {

	private static Coverage coverage;

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private MidtermService service;

	@Autowired
	private MidtermChecks checks;

	@Autowired
	private MidtermFigures figures;

	@Autowired
	private MidtermReviews reviews;

	@Autowired
	private MidtermDecisions decisions;

	@Autowired
	private PaymentService payments;

	@Autowired
	private Projects projects;

	@Autowired
	private Budgets budgets;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseHistory history;

	@Autowired
	private Engine engine;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	private Person expert;

	private Person finance;

	private Person secondOfficer;

	private MidtermCheck check;

	@Autowired
	void keep(Coverage found) {
		coverage = found;
	}

	@BeforeEach
	void openACheck() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = givenProjects.cast();
		expert = given.person("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		finance = given.person("钱会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		secondOfficer = given.officer();
		check = service.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
	}

	@AfterEach
	void backToRealTime() {
		LocaleContextHolder.resetLocaleContext();
		clock.reset();
	}

	@AfterAll
	static void everyNodeWasPassed() {
		coverage.assertEveryNodeVisited("midterm-check");
	}

	@Test
	void a_project_on_plan_continues_without_remarks() {
		report(Map.of("OPERATION", 300000, "EQUIPMENT", 500000, "LABOUR", 200000, "INDIRECT", 100000), "DONE",
				"ON_PLAN");
		endorse();
		assign(expert);
		review("A", "A", "YES");
		assertThat(checks.require(check.id()).suggestion()).isEqualTo("CONTINUE");
		decide(Map.of("decision", "CONTINUE"));
		assertThat(state()).isEqualTo(MidtermState.CONTINUED);
		assertThat(outcome()).isEqualTo("已同意继续");
		assertThat(passed()).contains("continued")
			.doesNotContain("remarked", "escalate", "confirmTermination", "reportRectification", "closeOpinions");
		assertThat(mails("decided")).containsExactlyInAnyOrder(cast.pi().id(), cast.host().id());
		assertThat(figures.of(check.id())).noneMatch(MidtermFigure::isFlagged);
	}

	@Test
	void pi_and_host_get_the_decision_as_a_letter_that_names_no_reviewer_and_never_changes(
			@Autowired MidtermLetterService letters) throws java.io.IOException {
		report(Map.of("EQUIPMENT", 500000), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		review("B", "A", "YES");
		decide(Map.of("decision", "CONTINUE_WITH_REMARKS", "remarks", "请加快部件级验证。"));

		MidtermDecision issued = decisions.latest(check.id());
		byte[] letter = letters.letter(cast.pi(), check.id(), issued.id(), Locale.CHINESE).content();
		String text = textOf(letter);
		assertThat(text).contains("中期检查处理决定书", issued.letterNumber(), "张负责", "大连理工大学", cast.project().code(), "继续（附意见）",
				"请加快部件级验证", "500,000.00");
		assertThat(text).doesNotContain("赵专家", "钱会计", cast.officer().name());
		assertThat(letters.letter(cast.host(), check.id(), issued.id(), Locale.CHINESE).content()).isEqualTo(letter);
		assertThat(textOf(letters.letter(cast.host(), check.id(), issued.id(), Locale.ENGLISH).content()))
			.contains("Decision on the mid-term check", issued.letterNumber());
		for (Person stranger : List.of(expert, given.person("外人", given.organisation("HOST", "别校"), Role.PI))) {
			assertThatThrownBy(() -> letters.letter(stranger, check.id(), issued.id(), Locale.CHINESE))
				.isInstanceOf(NotFound.class);
		}
		assertThatThrownBy(
				() -> jdbc.sql("update midterm_decision set remarks = 'x' where id = ?").param(issued.id()).update())
			.hasMessageContaining("neither changed nor deleted");
	}

	@Test
	void evidence_is_attached_by_the_pi_until_the_report_is_handed_in(@Autowired AttachmentService attachments) {
		NewAttachment evidence = new NewAttachment("检测数据.txt",
				"误差25%".getBytes(java.nio.charset.StandardCharsets.UTF_8), "第三方检测", true);
		attachments.add(cast.pi(), check.ref(), evidence);
		assertThat(attachments.open(cast.host(), check.ref()).files()).extracting("name").containsExactly("检测数据.txt");
		assertThatThrownBy(() -> attachments.add(cast.host(), check.ref(), evidence))
			.isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
		Person stranger = given.person("外人", given.organisation("HOST", "别校"), Role.PI);
		assertThatThrownBy(() -> attachments.open(stranger, check.ref())).isInstanceOf(NotFound.class);
		report(Map.of(), "DONE", "ON_PLAN");
		assertThatThrownBy(() -> attachments.remove(cast.pi(), check.ref(),
				attachments.open(cast.pi(), check.ref()).files().get(0).id()))
			.isInstanceOf(Stale.class);
	}

	@Test
	void of_many_who_decide_at_once_exactly_one_does() {
		report(Map.of("EQUIPMENT", 500000), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		review("A", "A", "YES");
		InboxItem task = task(cast.officer(), "decide");
		List<String> decisionsTried = List.of("CONTINUE", "CONTINUE_WITH_REMARKS", "ADJUST");

		int winners = Race.of(64, (number) -> {
			String decision = decisionsTried.get(number % 3);
			tasks.complete(number % 2 == 0 ? cast.officer() : secondOfficer, task.id(), decision.equals("CONTINUE")
					? Map.of("decision", decision) : Map.of("decision", decision, "remarks", "第" + number + "位"));
		});

		engine.settle();
		assertThat(winners).isEqualTo(1);
		assertThat(decisions.of(check.id())).hasSize(1);
		assertThat(decisions.latest(check.id()).letterNumber()).isNotNull();
		assertThat(mails("decided")).hasSize(2);
	}

	@Test
	void spending_reported_beyond_the_books_is_entered_once_the_host_agrees() {
		report(Map.of("EQUIPMENT", 500000.25), "DONE", "ON_PLAN");
		assertThat(budgets.of(cast.project().id()).spent()).isEqualByComparingTo("0");
		endorse();
		assertThat(budgets.of(cast.project().id()).spent()).isEqualByComparingTo("500000.25");
		assertThat(budgets.expenditures(cast.project().id())).hasSize(1);
	}

	@Test
	void a_report_never_takes_from_the_books_nor_spends_what_has_not_arrived() {
		assertThatThrownBy(() -> report(Map.of("EQUIPMENT", 900001), "DONE", "ON_PLAN"))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("midterm.invalid.aboveReceived");
		assertThat(state()).isEqualTo(MidtermState.REPORTING);
	}

	@Test
	void a_delay_needs_a_reason() {
		assertThatThrownBy(() -> report(Map.of(), "RUNNING", "DELAYED")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("reasonCode");
	}

	@Test
	void a_late_report_is_brought_to_the_host_and_can_still_be_handed_in() {
		clock.pass(Duration.ofDays(31));
		engine.settle();
		assertThat(mails("midterm-report-overdue")).containsExactly(cast.host().id());
		assertThat(passed()).contains("escalate", "escalated");
		assertThat(mails("midterm-report-missing")).isEmpty();
		clock.pass(Duration.ofDays(15));
		engine.settle();
		assertThat(mails("midterm-report-missing")).as("then the co-funder concerned")
			.containsExactly(cast.contact().id());
		assertThat(passed()).contains("tellCoFunders", "coFundersTold");
		report(Map.of(), "DONE", "ON_PLAN");
		assertThat(state()).isEqualTo(MidtermState.ENDORSING);
	}

	@Test
	void the_host_returns_a_report_and_the_pi_finds_everything_as_it_was() {
		report(Map.of("EQUIPMENT", 400000), "RUNNING", "ON_PLAN");
		complete(cast.host(), "endorseReport", Map.of("decision", "RETURN", "reasons", "里程碑一已验收，请更正。"));
		assertThat(mails("returned")).containsExactly(cast.pi().id());
		TaskSheet sheet = tasks.open(cast.pi(), task(cast.pi(), "reportProgress").id());
		assertThat(sheet.data()).containsEntry("returned", "里程碑一已验收，请更正。").containsEntry("summary", "模型已建立，误差降至25%。");
		assertThat(budgets.of(cast.project().id()).spent()).isEqualByComparingTo("0");
		report(Map.of("EQUIPMENT", 400000), "DONE", "ON_PLAN");
		endorse();
		assertThat(state()).isEqualTo(MidtermState.ASSIGNING);
		assertThat(passed()).doesNotContain("suggestDecision");
	}

	@Test
	void figures_are_flagged_with_an_explanation() {
		report(Map.of("OPERATION", 600000), "RUNNING", "DELAYED", "STAFF");
		endorse();
		assertThat(figures.of(check.id())).extracting(MidtermFigure::name, MidtermFigure::flag)
			.contains(org.assertj.core.groups.Tuple.tuple("业务费", "AHEAD"),
					org.assertj.core.groups.Tuple.tuple("设备费", "BEHIND"),
					org.assertj.core.groups.Tuple.tuple("1. 建立损伤演化模型", "MISSED"),
					org.assertj.core.groups.Tuple.tuple("2. 完成部件级验证", "NONE"));
		TaskSheet sheet = tasks.open(cast.officer(), task(cast.officer(), "assignExperts").id());
		assertThat(sheet.data().get("figureTable").toString()).contains("逾期 60 天").contains("执行率 100.0%");
	}

	@Test
	void experts_of_the_host_are_refused() {
		Person colleague = given.person("孙同事", cast.host().organisationId(), Role.EXPERT);
		report(Map.of(), "DONE", "ON_PLAN");
		endorse();
		assertThatThrownBy(() -> assign(colleague)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("midterm.invalid.conflict");
		assertThat(reviews.of(check.id())).isEmpty();
	}

	@Test
	void each_expert_sees_only_their_part_and_nobody_else_learns_who_they_are() {
		report(Map.of("EQUIPMENT", 300000), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		assertThat(tasks.open(expert, task(expert, "reviewProgress").id()).data()).containsKey("milestoneTable")
			.doesNotContainKey("lineTable");
		assertThat(tasks.open(finance, task(finance, "reviewSpending").id()).data()).containsKey("lineTable")
			.doesNotContainKey("milestoneTable");
		review("B", "B", "YES");
		long caseId = cases.about("midterm-check", check.ref()).orElseThrow().id();
		for (Person reader : List.of(cast.pi(), cast.contact(), cast.host())) {
			assertThat(history.of(caseId, reader).toString()).doesNotContain("赵专家").doesNotContain("钱会计");
		}
		assertThat(history.of(caseId, cast.officer()).toString()).contains("赵专家");
	}

	@Test
	void a_reviewer_reads_nothing_of_the_case_beyond_their_form() {
		report(Map.of("EQUIPMENT", 300001), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		review("B", "B", "YES");
		long caseId = cases.about("midterm-check", check.ref()).orElseThrow().id();
		assertThat(history.of(caseId, expert).toString()).doesNotContain("300001");
		assertThat(history.of(caseId, cast.host()).toString()).contains("300001");
	}

	@Test
	void an_expert_who_recuses_is_replaced() {
		report(Map.of(), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		complete(expert, "reviewProgress", Map.of("conflict", "CONFLICT", "reasons", "近三年与负责人合作发表论文", "pledge", true));
		complete(finance, "reviewSpending",
				Map.of("conflict", "NONE", "grade", "B", "reasons", "账目清楚，支出合规。", "pledge", true));
		complete(cast.contact(), "coFunderOpinion", Map.of("served", "YES"));
		engine.settle();
		Person other = given.person("吴专家", given.organisation("HOST", "吉林大学"), Role.EXPERT);
		complete(cast.officer(), "assignExperts", Map.of("technicalExperts", List.of(Long.toString(other.id()))));
		complete(other, "reviewProgress",
				Map.of("conflict", "NONE", "grade", "A", "reasons", "进展良好，达到预期。", "pledge", true));
		engine.settle();
		assertThat(state()).isEqualTo(MidtermState.DECIDING);
		assertThat(reviews.of(check.id())).extracting(MidtermReview::state)
			.containsExactlyInAnyOrder("RECUSED", "SUBMITTED", "SUBMITTED");
	}

	@Test
	void a_co_funder_who_says_nothing_does_not_hold_up_the_decision() {
		report(Map.of(), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		review("A", "A", null);
		assertThat(state()).isEqualTo(MidtermState.REVIEWING);
		clock.pass(Duration.ofDays(25));
		engine.settle();
		assertThat(state()).isEqualTo(MidtermState.DECIDING);
		assertThat(reviews.opinions(check.id())).extracting(MidtermOpinion::served).containsExactly("NONE");
		assertThat(passed()).contains("opinionOverdue", "closeOpinions");
		assertThat(inbox.list(cast.contact(), InboxFilter.ALL, 0, 50)).isEmpty();
		decide(Map.of("decision", "CONTINUE_WITH_REMARKS", "remarks", "请加快设备采购。"));
		assertThat(outcome()).isEqualTo("已同意继续并附意见");
	}

	@Test
	void an_adjustment_changes_the_state_of_the_project() {
		toDecision("C", "B", "NO");
		assertThat(checks.require(check.id()).suggestion()).isEqualTo("ADJUST");
		decide(Map.of("decision", "ADJUST", "remarks", "研究内容按联合资助方新需求调整。"));
		assertThat(outcome()).isEqualTo("已调整");
		assertThat(projectState()).isEqualTo("ADJUSTED");
	}

	@Test
	void suspended_payments_stay_held_until_the_office_looks_again() {
		payments.plan(cast.officer(), cast.project().id(), List.of(new NewInstalment(cast.contact().organisationId(),
				new BigDecimal("300000"), LocalDate.now(), "MIDTERM", null)));
		toDecision("B", "D", "YES");
		assertThatThrownBy(() -> decide(Map.of("decision", "SUSPEND_PAYMENT", "remarks", "经费使用不规范。")))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("reviewOn");
		decide(Map.of("decision", "SUSPEND_PAYMENT", "remarks", "经费使用不规范。", "reviewOn", inDays(60)));
		assertThat(outcome()).isEqualTo("已暂停拨款");
		assertThat(state()).isEqualTo(MidtermState.PAYMENT_SUSPENDED);
		assertThat(projectState()).isEqualTo("RUNNING");
		PaymentPlan held = payments.plan(cast.pi(), cast.project().id());
		assertThat(held.hold().reason()).isEqualTo("经费使用不规范。");
		assertThat(held.hold().reviewOn()).isEqualTo(inDays(60));
		assertThat(held.instalments()).extracting(Instalment::state).containsExactly("HELD");

		payments.resume(cast.officer(), cast.project().id(), "已按要求规范。");
		assertThat(payments.plan(cast.pi(), cast.project().id()).instalments()).extracting(Instalment::state)
			.containsExactly("READY");
	}

	@Test
	void what_was_put_right_at_the_second_attempt_passes() {
		toDecision("D", "B", "YES");
		assertThat(checks.require(check.id()).suggestion()).isEqualTo("RECTIFY");
		decide(Map.of("decision", "RECTIFY", "remarks", "补做部件级试验。", "rectifyBy", inDays(60)));
		assertThat(projectState()).isEqualTo("RECTIFYING");
		rectify();
		complete(cast.host(), "endorseRectification", Map.of("decision", "RETURN", "reasons", "请附试验报告编号。"));
		rectify();
		complete(cast.host(), "endorseRectification", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), "recheck", Map.of("result", "AGAIN", "again", inDays(90), "remarks", "仍缺疲劳数据。"));
		rectify();
		complete(cast.host(), "endorseRectification", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), "recheck", Map.of("result", "PASSED"));
		assertThat(outcome()).isEqualTo("整改已通过");
		assertThat(state()).isEqualTo(MidtermState.RECTIFIED);
		assertThat(projectState()).isEqualTo("RUNNING");
	}

	@Test
	void after_two_failed_attempts_only_adjustment_or_termination_is_left() {
		toDecision("D", "B", "YES");
		decide(Map.of("decision", "RECTIFY", "remarks", "补做试验。", "rectifyBy", inDays(60)));
		rectify();
		complete(cast.host(), "endorseRectification", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), "recheck", Map.of("result", "AGAIN", "again", inDays(90), "remarks", "未完成。"));
		rectify();
		complete(cast.host(), "endorseRectification", Map.of("decision", "ENDORSE"));
		assertThatThrownBy(() -> complete(cast.officer(), "recheck",
				Map.of("result", "AGAIN", "again", inDays(120), "remarks", "再试。")))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("form.option");
		complete(cast.officer(), "recheck", Map.of("result", "FAILED", "remarks", "两次整改未达要求。"));
		assertThatThrownBy(() -> decide(Map.of("decision", "CONTINUE"))).isInstanceOf(InvalidInput.class);
		decide(Map.of("decision", "TERMINATE", "remarks", "两次整改未达要求，终止。"));
		complete(secondOfficer, "confirmTermination", Map.of("confirmed", "YES"));
		assertThat(outcome()).isEqualTo("已终止");
		assertThat(projectState()).isEqualTo("TERMINATED");
	}

	@Test
	void whoever_decided_to_terminate_cannot_confirm_it() {
		toDecision("D", "D", "NO");
		assertThat(checks.require(check.id()).suggestion()).isEqualTo("TERMINATE");
		decide(Map.of("decision", "TERMINATE", "remarks", "已无继续价值。"));
		assertThatThrownBy(() -> complete(cast.officer(), "confirmTermination", Map.of("confirmed", "YES")))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("midterm.invalid.samePerson");
		assertThat(mails("decided")).isEmpty();
		Person committee = given.person("郑委员", given.organisation("FUNDER", "管委会"), Role.COMMITTEE);
		complete(committee, "confirmTermination", Map.of("confirmed", "NO", "reasons", "再给一次机会。"));
		assertThat(state()).isEqualTo(MidtermState.DECIDING);
		assertThat(projectState()).isEqualTo("RUNNING");
	}

	@Test
	void a_project_is_checked_once_a_season_and_once_at_a_time() {
		assertThatThrownBy(() -> service.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(40)))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(() -> service.open(cast.officer(), cast.project().id(), LocalDate.now().plusYears(1)))
			.isInstanceOf(Stale.class);
		assertThat(service.openSeason(cast.officer(), cast.round(), LocalDate.now().plusDays(40))).isEmpty();
	}

	@Test
	void what_was_done_is_audited() {
		toDecision("A", "A", "YES");
		decide(Map.of("decision", "CONTINUE"));
		assertThat(jdbc.sql("select action from audit_entry where kind = 'midterm-check' and subject_id = ?")
			.param(check.id())
			.query(String.class)
			.list()).contains("midterm.opened", "midterm.computed", "midterm.decided", "midterm.issued");
	}

	private void toDecision(String technical, String money, String served) {
		report(Map.of(), "DONE", "ON_PLAN");
		endorse();
		assign(expert);
		review(technical, money, served);
	}

	private void report(Map<String, Number> spent, String milestone, String progress, String... reason) {
		List<Map<String, Object>> spending = new ArrayList<>();
		budgets.of(cast.project().id())
			.lines()
			.forEach((line) -> spending
				.add(Map.of("spent", new BigDecimal(spent.getOrDefault(line.code(), 0).toString()))));
		Map<String, Object> first = milestone.equals("DONE")
				? Map.of("state", "DONE", "actualOn", LocalDate.now().minusDays(70).toString())
				: Map.of("state", milestone);
		Map<String, Object> input = new java.util.HashMap<>(Map.of("stages", List.of(first, Map.of("state", "PLANNED")),
				"reached", List.of(Map.of("actual", "±25", "evidence", "检测报告一")), "progressState", progress, "summary",
				"模型已建立，误差降至25%。", "spending", spending, "declaration", true));
		if (reason.length > 0) {
			input.put("reasonCode", reason[0]);
		}
		complete(cast.pi(), "reportProgress", input);
	}

	private void endorse() {
		complete(cast.host(), "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
	}

	private void assign(Person technical) {
		complete(cast.officer(), "assignExperts", Map.of("technicalExperts", List.of(Long.toString(technical.id())),
				"financeExpert", Long.toString(finance.id())));
	}

	private void review(String technical, String money, String served) {
		complete(expert, "reviewProgress",
				Map.of("conflict", "NONE", "grade", technical, "reasons", "进展与计划相比如上。", "pledge", true));
		complete(finance, "reviewSpending",
				Map.of("conflict", "NONE", "grade", money, "reasons", "账目清楚，支出合规。", "pledge", true));
		if (served != null) {
			complete(cast.contact(), "coFunderOpinion", Map.of("served", served, "reasons", "以我方现场需求为准。"));
		}
		engine.settle();
	}

	private void decide(Map<String, Object> input) {
		complete(cast.officer(), "decide", input);
	}

	private void rectify() {
		complete(cast.pi(), "reportRectification", Map.of("report", "已补做三组部件级试验，结果见报告。", "declaration", true));
	}

	private void complete(Person person, String step, Map<String, Object> input) {
		tasks.complete(person, task(person, step).id(), input);
	}

	private InboxItem task(Person person, String step) {
		return inbox.list(person, InboxFilter.ALL, 0, 100)
			.stream()
			.filter((item) -> item.step().equals(step) && item.subject().ref().equals(check.ref()))
			.findFirst()
			.orElseThrow(() -> new AssertionError(person.name() + " has no task " + step));
	}

	private MidtermState state() {
		return checks.require(check.id()).state();
	}

	private String projectState() {
		return projects.require(cast.project().id()).state();
	}

	private String outcome() {
		return cases.about("midterm-check", check.ref()).orElseThrow().outcome();
	}

	private java.util.Set<String> passed() {
		return coverage.visitedBy(cases.about("midterm-check", check.ref()).orElseThrow().instanceId());
	}

	private List<Long> mails(String key) {
		return jdbc.sql("select recipient_id from mail_outbox where key = ? and link = ?")
			.params(key, "/midterm/" + check.id())
			.query(Long.class)
			.list();
	}

	private static String inDays(int days) {
		return LocalDate.now().plusDays(days).toString();
	}

	private static String textOf(byte[] letter) throws java.io.IOException {
		try (org.apache.pdfbox.pdmodel.PDDocument pdf = org.apache.pdfbox.Loader.loadPDF(letter)) {
			return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\R", "");
		}
	}

}
