package org.guantong.guide;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/** An expert judges two directions on one page, with the keyboard alone. */
@GuantongTest
@NeedsBrowser
class ReviewDeskBrowserTest {

	private static final String COMMENT = "科学问题凝练准确，需求明确，建议支持。";

	private static WebBrowser browser;

	@Autowired
	private Site site;

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
	void twoDirectionsAreJudgedAndHandedInFromTheKeyboard(int width, @Autowired Given given,
			@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine) {
		// given
		GuideStage stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3);
		Person expert = stage.experts.get(0);
		for (int i = 0; i < 2; i++) {
			stage.invited(3, 0).accept(expert);
		}
		Page page = browser.signIn(site, expert, width);
		page.navigate(site.address() + "/reviews");
		assertThat(page.locator("[data-desk-card]").count()).isEqualTo(2);
		assertThat(WebBrowser.barriers(page)).isEmpty();

		// when
		for (int i = 0; i < 2; i++) {
			page.keyboard().press("j");
			for (String grade : new String[] { "5", "4", "5", "5", "4", "a", "c" }) {
				page.keyboard().press(grade);
			}
			page.keyboard().type(COMMENT);
			page.keyboard().press("Escape");
		}

		// then
		PlaywrightAssertions.assertThat(page.locator(".desk-index .state-good")).hasCount(2);
		WebBrowser.picture(page, "reviews-1-desk-" + width);
		page.reload();
		assertThat(page.locator("textarea[name=comment]").first().inputValue()).as("kept without a button")
			.isEqualTo(COMMENT);
		page.navigate(site.address() + "/reviews/check");
		assertThat(page.textContent("main")).doesNotContain("未填完");
		WebBrowser.picture(page, "reviews-2-check-" + width);
		page.focus("#pledge");
		page.keyboard().press("Space");
		page.keyboard().press("Enter");
		page.waitForURL("**/reviews");
		assertThat(page.textContent("main")).contains("已提交 2 项", COMMENT);
		WebBrowser.picture(page, "reviews-3-done-" + width);
		assertThat(stage.has(expert, "reviewDirection")).isFalse();
	}

}
