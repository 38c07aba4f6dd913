package org.guantong.guide;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

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

/** From sign-off to a correction in a real browser, on a desk and on a phone. */
@GuantongTest
@NeedsBrowser
class GuidePublicationBrowserTest {

	private static WebBrowser browser;

	@Autowired
	Site site;

	@Autowired
	Clock clock;

	GuideStage stage;

	@BeforeAll
	static void open() {
		browser = WebBrowser.open();
	}

	@AfterAll
	static void close() {
		browser.close();
	}

	@Test
	void aGuideIsSignedOffAdoptedPublishedAndCorrected(@Autowired Given given, @Autowired DirectionService service,
			@Autowired GuideDirections directions, @Autowired ExpertService directory, @Autowired Tasks tasks,
			@Autowired Inbox inbox, @Autowired Cases cases, @Autowired Engine engine) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3)
			.reviewed("APPROVE", 18);
		Page leader = browser.signIn(site, stage.leaders.get(0), 390);
		look(leader, "/sign-off", "sign-off");
		leader.check("#rest");
		leader.click("main form button.btn-primary");
		assertThat(leader.textContent("[role=status]")).contains("已提交 1 个方向");
		stage.signOff(stage.leaders.get(1), true);

		Page committee = browser.signIn(site, stage.committee, 1280);
		look(committee, "/adoption", "adoption");
		stage.complete(stage.committee, "adoptDirection",
				Map.of("votesFor", 7, "votesAgainst", 1, "abstentions", 1, "decision", "ADOPT"));
		Page office = browser.signIn(site, stage.officer, 1280);
		String guide = "/guides/" + stage.round;
		look(office, guide, "guide");
		look(office, guide + "/publication", "publication");
		LocalDateTime later = LocalDateTime.now(clock).toLocalDate().plusDays(30).atTime(9, 0);
		office.fill("#publishAt", later.toString());
		office.click("main form button.btn-primary");
		assertThat(office.textContent("main")).contains("1 个方向定于 " + later.toLocalDate() + " 09:00 一同发布");
		office.click("summary:has-text('改期')");
		WebBrowser.picture(office, "guide-publication-moved");
		office.click("button[value=NOW]");
		assertThat(office.textContent("[role=status]")).contains("已改期");
		engine.settle();

		look(office, guide + "/correction", "correction");
		office.fill("#reason", "名称有错字，予以更正");
		office.click("main form button.btn-primary");
		look(office, guide + "/correction", "correction-draft");
		look(office, guide + "/correction/" + stage.direction, "correction-editor");
		look(office, "/admin/templates/guide", "template");
		Page anybody = browser.window(1280);
		for (String page : List.of("/public/guides", "/public/guides/" + stage.round,
				"/public/directions/" + stage.direction, "/public/directions?code=" + stage.code)) {
			look(anybody, page, "public-" + page.replaceAll("\\W+|\\d+", "-"));
		}
	}

	/** Its pictures in both languages; ends in Chinese. */
	private void look(Page page, String path, String name) {
		for (String language : List.of("en", "zh")) {
			page.navigate(site.address() + path + (path.contains("?") ? "&" : "?") + "lang=" + language);
			assertThat(page.textContent("main")).doesNotContain("??");
			WebBrowser.picture(page, "guide-" + name + "-" + language);
		}
	}

}
