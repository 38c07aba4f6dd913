package org.guantong;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
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

	@Test
	void aListOfSeveralPagesLinksToTheNextAndKeepsItsFilters() {
		long coFunder = given.organisation("CO_FUNDER", "辽宁省科技厅");
		Person contact = given.person("联系人", coFunder, Role.CO_FUNDER_CONTACT);
		long round = given.round(given.fund(coFunder));
		IntStream.range(0, 45).forEach((i) -> given.demand(round, contact, "MAT", "高温合金需求" + i));
		Site.Browser browser = site.browser(contact);

		String first = browser.get("/rounds/" + round + "/demands?q=%E9%AB%98%E6%B8%A9").body();

		Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
		assertThat(next.find()).as(first).isTrue();
		Site.Reply second = browser.get(next.group(1).replace("&amp;", "&"));
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.body()).contains("rel=\"prev\"", "高温合金需求");
	}

}
