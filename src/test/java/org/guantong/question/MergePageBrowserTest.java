package org.guantong.question;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.demand.NeedsTest;
import org.guantong.identity.Person;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An officer makes questions of demands that are alike, and a co-funder answers them: at
 * a desk and on a phone, by mouse and by keyboard.
 */
@NeedsBrowser
class MergePageBrowserTest extends NeedsTest {

	private static WebBrowser browser;

	@Autowired
	private Site site;

	@Autowired
	private QuestionService service;

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
	@ValueSource(ints = { 1280, 390 })
	void anOfficerComparesMergesAndSetsAside(int width) {
		long first = described(contact, "高速切削刀具涂层疲劳失效机理研究", "刀具涂层在高速切削热力耦合下的疲劳裂纹萌生机理不清");
		long second = described(otherContact, "切削刀具涂层高速疲劳失效机理", "高速切削热力耦合使刀具涂层界面疲劳，寿命难以预测");
		described(contact, "盐碱地大豆耐盐基因", "耐盐基因与产量性状的协同关系不清");
		Page page = browser.signIn(site, officer, width);
		page.navigate(site.address() + "/rounds/" + round.id() + "/distillation");

		page.click("details summary:has-text('为什么相近')");
		assertThat(page.textContent("main")).contains("字词", "含义", "共有词", "已归结 0 / 3");
		picture(page, "merge-1-groups", width);
		page.keyboard().press("j");
		assertThat((String) page.evaluate("document.activeElement.getAttribute('aria-labelledby')"))
			.isEqualTo("group-0");
		page.keyboard().press("c");
		page.waitForURL("**/compare?**");
		assertThat(page.locator("mark.shared").count()).isGreaterThan(1);
		assertThat(page.locator(".compare-card").count()).isEqualTo(2);
		picture(page, "merge-2-compare", width);
		page.click("button:has-text('并非同一需求')");
		assertThat(page.textContent("#error-summary")).as("a reason is needed").contains("请填写");
		page.fill("#f-title", "刀具涂层热力耦合疲劳失效机理");
		page.click("button[value=propose]");
		assertThat(page.textContent("[role=status]")).contains("刀具涂层热力耦合疲劳失效机理");
		assertThat(questionOf(first)).isEqualTo(questionOf(second)).isNotNull();

		page.click("button:has-text('结束凝练')");
		assertThat(page.textContent("#error-summary")).contains("盐碱地大豆耐盐基因", "刀具涂层热力耦合疲劳失效机理");
		picture(page, "merge-3-refused", width);
		page.click(".tabs a:has-text('单独需求')");
		page.check("[name=demandIds]");
		page.click("button:has-text('比较所选需求')");
		page.fill("#f-reason", "与在研项目重复");
		page.click("button:has-text('不凝练所选需求')");
		assertThat(page.textContent("main")).contains("已归结 3 / 3");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1280, 390 })
	void aCoFunderAnswersItsQuestionsOnOnePage(int width) {
		ScientificQuestion one = worded("涂层界面损伤", described(contact, "刀具涂层疲劳", "难"));
		ScientificQuestion other = worded("轴承精度保持", described(contact, "轴承磨损", "难"));
		Page page = browser.signIn(site, leader, width);
		page.click(".task-title");
		page.click("main a.btn-primary");
		assertThat(page.url()).contains("/consultation#q-");
		page.check("#agree-" + one.id());
		page.check("#object-" + other.id());
		page.fill("#f-reasons-" + other.id(), "应限于重载工况");
		page.waitForFunction("() => document.querySelector('[data-note]').textContent.length > 0");
		page.reload();
		assertThat(page.inputValue("#f-reasons-" + other.id())).as("kept without a button").isEqualTo("应限于重载工况");
		picture(page, "consultation-1-answers", width);
		page.click("button[value=submit]");
		assertThat(page.textContent("main")).contains("已提交 2 条意见");
		engine.settle();

		assertThat(state(one)).isEqualTo("AGREED");
		tasks.complete(officer, task(officer, "wordQuestion", other.subject()).id(), Map.of("decision", "consult",
				"title", "重载轴承精度保持", "statement", "针对重载工况下轴承精度保持，研究其机理和规律", "reply", "已采纳"));
		engine.settle();
		page.navigate(site.address() + "/rounds/" + round.id() + "/consultation");
		assertThat(page.locator("ins").allTextContents().toString()).contains("重载");
		picture(page, "consultation-2-changed", width);
		Page office = browser.signIn(site, officer, width);
		office.navigate(site.address() + "/rounds/" + round.id() + "/consultation");
		picture(office, "consultation-3-board", width);
		office.navigate(site.address() + "/questions/" + other.id());
		picture(office, "consultation-4-question", width);
	}

	private long described(Person by, String title, String difficulties) {
		long demand = given.demand(round.id(), by, "MAT", title);
		jdbc.sql("update demand set difficulties = ?, gap = '依赖进口，缺少模型', unit = '某机床厂' where id = ?")
			.params(difficulties, demand)
			.update();
		return demand;
	}

	private ScientificQuestion worded(String title, long demand) {
		ScientificQuestion question = service.propose(officer, round.id(), title, List.of(demand));
		tasks.complete(officer, task(officer, "wordQuestion", question.subject()).id(),
				Map.of("decision", "consult", "title", title, "statement", "针对" + title + "，研究其机理和规律"));
		engine.settle();
		return question;
	}

	private Long questionOf(long demand) {
		return jdbc.sql("select question_id from question_demand where demand_id = ?")
			.param(demand)
			.query(Long.class)
			.single();
	}

	private String state(ScientificQuestion question) {
		return jdbc.sql("select state from scientific_question where id = ?")
			.param(question.id())
			.query(String.class)
			.single();
	}

	private static void picture(Page page, String name, int width) {
		if (width == 1280) {
			WebBrowser.picture(page, name);
		}
	}

}
