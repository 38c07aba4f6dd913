package org.guantong.project.annual;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.poi.extractor.ExtractorFactory;
import org.apache.poi.extractor.POITextExtractor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermService;
import org.guantong.project.GivenProjects;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.testing.Coverage;
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

/**
 * A year is reported once, checked by the host, and need not be typed again at mid-term.
 */
@GuantongTest
@Import(GivenProjects.class)
class AnnualReportProcessTest {

	private static Coverage coverage;

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private AnnualReportService service;

	@Autowired
	private AnnualReports reports;

	@Autowired
	private Milestones milestones;

	@Autowired
	private MidtermService midterms;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Engine engine;

	@Autowired
	private TestClock clock;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	private long fund;

	private int year;

	@Autowired
	void keep(Coverage found) {
		coverage = found;
	}

	@BeforeEach
	void aProjectOfAFund() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = givenProjects.cast();
		fund = jdbc.sql("select fund_id from round where id = ?").param(cast.round()).query(Long.class).single();
		year = LocalDate.now().getYear();
	}

	@AfterEach
	void backToRealTime() {
		LocaleContextHolder.resetLocaleContext();
		clock.reset();
	}

	@AfterAll
	static void everyNodeWasPassed() {
		coverage.assertEveryNodeVisited("annual-report");
	}

	@Test
	void a_report_is_returned_amended_endorsed_and_fills_in_the_mid_term_report() {
		AnnualReport report = open();
		assertThat(report.dueOn()).isAfterOrEqualTo(LocalDate.of(year + 1, 1, 15));
		assertThatThrownBy(() -> write(report, LocalDate.now().plusDays(3), "模型已建立，完成两组试验。"))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("stages[0].actualOn");
		write(report, LocalDate.now().minusDays(80), "模型已建立，完成两组试验。");
		complete(cast.host(), report, "endorseAnnual", Map.of("decision", "RETURN", "reasons", "请补充数据。"));
		assertThat(tasks.open(cast.pi(), task(report, "writeReport")).data()).containsEntry("returned", "请补充数据。")
			.containsEntry("summary", "模型已建立，完成两组试验。");
		write(report, LocalDate.now().minusDays(80), "模型已建立，完成两组试验，误差±25%。");
		complete(cast.host(), report, "endorseAnnual", Map.of("decision", "ENDORSE"));
		assertThat(reports.require(report.id()).state()).isEqualTo("ENDORSED");

		MidtermCheck check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		Map<String, Object> form = tasks.open(cast.pi(), inbox.openAbout("reportProgress", check.ref()).get(0).id())
			.data();
		assertThat(form).containsEntry("annualYear", Integer.toString(year))
			.containsEntry("summary", "模型已建立，完成两组试验，误差±25%。");
		assertThat(form.get("stages").toString()).contains("DONE", LocalDate.now().minusDays(80).toString());
		assertThat(form.get("reached").toString()).contains("±25");
	}

	@Test
	void a_dropped_milestone_is_reported_as_dropped_and_no_other_is() {
		AnnualReport report = open();
		assertThatThrownBy(() -> write(report, "DROPPED")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("stages[1].state");
		Milestone second = milestones.of(cast.project().id()).get(1);
		milestones.drop(second.id(), "BG-1");
		assertThat(tasks.open(cast.pi(), task(report, "writeReport")).data().get("stages").toString())
			.contains("state=DROPPED");
		assertThatThrownBy(() -> write(report, "RUNNING")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("project.invalid.isDropped");
		write(report, "DROPPED");
		complete(cast.host(), report, "endorseAnnual", Map.of("decision", "ENDORSE"));

		MidtermCheck check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		String task = inbox.openAbout("reportProgress", check.ref()).get(0).id();
		assertThat(tasks.open(cast.pi(), task).data().get("stages").toString()).contains("state=DROPPED");
		assertThat(site.browser(cast.contact()).get("/annual-reports/" + report.id()).body()).contains("已取消");
	}

	@Test
	void the_page_tells_who_endorsed_and_what_was_reached_and_co_funders_not_why_it_was_returned() {
		AnnualReport report = open();
		write(report, "RUNNING");
		complete(cast.host(), report, "endorseAnnual", Map.of("decision", "RETURN", "reasons", "请补充数据。"));
		String page = "/annual-reports/" + report.id();
		assertThat(site.browser(cast.pi()).get(page).body()).contains("请补充数据。", "±25", "完成部件级验证");
		assertThat(site.browser(cast.contact()).get(page).body()).contains("±25").doesNotContain("请补充数据。");
		assertThat(site.browser(cast.contact()).get("/api" + page).body()).doesNotContain("请补充数据。");
		assertThat(service.find(cast.contact(), filter()).items()).extracting(AnnualReport::returned)
			.containsOnlyNulls();
		write(report, "RUNNING");
		complete(cast.host(), report, "endorseAnnual", Map.of("decision", "ENDORSE"));
		assertThat(site.browser(cast.contact()).get(page).body()).contains(cast.host().name());
	}

	@Test
	void list_and_workbook_go_by_year_state_and_what_concerns_the_reader() {
		AnnualReport report = open();
		String code = cast.project().code();
		assertThat(listed(cast.officer(), code, "REPORTING", year)).containsExactly(report.code());
		assertThat(listed(cast.officer(), code, "ENDORSED", year)).isEmpty();
		assertThat(listed(cast.officer(), code, null, year - 1)).isEmpty();
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThat(exported(cast.pi(), "?state=REPORTING&year=" + year)).contains(report.code());
		assertThat(exported(cast.pi(), "?state=ENDORSED")).doesNotContain(report.code());
		assertThat(exported(stranger, "")).doesNotContain(report.code());
	}

	@Test
	void each_project_reports_a_year_once_however_many_open_it() {
		assertThat(service.due(cast.officer(), fund, year)).extracting("code").containsExactly(cast.project().code());
		Race.of(8, (number) -> service.open(cast.officer(), fund, year));
		assertThat(reports.of(cast.project().id())).hasSize(1);
		assertThat(service.due(cast.officer(), fund, year)).isEmpty();
		assertThatThrownBy(() -> service.due(cast.officer(), fund, year + 1)).isInstanceOf(InvalidInput.class);
		assertThat(service.due(cast.officer(), fund, year - 10)).as("it had not begun").isEmpty();
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact())) {
			assertThatThrownBy(() -> service.open(person, fund, year)).isInstanceOf(AccessDeniedException.class);
		}
	}

	@Test
	void a_late_report_is_brought_to_the_hosts_attention() {
		AnnualReport report = open();
		clock.pass(Duration.ofDays(80));
		engine.settle();
		assertThat(jdbc.sql("select recipient_id from mail_outbox where key = 'annual-overdue' and link = ?")
			.param("/annual-reports/" + report.id())
			.query(Long.class)
			.list()).containsExactly(cast.host().id());
	}

	@Test
	void those_it_concerns_find_it_in_the_list_and_nobody_else() {
		AnnualReport report = open();
		for (Person person : List.of(cast.officer(), cast.pi(), cast.host(), cast.contact())) {
			assertThat(service.find(person, filter()).items()).extracting(AnnualReport::id)
				.containsExactly(report.id());
		}
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThat(service.find(stranger, filter()).total()).isZero();
		assertThatThrownBy(() -> service.read(stranger, report.id())).isInstanceOf(NotFound.class);
		assertThat(site.browser(stranger).get("/annual-reports/" + report.id()).status()).isEqualTo(404);
		assertThat(site.browser(cast.pi()).get("/annual-reports/" + report.id()).body()).contains("尚未提交");
		assertThat(site.browser(cast.pi()).get("/annual-reports").body()).doesNotContain("启动年度报告");
	}

	@Test
	void an_officer_looks_who_is_due_and_opens_the_year_on_the_page() {
		Site.Browser browser = site.browser(cast.officer());
		assertThat(browser.get("/annual-reports/due?fund=" + fund + "&year=3000").status()).isEqualTo(422);
		assertThat(browser.get("/annual-reports/due?fund=" + fund + "&year=" + year).body())
			.contains(cast.project().code(), "启动 1 项");
		browser.post("/annual-reports", Map.of("fund", Long.toString(fund), "year", Integer.toString(year)));
		assertThat(browser.get("/annual-reports?text=" + cast.project().code()).body())
			.contains("ND" + year + "-" + cast.project().code(), "待填报");
	}

	private AnnualReportService.Filter filter() {
		return new AnnualReportService.Filter(cast.project().code(), null, null, 0);
	}

	private List<String> listed(Person person, String text, String state, Integer year) {
		return service.find(person, new AnnualReportService.Filter(text, state, year, 0))
			.items()
			.stream()
			.map(AnnualReport::code)
			.toList();
	}

	private String exported(Person person, String filter) {
		byte[] file = site.browser(person).bytes("/annual-reports.xlsx" + filter);
		try (POITextExtractor extractor = ExtractorFactory.createExtractor(new ByteArrayInputStream(file))) {
			return extractor.getText();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(AnnualReport report, String secondStage) {
		complete(cast.pi(), report, "writeReport",
				Map.of("stages", List.of(Map.of("state", "RUNNING"), Map.of("state", secondStage)), "reached",
						List.of(Map.of("actual", "±25")), "summary", "模型已建立，完成两组试验。", "declaration", true));
	}

	private AnnualReport open() {
		return service.open(cast.officer(), fund, year).get(0);
	}

	private void write(AnnualReport report, LocalDate done, String summary) {
		complete(cast.pi(), report, "writeReport",
				Map.of("stages",
						List.of(Map.of("state", "DONE", "actualOn", done.toString()), Map.of("state", "RUNNING")),
						"reached", List.of(Map.of("actual", "±25")), "summary", summary, "declaration", true));
	}

	private void complete(Person person, AnnualReport report, String step, Map<String, Object> input) {
		tasks.complete(person, task(report, step), input);
		engine.settle();
	}

	private String task(AnnualReport report, String step) {
		return inbox.openAbout(step, report.subject().ref())
			.stream()
			.findFirst()
			.orElseThrow(() -> new AssertionError(report.code() + " is not at " + step))
			.id();
	}

}
