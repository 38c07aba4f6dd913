package org.guantong;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
@NeedsBrowser
class SignInBrowserTest {

	private static WebBrowser browser;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

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

	@Test
	void anOfficerSignsInAndReadsTheInboxInBothLanguages() {
		Page page = browser.signIn(site, given.officer(), 1280);
		assertThat(page.locator("h1").textContent()).isEqualTo("我的待办");
		WebBrowser.picture(page, "inbox-empty-zh");
		page.click("a.language");
		assertThat(page.locator("h1").textContent()).isEqualTo("My inbox");
		WebBrowser.picture(page, "inbox-empty-en");
	}

}
