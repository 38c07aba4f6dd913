package org.guantong;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.fund.RoundService;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermService;
import org.guantong.project.GivenProjects;
import org.guantong.project.ProjectService;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The three people the system is for, in a real browser, from the inbox to the page that
 * says what happens next: a co-funder submitting demands, an expert approving a draft
 * direction, a PI completing a mid-term check.
 */
@GuantongTest
@NeedsBrowser
class JourneyBrowserTest {

	private static final int DESK = 1280;

	private static final int PHONE = 390;

	private static WebBrowser browser;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private Engine engine;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@BeforeAll
	static void openBrowser() {
		browser = WebBrowser.open();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { DESK, PHONE })
	void aCoFunderEntersADemandAndSubmits(int width, @Autowired RoundService rounds) {
		long province = given.organisation("CO_FUNDER", "辽宁省科技厅");
		Person contact = given.person("王联系", province, Role.CO_FUNDER_CONTACT);
		given.person("刘厅长", province, Role.CO_FUNDER_LEADER);
		rounds.open(given.officer(), given.round(given.fund(province)));
		engine.settle();

		Page page = browser.signIn(site, contact, width);
		picture(page, "co-funder-1-inbox", width);
		page.click(".task-title");
		picture(page, "co-funder-2-task", width);
		page.click("main a.btn-primary");
		page.click(".page-head .actions .btn-primary");
		page.fill("[name=title]", "大型铸锻件内部缺陷在线预测");
		page.click(".sticky-actions .btn-primary");
		assertThat(page.locator("#error-summary").textContent()).contains("背景");
		assertThat(page.inputValue("[name=title]")).as("what was typed is still there").isEqualTo("大型铸锻件内部缺陷在线预测");
		picture(page, "co-funder-3-errors", width);
		fillDemand(page);
		picture(page, "co-funder-4-demand", width);
		page.click(".sticky-actions .btn-primary");
		assertThat(page.textContent("main")).contains("大型铸锻件内部缺陷在线预测");

		page.navigate(site.address() + "/inbox");
		page.click(".task-title");
		page.check("[name=notClassified]");
		page.click("button[value=check]");
		picture(page, "co-funder-5-check", width);
		page.click("main form .btn-primary");
		assertThat(page.textContent("h1")).isEqualTo("已提交");
		assertThat(page.textContent("main")).as("what happens next").contains("审签报送需求");
		picture(page, "co-funder-6-done", width);
	}

	private static void fillDemand(Page page) {
		page.selectOption("[name=field]", "MAT");
		page.fill("[name=unit]", "北方重型铸锻公司");
		page.fill("[name=background]", "百万千瓦级转子锻件依赖经验控制，废品率高。");
		page.fill("[name=gap]", "国内缺少凝固与热加工耦合的缺陷演化模型。");
		page.fill("[name=difficulties]", "多尺度缺陷演化机理不清，预测误差超过30%。");
		page.fill("[name='indicators[0].name']", "预测误差");
		page.fill("[name='indicators[0].target']", "10");
		page.fill("[name=months]", "36");
		page.selectOption("[name=cooperation]", "JOINT");
		page.selectOption("[name=ipOwnership]", "SHARED");
		page.check("[name=urgency][value=URGENT]");
		page.fill("[name=contactName]", "王工");
		page.fill("[name=contactPhone]", "13800000000");
		page.check("[name=notClassified]");
	}

	@ParameterizedTest
	@ValueSource(ints = { DESK, PHONE })
	void anExpertAcceptsAndApprovesADraftDirection(int width, @Autowired DirectionService directions,
			@Autowired GuideDirections drafts, @Autowired ExpertService directory) {
		Person expert = expertWithAnInvitation(directions, drafts, directory);

		Page page = browser.signIn(site, expert, width);
		page.click(".task-title");
		page.check("[name=answer][value=ACCEPT]");
		page.check("[name=pledge]");
		picture(page, "expert-1-invitation", width);
		submit(page);
		engine.settle();

		page.navigate(site.address() + "/inbox");
		page.click(".task-title");
		for (int criterion = 0; criterion < 5; criterion++) {
			page.fill("[name='scores[" + criterion + "].points']", "18");
		}
		page.check("[name=recommendation][value=APPROVE]");
		page.fill("[name=comment]", "科学问题凝练准确，需求明确，建议支持。");
		page.check("[name=pledge]");
		picture(page, "expert-2-review", width);
		submit(page);
		picture(page, "expert-3-done", width);
	}

