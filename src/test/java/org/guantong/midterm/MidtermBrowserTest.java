package org.guantong.midterm;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.ProjectService;
import org.guantong.project.Projects;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mid-term check in a real browser: the report, the finance review, decisions in bulk.
 */
@GuantongTest
@Import(GivenProjects.class)
@NeedsBrowser
class MidtermBrowserTest {

	private static WebBrowser browser;

	@Autowired
	private Site site;

	@Autowired
	private Given given;

	@BeforeAll
	static void open() {
		browser = WebBrowser.open();
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void aPiReportsAFinanceExpertReviewsAndAnOfficerDecidesOnSeveral(int width, @Autowired GivenProjects projects,
			@Autowired ProjectService service, @Autowired Projects all, @Autowired Budgets budgets,
			@Autowired MidtermService midterms, @Autowired MidtermChecks checks, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Engine engine) {
		// given
		GivenSeason season = new GivenSeason(
				new GivenSeason.With(given, projects, service, all, budgets, midterms, checks, tasks, inbox, engine),
				3);
		MidtermCheck first = season.checks.get(0);
		Person technical = given.person("赵专家", given.organisation("HOST", "东北大学"), Role.EXPERT);
		Person finance = given.person("钱会计", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);

		// the PI is refused with the field named and what was typed still there, then
		// reports
		Page pi = browser.signIn(site, season.cast.pi(), width);
		pi.navigate(site.address() + "/tasks/" + season.task(first, "reportProgress").id());
		pi.check("[name=progressState][value=ON_PLAN]");
		pi.fill("[name=summary]", "模型已建立，误差降至25%。");
		pi.fill("[name='spending[0].spent']", "900000.01");
		pi.fill("[name='reached[0].actual']", "±25");
		pi.check("[name=declaration]");
		WebBrowser.picture(pi, "midterm-1-report-" + width);
		pi.click("button[value=check]");
		assertThat(pi.textContent("#error-summary")).contains("900000");
		assertThat(pi.inputValue("[name=summary]")).isEqualTo("模型已建立，误差降至25%。");
		pi.fill("[name='spending[0].spent']", "500000");
		pi.click("button[value=check]");
		pi.click("main form .btn-primary");
		assertThat(pi.textContent("h1")).isEqualTo("已提交");
		assertThat(season.state(first)).isEqualTo(MidtermState.ENDORSING);
		season.complete(season.cast.host(), first, "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
		season.checks.subList(1, 3).forEach((check) -> season.report(check, "ON_PLAN"));
		season.checks.forEach(
				(check) -> season.complete(season.cast.officer(), check, "assignExperts", Map.of("technicalExperts",
						List.of(Long.toString(technical.id())), "financeExpert", Long.toString(finance.id()))));

		// the finance expert sees the money and nothing of the work
		Page expert = browser.signIn(site, finance, width);
		expert.navigate(site.address() + "/tasks/" + season.task(first, "reviewSpending").id());
		assertThat(expert.textContent("main")).contains("设备费", "500,000.00").doesNotContain("建立损伤演化模型");
		expert.check("[name=conflict][value=NONE]");
		expert.check("[name=grade][value=A]");
		expert.fill("[name=reasons]", "账目清楚，支出合规。");
		expert.check("[name=pledge]");
		WebBrowser.picture(expert, "midterm-2-finance-" + width);
		expert.click("button[value=check]");
		expert.click("main form .btn-primary");
		season.complete(technical, first, "reviewProgress",
				Map.of("conflict", "NONE", "grade", "A", "reasons", "进展与计划一致。", "pledge", true));
		season.complete(season.cast.contact(), first, "coFunderOpinion", Map.of("served", "YES", "reasons", "满足。"));
		season.checks.subList(1, 3)
			.forEach((check) -> season.review(check, Map.of(technical.id(), technical, finance.id(), finance), "A"));

		// the officer looks at what would become of each, then decides on all at once
		Page office = browser.signIn(site, season.cast.officer(), width);
		office.navigate(site.address() + "/midterm");
		office.fill("#text", season.cast.host().organisationName());
		office.click("main form.filters button");
		office.click("a:has-text('批量办理')");
		office.check("#action-DECIDE");
		office.fill("#remarks", "请继续按计划推进。");
		office.click("main form .btn-primary");
		assertThat(office.textContent("#preview")).contains("将办理 3 项，跳过 0 项");
		WebBrowser.picture(office, "midterm-3-batch-" + width);
		office.click("#preview form .btn-primary");
		assertThat(office.textContent("[role=status]")).contains("已办理 3 项");
		WebBrowser.picture(office, "midterm-4-decided-" + width);
		engine.settle();
		assertThat(season.checks).allMatch((check) -> season.state(check).isEnded());
		pi.navigate(site.address() + "/midterm/" + first.id());
		assertThat(pi.textContent("main")).contains("决定书 ZJ").doesNotContain("钱会计", "赵专家");
		WebBrowser.picture(pi, "midterm-5-letter-" + width);
	}

}
