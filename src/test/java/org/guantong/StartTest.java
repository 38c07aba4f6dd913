package org.guantong;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class StartTest {

	@Autowired
	private Engine engine;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Test
	void theApplicationStartsOnAnEmptyDatabase() {
		engine.settle();
		assertThat(site.browser().get("/login").status()).isEqualTo(200);
	}

	@Test
	void anOfficerSeesAnEmptyInboxInBothLanguages() {
		Person officer = given.officer();
		Site.Browser browser = site.browser(officer);
		assertThat(browser.get("/inbox").body()).contains("我的待办", officer.name());
		assertThat(browser.get("/inbox?lang=en").body()).contains("My inbox");
		assertThat(browser.get("/inbox").body()).as("the choice is remembered").contains("My inbox");
	}

	@Test
	void whatDoesNotExistIsSaidPlainly() {
		Person officer = given.officer();
		Site.Reply page = site.browser(officer).get("/tasks/no-such-task");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).contains("没有找到");
		Site.Reply answer = site.api(officer).get("/api/tasks/no-such-task");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.header("Content-Type")).contains("application/problem+json");
	}

}