	private Person expertWithAnInvitation(DirectionService directions, GuideDirections drafts,
			ExpertService directory) {
		Person officer = given.officer();
		long province = given.organisation("CO_FUNDER", "浙江省科技厅");
		Person contact = given.person("联系人", province, Role.CO_FUNDER_CONTACT);
		long round = given.round(given.fund(province));
		long question = given.question(round, "MAT", "高熵合金氢脆", given.demand(round, contact, "MAT", "装备部件氢脆"));
		List<Person> experts = IntStream.range(0, 3).mapToObj((i) -> expert(officer, directory)).toList();
		long direction = directions.start(officer, round, List.of(question), "高熵合金氢脆机理");
		directions.save(officer, direction, drafts.require(direction).version(),
				new DirectionContent("高熵合金氢脆机理与调控", List.of("E0101"), "针对装备部件氢脆问题，研究氢在高熵合金中的扩散与偏聚，揭示氢脆机理，为氢能装备选材提供依据。",
						"KEY", new java.math.BigDecimal("260"), "氢能装备关键部件"));
		complete(officer, direction, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		complete(officer, direction, "confirmPanel", Map.of("experts",
				experts.stream().map((one) -> Long.toString(one.id())).toList(), "answerDays", 5, "reviewDays", 14));
		return experts.get(0);
	}

	private Person expert(Person officer, ExpertService directory) {
		Person expert = given.person("评审专家", given.organisation("HOST", "外省大学"), Role.EXPERT);
		directory.describe(officer, expert.id(),
				new NewExpertProfile(0, List.of("E0101"), List.of("高熵合金", "氢脆"), List.of(), 6));
		return expert;
	}

	@ParameterizedTest
	@ValueSource(ints = { DESK, PHONE })
	void aPiReportsForTheMidtermCheck(int width, @Autowired MidtermService midterms, @Autowired ProjectService projects,
			@Autowired GuideDirections directions) {
		GivenProjects.Cast cast = new GivenProjects(given, projects, directions).cast();
		midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		engine.settle();

		Page page = browser.signIn(site, cast.pi(), width);
		page.click(".task-title");
		picture(page, "pi-1-report", width);
		page.selectOption("[name='stages[0].state']", "DONE");
		page.fill("[name='stages[0].actualOn']", LocalDate.now().minusDays(20).toString());
		page.selectOption("[name='stages[1].state']", "RUNNING");
		page.check("[name=progressState][value=ON_PLAN]");
		page.fill("[name=summary]", "损伤演化模型已建立，寿命预测误差降至25%。");
		for (int line = 0; page.locator("[name='spending[" + line + "].spent']").count() > 0; line++) {
			page.fill("[name='spending[" + line + "].spent']", "0");
		}
		page.check("[name=declaration]");
		page.click("button[value=save]");
		assertThat(page.textContent("main")).as("the draft is kept").contains("草稿已保存");
		assertThat(page.inputValue("[name=summary]")).contains("损伤演化模型已建立");
		picture(page, "pi-2-draft", width);
		submit(page);
		assertThat(page.textContent("main")).as("what happens next").contains("审核中期报告");
		picture(page, "pi-3-done", width);
	}

	@Test
	void theSamePagesSpeakEnglish(@Autowired MidtermService midterms, @Autowired ProjectService projects,
			@Autowired GuideDirections directions) {
		GivenProjects.Cast cast = new GivenProjects(given, projects, directions).cast();
		midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		engine.settle();

		Page page = browser.signIn(site, cast.pi(), DESK);
		page.click("a.language");
		page.click(".task-title");
		assertThat(page.textContent("main")).contains("Next: check", "What has happened");
		picture(page, "pi-4-report-en", DESK);
	}

	/** Checks the answers, submits, and lands on the page that says so. */
	private static void submit(Page page) {
		page.click("button[value=check]");
		if (page.url().endsWith("/check")) {
			page.click("main form .btn-primary");
		}
		assertThat(page.textContent("h1")).as(page.textContent("main")).isEqualTo("已提交");
	}

	/**
	 * One picture at both widths is enough: the phone's run only works the page, the
	 * desk's takes it.
	 */
	private static void picture(Page page, String name, int width) {
		if (width == DESK) {
			WebBrowser.picture(page, name);
		}
	}

	private void complete(Person person, long direction, String step, Map<String, Object> form) {
		InboxItem task = inbox.list(person, InboxFilter.ALL, 0, 500)
			.stream()
			.filter((item) -> item.step().equals(step) && item.subject().id() == direction)
			.findFirst()
			.orElseThrow();
		tasks.complete(person, task.id(), form);
		engine.settle();
	}

}
