package org.guantong.guide;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

/** Two officers in two real browsers on one direction. */
@GuantongTest
@NeedsBrowser
class DirectionEditorBrowserTest {

	private static final String MINE = "针对氢能阀门开裂问题，研究氢的偏聚规律，揭示氢脆机理，为选材提供依据。";

	private static WebBrowser browser;

	@Autowired
	Site site;

	@BeforeAll
	static void open() {
		browser = WebBrowser.open();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@Test
	void whatOneTypesSavesItselfAndWhatBothTypeIsMerged(@Autowired Given given, @Autowired DirectionService service,
			@Autowired GuideDirections directions, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases, @Autowired Engine engine) {
		GuideStage stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 0);
		stage.started().write(stage.content());
		Person colleague = given.officer();
		String address = site.address() + "/directions/" + stage.direction + "/edit";

		Page theirs = browser.signIn(site, colleague, 1280);
		theirs.navigate(address);
		Page mine = browser.signIn(site, stage.officer, 1280);
		mine.navigate(address);

		theirs.fill("#title", "高熵合金氢脆机理与抑制");
		PlaywrightAssertions.assertThat(theirs.locator("[data-note]")).containsText("已自动保存");
		assertThat(stage.now().title()).as("saved by itself").isEqualTo("高熵合金氢脆机理与抑制");

		mine.fill("#text", MINE);
		PlaywrightAssertions.assertThat(mine.locator("[data-conflict]")).isVisible();
		assertThat(stage.now().text()).as("nobody is overwritten").isEqualTo(GuideStage.TEXT);
		WebBrowser.picture(mine, "direction-conflict");
		mine.click("[data-conflict] button");
		PlaywrightAssertions.assertThat(mine.locator("#theirs-title")).isChecked();
		PlaywrightAssertions.assertThat(mine.locator("#mine-text")).isChecked();
		WebBrowser.picture(mine, "direction-merge");
		mine.click(".sticky-actions button");
		mine.click(".sticky-actions button.btn-primary");
		PlaywrightAssertions.assertThat(mine.locator(".alert-success")).isVisible();

		assertThat(stage.now().title()).isEqualTo("高熵合金氢脆机理与抑制");
		assertThat(stage.now().text()).isEqualTo(MINE);
		for (String page : List.of("edit", "versions", "withdraw")) {
			mine.navigate(site.address() + "/directions/" + stage.direction + "/" + page);
			WebBrowser.picture(mine, "direction-" + page);
		}
		for (String page : List.of("numbering", "batch")) {
			mine.navigate(site.address() + "/directions/" + page + "?round=" + stage.round + "&action=NUMBER");
			WebBrowser.picture(mine, "direction-" + page);
		}
	}

}
