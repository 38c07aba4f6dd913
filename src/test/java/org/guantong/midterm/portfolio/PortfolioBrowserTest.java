package org.guantong.midterm.portfolio;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.project.GivenProjects;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;

import static org.assertj.core.api.Assertions.assertThat;

/** The map of all projects and a project's pictures, on the screen and on paper. */
@GuantongTest
@Import(GivenProjects.class)
@NeedsBrowser
class PortfolioBrowserTest {

	/** A4 less its margins, in CSS pixels. */
	private static final int PAPER = 703;

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

	@Test
	void theMapNamesOutliersAndThePicturesFitOnPaper(@Autowired GivenProjects projects, @Autowired JdbcClient jdbc) {
		// given a project behind its plan and one as planned, seen by the host of both
		GivenProjects.Cast cast = projects.cast();
		GivenProjects.Cast fine = projects.cast();
		jdbc.sql("update project set host_id = ? where id = ?")
			.params(cast.host().organisationId(), fine.project().id())
			.update();
		jdbc.sql("update milestone set state = 'DONE', actual_on = planned_on where project_id = ? and number = 1")
			.param(fine.project().id())
			.update();
		jdbc.sql("insert into midterm_setting (round_id, behind_limit) values (?, 60)").param(fine.round()).update();

		// when
		Page page = browser.signIn(site, cast.host(), 1280);
		page.navigate(site.address() + "/portfolio");
		page.waitForSelector("[data-figure=map] svg text:has-text('" + cast.project().code() + "')");

		// then the outlier is named on the map, the other is only in the table
		List<String> named = page.locator("[data-figure=map] svg text").allTextContents();
		assertThat(named).contains(cast.project().code()).doesNotContain(fine.project().code());
		assertThat(page.locator("#projects tbody tr")).satisfies((rows) -> {
			assertThat(rows.count()).isEqualTo(2);
			assertThat(rows.first().textContent()).contains(cast.project().code(), "进展滞后");
		});
		assertThat(WebBrowser.barriers(page)).isEmpty();
		WebBrowser.picture(page, "portfolio");
		fitsOnPaper(page);

		page.locator("#projects tbody a").first().focus();
		page.keyboard().press("Enter");
		page.waitForSelector("[data-figure=timeline] svg");
		assertThat(page.locator("[data-figure] svg").count()).isEqualTo(3);
		assertThat(WebBrowser.barriers(page)).isEmpty();
		WebBrowser.picture(page, "project-figures");
		fitsOnPaper(page);
		assertThat(page.locator(".print-only").textContent()).contains(cast.host().name());
	}

	/** Nothing is cut off at the right edge of the sheet, the pictures neither. */
	private static void fitsOnPaper(Page page) {
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		page.setViewportSize(PAPER, 1000);
		page.waitForFunction("width => window.innerWidth === width", PAPER);
		assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PAPER);
		assertThat((double) page.evaluate("Math.max(...[...document.querySelectorAll('table, [data-figure] svg')]"
				+ ".map((one) => one.getBoundingClientRect().right + 0.001))"))
			.isLessThanOrEqualTo(PAPER + 1);
		assertThat(page.locator(".site-header").isVisible()).isFalse();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
		page.setViewportSize(1280, 900);
		page.waitForFunction("width => window.innerWidth === width", 1280);
	}

}
