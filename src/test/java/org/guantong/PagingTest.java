package org.guantong;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists of more than one page, seen through one of them. */
@GuantongTest
class PagingTest {

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Test
	void theNextPageKeepsTheWordsThatWereLookedForAsTheyWereTyped() {
		Person officer = given.officer();
		long coFunder = given.organisation("CO_FUNDER", "某省");
		Person contact = given.person("联系人", coFunder, Role.CO_FUNDER_CONTACT);
		long round = given.round(given.fund(coFunder));
		for (int i = 0; i < 60; i++) {
			given.demand(round, contact, "BIO", "稻" + i);
		}

		String list = site.browser(officer).get("/rounds/" + round + "/demands?words=%E7%A8%BB").body();

		assertThat(list).contains("/rounds/" + round + "/demands?words=%E7%A8%BB&amp;page=1");
	}

}
