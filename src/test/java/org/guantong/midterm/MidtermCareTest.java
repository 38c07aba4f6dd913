package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.attachment.AttachmentService;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.care.MidtermCareService;
import org.guantong.midterm.care.SeasonEnd;
import org.guantong.midterm.care.SeasonEndService;
import org.guantong.midterm.coauthor.Contribution;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.midterm.visit.MidtermVisit;
import org.guantong.midterm.visit.VisitService;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.testing.Uploads;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What keeps a check going: other experts, visits, co-authors, and an end for mistakes
 * and seasons.
 */
@GuantongTest
@Import(GivenProjects.class)
class MidtermCareTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private MidtermService midterms;

	@Autowired
	private MidtermChecks checks;

	@Autowired
	private MidtermFigures figures;

	@Autowired
	private MidtermReviews reviews;

	@Autowired
	private MidtermCareService care;

	@Autowired
	private SeasonEndService seasons;

	@Autowired
	private VisitService visits;

	@Autowired
	private ContributionService contributions;

	@Autowired
	private AttachmentService attachments;

	@Autowired
	private Budgets budgets;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Engine engine;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	private MidtermCheck check;

	private Person expert;

	private Person finance;

	@BeforeEach
	void openACheck() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = givenProjects.cast();
		expert = given.person("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		finance = given.person("钱会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
	}

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void an_expert_who_does_not_answer_is_replaced_and_both_are_told() {
		toReviews();
		Person newcomer = given.person("孙专家", given.organisation("HOST", "中科院某所"), Role.EXPERT);
		Person colleague = given.person("同事", cast.host().organisationId(), Role.EXPERT);
		MidtermReview silent = review("TECHNICAL");
		assertThatThrownBy(() -> care.replace(cast.officer(), check.id(), silent.id(), colleague.id(), "逾期未答"))
			.as("of the host's own legal entity")
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("newcomer");
		assertThatThrownBy(() -> care.replace(cast.officer(), check.id(), silent.id(), newcomer.id(), " "))
			.hasMessageContaining("reason");

		care.replace(cast.officer(), check.id(), silent.id(), newcomer.id(), "逾期未答，电话无人接听");

		InboxItem task = task("reviewProgress");
		assertThat(task.assigneeId()).isEqualTo(newcomer.id());
		assertThat(mails("midterm-expert-replaced", "/inbox", expert)).isEqualTo(1);
		assertThatThrownBy(() -> tasks.open(expert, task.id())).isInstanceOf(NotFound.class);
		Map<String, Object> opinion = Map.of("conflict", "NONE", "grade", "B", "reasons", "进展与计划相比如上。", "pledge", true);
		tasks.complete(newcomer, task.id(), opinion);
		assertThat(reviews.of(check.id())).filteredOn((one) -> one.side().equals("TECHNICAL"))
			.extracting(MidtermReview::state)
			.containsExactlyInAnyOrder("REPLACED", "SUBMITTED");
		assertThatThrownBy(() -> care.replace(cast.officer(), check.id(), silent.id(), colleague.id(), "再换"))
			.isInstanceOf(Stale.class);
		tasks.complete(finance, task("reviewSpending").id(), opinion);
		tasks.complete(cast.contact(), task("coFunderOpinion").id(), Map.of("served", "YES"));
		engine.settle();
		assertThat(checks.require(check.id()).state()).isEqualTo(MidtermState.DECIDING);
	}

	@Test
	void of_one_who_answers_and_many_who_replace_at_once_one_comes_first() {
		toReviews();
		Person newcomer = given.person("孙专家", given.organisation("HOST", "中科院某所"), Role.EXPERT);
		MidtermReview silent = review("TECHNICAL");
		InboxItem task = task("reviewProgress");
		int winners = Race.of(16, (number) -> {
			if (number == 0) {
				tasks.complete(expert, task.id(),
						Map.of("conflict", "NONE", "grade", "A", "reasons", "进展与计划相比如上。", "pledge", true));
			}
			else {
				care.replace(cast.officer(), check.id(), silent.id(), newcomer.id(), "逾期");
			}
		});
		assertThat(winners).isEqualTo(1);
		assertThat(reviews.of(check.id())).filteredOn((one) -> one.state().equals("REPLACED"))
			.hasSizeLessThanOrEqualTo(1);
	}

	@Test
	void a_check_opened_by_mistake_is_given_up_and_the_project_can_be_checked_anew() {
		assertThatThrownBy(() -> care.cancel(cast.officer(), check.id(), "")).hasMessageContaining("reason");
		assertThatThrownBy(() -> care.cancel(cast.pi(), check.id(), "x")).isInstanceOf(AccessDeniedException.class);

		care.cancel(cast.officer(), check.id(), "误选项目");

		assertThat(checks.require(check.id()).state()).isEqualTo(MidtermState.CANCELLED);
		assertThat(inbox.openAbout("reportProgress", check.ref())).isEmpty();
		assertThat(mails("midterm-cancelled", "/midterm/" + check.id(), cast.pi())).isEqualTo(1);
		assertThatThrownBy(() -> care.cancel(cast.officer(), check.id(), "再次")).isInstanceOf(Stale.class);
		MidtermCheck second = midterms.open(cast.officer(), cast.project().id(), check.dueOn());
		assertThat(second.code()).isEqualTo(check.code() + "-2");
	}

	@Test
	void a_season_is_closed_when_all_has_ended_and_opens_again_for_a_reason() {
		SeasonEnd season = season();
		assertThatThrownBy(() -> seasons.close(cast.officer(), season.fundId(), season.season(), ""))
			.isInstanceOf(Stale.class)
			.hasMessage("midterm.care.stale.open");
		jdbc.sql("update midterm_check set state = 'CONTINUED' where id = ?").param(check.id()).update();

		seasons.close(cast.officer(), season.fundId(), season.season(), "按期完成");

		assertThat(season().isClosed()).isTrue();
		long another = givenProjectOfTheRound();
		assertThatThrownBy(() -> midterms.open(cast.officer(), another, check.dueOn())).isInstanceOf(Stale.class)
			.hasMessage("midterm.stale.seasonClosed");
		assertThatThrownBy(() -> seasons.reopen(cast.officer(), season.fundId(), season.season(), ""))
			.isInstanceOf(InvalidInput.class);
		Site.Browser browser = site.browser(cast.officer());
		assertThat(browser.get("/midterm/seasons").body()).contains("按期完成", "重新开放");
		browser.post("/midterm/seasons/reopen", Map.of("fund", Long.toString(season.fundId()), "season",
				Integer.toString(season.season()), "reason", "补检"));
		midterms.open(cast.officer(), another, check.dueOn());
		assertThat(site.browser(cast.pi()).get("/midterm/seasons").status()).isEqualTo(403);
	}

	@Test
	void a_visit_is_planned_and_what_was_found_is_the_offices_until_the_decision() {
		VisitService.Plan plan = new VisitService.Plan(LocalDate.now().plusDays(5), "大连理工大学实验室", "周主任", "赵专家",
				cast.contact().organisationId());
		assertThatThrownBy(() -> visits.plan(cast.officer(), check.id(),
				new VisitService.Plan(LocalDate.now().minusDays(1), "", "", "", -1L)))
			.isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field")
				.containsExactly("plannedOn", "place", "leader", "coFunderId"));
		long visit = visits.plan(cast.officer(), check.id(), plan);
		for (Person told : List.of(cast.pi(), cast.host(), cast.contact())) {
			assertThat(mails("midterm-visit", "/midterm/" + check.id(), told)).as(told.name()).isEqualTo(1);
		}
		visits.record(cast.officer(), check.id(), visit, LocalDate.now(), "设备在用，台账相符。");
		assertThatThrownBy(() -> visits.record(cast.officer(), check.id(), visit, LocalDate.now(), "改写"))
			.isInstanceOf(Stale.class);

		MidtermVisit seen = visits.of(cast.pi(), check.id()).get(0);
		assertThat(seen.members()).as("it names a reviewer").isEmpty();
		assertThat(seen.findings()).isNull();
		assertThat(visits.of(cast.officer(), check.id()).get(0).findings()).contains("台账相符");
		assertThat(site.browser(cast.pi()).get("/midterm/" + check.id()).body()).contains("大连理工大学实验室")
			.doesNotContain("赵专家", "台账相符");
		Ref files = new Ref(Kind.SITE_VISIT, visit);
		attachments.add(cast.officer(), files, Uploads.pdf("赵专家在现场.pdf"));
		assertThat(site.browser(cast.officer()).get("/midterm/" + check.id() + "/care").body()).contains("赵专家在现场.pdf");
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact(), expert)) {
			assertThatThrownBy(() -> attachments.open(person, files)).as("a picture may show who reviews")
				.isInstanceOf(NotFound.class);
		}
		toReviews();
		review();
		assertThat(sheet("decide").get("visitTable").toString()).contains("台账相符");
		assertThatThrownBy(() -> visits.of(stranger(), check.id())).isInstanceOf(NotFound.class);
	}

	@Test
	void a_co_author_writes_their_part_and_sees_nothing_else() {
		Person colleague = given.person("吴合作", given.organisation("HOST", "沈阳鼓风机厂"), Role.PI);
		assertThatThrownBy(
				() -> contributions.ask(cast.pi(), check.id(), expert.username(), " ", LocalDate.now().minusDays(1)))
			.isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field")
				.containsExactly("username", "asked", "dueOn"));
		contributions.ask(cast.pi(), check.id(), colleague.username(), "部件试验进展", LocalDate.now().plusDays(10));

		Contribution mine = contributions.mine(colleague).get(0);
		assertThat(mails("contribution-asked", "/contributions", colleague)).isEqualTo(1);
		assertThatThrownBy(() -> contributions.of(colleague, check.id())).isInstanceOf(NotFound.class);
		assertThat(site.browser(colleague).get("/midterm/" + check.id()).status()).isEqualTo(404);
		assertThatThrownBy(() -> contributions.own(stranger(), mine.id())).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> contributions.write(colleague, mine.id(), mine.version(), "", true))
			.isInstanceOf(InvalidInput.class);
		contributions.write(colleague, mine.id(), mine.version(), "已完成两组", false);
		assertThatThrownBy(() -> contributions.write(colleague, mine.id(), mine.version(), "另一个窗口", false))
			.isInstanceOf(Stale.class);
		assertThat(contributions.of(cast.contact(), check.id())).as("a co-funder reads the report").isEmpty();
		contributions.write(colleague, mine.id(), contributions.own(colleague, mine.id()).version(), "已完成三组部件试验。",
				true);
		Ref files = new Ref(Kind.CONTRIBUTION, mine.id());
		attachments.add(colleague, files, Uploads.pdf("部件试验曲线.pdf"));
		assertThat(site.browser(colleague).get("/contributions/" + mine.id()).body()).contains("部件试验曲线.pdf");
		assertThat(site.browser(cast.pi()).get("/midterm/" + check.id() + "/coauthors").body()).contains("部件试验曲线.pdf");
		assertThatThrownBy(() -> attachments.add(cast.pi(), files, Uploads.pdf("x.pdf")))
			.isInstanceOf(AccessDeniedException.class);
		for (Person person : List.of(cast.contact(), stranger(), expert)) {
			assertThatThrownBy(() -> attachments.open(person, files)).isInstanceOf(NotFound.class);
		}
		assertThat(mails("contribution-in", "/midterm/" + check.id() + "/coauthors", cast.pi())).isEqualTo(1);
		assertThat(sheet("reportProgress").get("contributionTable").toString()).contains("已完成三组部件试验");

		report("±25", "检测报告一", "PLAN");
		assertThatThrownBy(() -> attachments.add(colleague, files, Uploads.pdf("迟到.pdf"))).isInstanceOf(Stale.class);
		assertThatThrownBy(() -> contributions.write(colleague, mine.id(),
				contributions.own(colleague, mine.id()).version(), "迟到", true))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(
				() -> contributions.ask(cast.pi(), check.id(), colleague.username(), "再要", LocalDate.now().plusDays(1)))
			.isInstanceOf(Stale.class);
	}

	@Test
	void the_host_gets_a_check_list_and_what_is_unproven_or_unapproved_is_flagged() {
		Person colleague = given.person("吴合作", given.organisation("HOST", "沈阳鼓风机厂"), Role.PI);
		contributions.ask(cast.pi(), check.id(), colleague.username(), "部件试验进展", LocalDate.now().plusDays(10));
		report("±25", "", "PLAN");
		String list = sheet("endorseReport").get("checkTable").toString();
		assertThat(list).contains("寿命预测误差", "吴合作").contains("设备费比台账多 500,000.00 元");

		endorse();

		assertThat(figures.of(check.id())).filteredOn(MidtermFigure::isFlagged)
			.extracting(MidtermFigure::kind, MidtermFigure::flag)
			.contains(org.assertj.core.groups.Tuple.tuple("INDICATOR", "UNPROVEN"),
					org.assertj.core.groups.Tuple.tuple("CHANGE", "UNAPPROVED"));
		assertThat(site.browser(cast.pi()).get("/midterm/" + check.id()).body()).contains("没有给出达到的数值或依据", "没有已批准的变更申请");
		assertThat(site.browser(cast.officer()).get("/midterm/" + check.id() + "?lang=en").body())
			.contains("Another research plan");
	}

	@Test
	void each_expert_is_shown_their_own_part_alone() {
		toReviews();
		TaskSheet progress = tasks.open(expert, task("reviewProgress").id());
		TaskSheet spending = tasks.open(finance, task("reviewSpending").id());
		assertThat(progress.data()).doesNotContainKeys("lineTable", "moneyFlags").containsKey("indicatorTable");
		assertThat(spending.data()).containsKey("lineTable")
			.doesNotContainKeys("milestoneTable", "indicatorTable", "summaryText", "milestoneFlags");
		for (Person person : List.of(expert, finance)) {
			assertThat(site.browser(person).get("/midterm/" + check.id()).status()).isEqualTo(404);
			assertThat(site.api(person).get("/api/midterm-checks/" + check.id()).status()).isEqualTo(404);
		}
	}

	@Test
	void an_officer_takes_care_of_it_on_one_page_that_keeps_what_was_typed() {
		toReviews();
		Person newcomer = given.person("孙专家", given.organisation("HOST", "中科院某所"), Role.EXPERT);
		Site.Browser browser = site.browser(cast.officer());
		String page = "/midterm/" + check.id() + "/care";
		assertThat(browser.get(page).body()).contains("赵专家", "孙专家");
		Site.Reply wrong = browser.post(page + "/reviews/" + review("TECHNICAL").id(),
				Map.of("newcomer", "", "reason", "电话无人接听"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("电话无人接听", "请选择一位没有回避情形");
		browser.post(page + "/reviews/" + review("TECHNICAL").id(),
				Map.of("newcomer", Long.toString(newcomer.id()), "reason", "电话无人接听"));
		assertThat(task("reviewProgress").assigneeId()).isEqualTo(newcomer.id());
		assertThat(browser.post(page + "/visits", Map.of("plannedOn", "", "place", "实验室", "leader", "")).body())
			.contains("实验室", "请填写带队人");
		browser.post(page + "/visits",
				Map.of("plannedOn", LocalDate.now().toString(), "place", "实验室", "leader", "周主任", "members", ""));
		assertThat(browser.get(page).body()).contains("登记情况");
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact())) {
			assertThat(site.browser(person).get(page).status()).isEqualTo(403);
		}
	}

	private Person stranger() {
		return given.person("外人", given.organisation("HOST", "外校"), Role.PI);
	}

	private long givenProjectOfTheRound() {
		long project = givenProjects.cast().project().id();
		jdbc.sql("""
				update project set direction_id = (select direction_id from project where id = ?) where id = ?
				""").params(cast.project().id(), project).update();
		return project;
	}

	private SeasonEnd season() {
		long fund = jdbc.sql("select fund_id from round where id = ?").param(cast.round()).query(Long.class).single();
		return seasons.all(cast.officer()).stream().filter((one) -> one.fundId() == fund).findFirst().orElseThrow();
	}

	private void toReviews() {
		report("±25", "检测报告一", null);
		endorse();
		tasks.complete(cast.officer(), task("assignExperts").id(), Map.of("technicalExperts",
				List.of(Long.toString(expert.id())), "financeExpert", Long.toString(finance.id())));
		engine.settle();
	}

	private void review() {
		Map<String, Object> opinion = Map.of("conflict", "NONE", "grade", "B", "reasons", "进展与计划相比如上。", "pledge", true);
		tasks.complete(expert, task("reviewProgress").id(), opinion);
		tasks.complete(finance, task("reviewSpending").id(), opinion);
		tasks.complete(cast.contact(), task("coFunderOpinion").id(), Map.of("served", "YES"));
		engine.settle();
	}

	/** Equipment is reported at 500000, of which the books know nothing. */
	private void report(String actual, String evidence, String change) {
		List<Map<String, Object>> spending = new ArrayList<>();
		budgets.of(cast.project().id())
			.lines()
			.forEach((line) -> spending
				.add(Map.of("spent", new BigDecimal(line.code().equals("EQUIPMENT") ? "500000" : "0"))));
		Map<String, Object> input = new HashMap<>(Map.of("stages",
				List.of(Map.of("state", "DONE", "actualOn", LocalDate.now().minusDays(70).toString()),
						Map.of("state", "PLANNED")),
				"reached", List.of(Map.of("actual", actual, "evidence", evidence)), "progressState", "ON_PLAN",
				"summary", "模型已建立，误差降至25%。", "spending", spending, "declaration", true));
		if (change != null) {
			input.put("changes", List.of(change));
		}
		tasks.complete(cast.pi(), task("reportProgress").id(), input);
	}

	private void endorse() {
		tasks.complete(cast.host(), task("endorseReport").id(), Map.of("decision", "ENDORSE", "declaration", true));
		engine.settle();
	}

	private MidtermReview review(String side) {
		return reviews.of(check.id())
			.stream()
			.filter((one) -> one.side().equals(side) && one.state().equals("INVITED"))
			.findFirst()
			.orElseThrow();
	}

	private InboxItem task(String step) {
		return inbox.openAbout(step, check.ref()).stream().findFirst().orElseThrow(() -> new AssertionError(step));
	}

	private Map<String, Object> sheet(String step) {
		Person holder = switch (step) {
			case "decide" -> cast.officer();
			case "endorseReport" -> cast.host();
			default -> cast.pi();
		};
		return tasks.open(holder, task(step).id()).data();
	}

	private int mails(String key, String link, Person person) {
		return jdbc.sql("select count(*) from mail_outbox where key = ? and link = ? and recipient_id = ?")
			.params(key, link, person.id())
			.query(Integer.class)
			.single();
	}

}
