package org.guantong.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Role;
import org.guantong.testing.Crawl;
import org.guantong.testing.Site;
import org.guantong.testing.TestDatabase;
import org.guantong.workflow.ErrandConfiguration;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.StepCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands in an empty database once the application has started on it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("demo")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(ErrandConfiguration.class)
@DirtiesContext
class DemonstrationTest {

	/** Reached only when people let a deadline pass, which takes days. */
	private static final Set<String> AFTER_DEADLINES = Set.of("question-distillation/decideSilence",
			"guide-validation/addressQuorum");

	private static final Set<String> PROCESSES = Set.of("annual-report", "budget-transfer", "demand-collection",
			"question-distillation", "guide-validation", "midterm-check", "project-change", "project-closure",
			"transfer-incubation");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Inbox inbox;

	@Autowired
	private StepCatalogue steps;

	@Autowired
	private Cast cast;

	@Autowired
	private Script script;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private ManagementService management;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private MessageSource messages;

	@LocalServerPort
	private int port;

	@Test
	void thereIsOneFundOfEachType() {
		assertThat(states("type", "joint_fund")).containsExactly("ENTERPRISE", "REGIONAL", "SECTOR");
	}

	@Test
	void thereIsAsMuchAsOneRoundBringsForth() {
		String accepted = " from demand d join round r on r.id = d.round_id where r.code like '%-QY' and d.state = 'ACCEPTED'";
		assertThat(count("select count(*)" + accepted)).isGreaterThanOrEqualTo(40);
		assertThat(count("select count(distinct d.field_id)" + accepted)).isEqualTo(7);
		assertThat(count("select count(*) from attachment where subject_kind = 'demand'")).isGreaterThanOrEqualTo(3);
		assertThat(count("select count(*) from attachment where subject_kind = 'expenditure'"))
			.isGreaterThanOrEqualTo(2);
		assertThat(count("select count(*) from guide_direction")).isGreaterThanOrEqualTo(12);
		assertThat(count("select count(*) from guide_direction where state = 'PUBLISHED'")).isGreaterThanOrEqualTo(8);
		assertThat(count("select count(*) from project")).isGreaterThanOrEqualTo(8);
		assertThat(count("select count(*) from achievement where state = 'REGISTERED'")).isGreaterThanOrEqualTo(6);
		assertThat(count("select count(*) from transfer where state = 'INCUBATING'")).isGreaterThanOrEqualTo(3);
		assertThat(count("select count(*) from transfer where state = 'SIGNED'")).isGreaterThanOrEqualTo(1);
		assertThat(count("select count(*) from matchmaking_event")).isEqualTo(6);
	}

	@Test
	void casesStandAtEveryStageOrHavePassedIt() {
		Set<String> expected = new TreeSet<>();
		PROCESSES.forEach((process) -> steps.idsOf(process).forEach((step) -> expected.add(process + "/" + step)));
		expected.removeAll(AFTER_DEADLINES);
		assertThat(reached("DONE", "OPEN")).containsAll(expected);
		assertThat(reached("OPEN").stream().map((step) -> step.split("/")[0]).distinct())
			.containsExactlyInAnyOrderElementsOf(PROCESSES);
		assertThat(reached("OPEN")).contains("demand-collection/submitDemands", "demand-collection/signOff",
				"demand-collection/checkForm", "demand-collection/amendDemands", "question-distillation/wordQuestion",
				"question-distillation/consult", "guide-validation/draftDirection", "guide-validation/confirmPanel",
				"guide-validation/reviewDirection", "guide-validation/reviseDirection",
				"guide-validation/coFunderSignOff", "guide-validation/adoptDirection", "midterm-check/reportProgress",
				"midterm-check/reviewSpending", "midterm-check/decide", "midterm-check/confirmTermination",
				"project-closure/concludeClosure", "transfer-incubation/reportStage", "transfer-incubation/decideGate");
	}

	@Test
	void everyOutcomeOccurs() {
		assertThat(states("state", "scientific_question")).contains("DRAFT", "CONSULTING", "AGREED", "SET_ASIDE");
		assertThat(states("state", "guide_direction")).contains("DRAFT", "IN_REVIEW", "REVISING", "REJECTED",
				"SIGN_OFF", "ADOPTED", "PUBLISHED", "NOT_ADOPTED");
		assertThat(states("state", "midterm_check")).contains("CONTINUED", "CONTINUED_WITH_REMARKS", "RECTIFIED",
				"ADJUSTED");
		assertThat(states("state", "transfer")).contains("DECLARED", "ARGUED", "INCUBATING", "SIGNED", "STOPPED",
				"DECLINED");
	}

	@Test
	void mostPeopleHaveSomethingToDo() {
		List<String> idle = script.people()
			.stream()
			.map((one) -> cast.the(one.username()))
			.filter((person) -> !person.has(Role.AUDITOR) && !person.has(Role.ADMIN))
			.filter((person) -> inbox.count(person, InboxFilter.ALL) == 0)
			.map((person) -> person.username())
			.toList();
		assertThat(idle).hasSizeLessThanOrEqualTo(script.people().size() / 2);
		assertThat(idle).doesNotContain("officer", "committee1", "ln.leader", "zj.leader", "gd.leader", "sl.contact",
				"yw.leader", "gj.contact", "pi02");
	}

	@Test
	void theEngineHasNoIncidentAndTheRecordIsWhole() {
		assertThat(runtime.createIncidentQuery().count()).isZero();
		assertThat(management.createJobQuery().withException().count()).isZero();
		assertThat(audit.verify().intact()).isTrue();
	}

	@Test
	void everyActOfTheRecordHasItsWords() {
		List<String> actions = jdbc.sql("select distinct action from audit_entry").query(String.class).list();
		assertThat(actions).hasSizeGreaterThan(40)
			.allSatisfy((action) -> assertThat(messages.getMessage("audit.action." + action, null, "", Locale.ENGLISH))
				.as(action)
				.isNotEmpty());
	}

	@Test
	void theSignInPageOffersThePeopleByRole() throws IOException, InterruptedException {
		HttpRequest login = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login")).build();
		HttpResponse<String> page = HttpClient.newHttpClient().send(login, HttpResponse.BodyHandlers.ofString());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("周明远", "韩振东", "郭稼轩", "guantong");
	}

	@ParameterizedTest
	@CsvSource({ "officer, en", "auditor, zh", "pi01, zh", "ln.contact, en", "expert01, zh" })
	void everyPageLinkedForSomebodyOpensWithAllItsWords(String username, String language,
			@Autowired Environment environment, @Autowired ObjectMapper json) {
		Site.Browser browser = new Site(environment, json).browser();
		browser.get("/login?lang=" + language);
		browser.post("/login", Map.of("username", username, "password", "guantong"));

		Crawl.Result found = Crawl.from("/", browser, 100);

		assertThat(found.faults()).isEmpty();
		assertThat(found.pages()).isGreaterThan(15);
	}

	private Set<String> reached(String... states) {
		return new TreeSet<>(jdbc
			.sql("select distinct c.process || '/' || t.step from inbox_task t join process_case c on c.id = t.case_id "
					+ "where t.state in (:states)")
			.param("states", List.of(states))
			.query(String.class)
			.list());
	}

	private List<String> states(String column, String table) {
		return jdbc.sql("select distinct " + column + " from " + table + " order by 1").query(String.class).list();
	}

	private long count(String sql) {
		return jdbc.sql(sql).query(Long.class).single();
	}

}
