package org.guantong.demand;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Site;
import org.guantong.wording.CriteriaTicks;
import org.guantong.wording.Criterion;
import org.guantong.wording.Tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Hints on the wording of demands: they explain, and keep nobody from anything. */
class DemandWordingTest extends NeedsTest {

	@Autowired
	private Site site;

	@Autowired
	private CriteriaTicks ticks;

	@BeforeEach
	void theRoundIsOpen() {
		open();
	}

	@Test
	void whatIsTypedIsCheckedAndNothingIsSaved() {
		Site.Browser browser = site.browser(contact);
		Map<String, String> typed = new LinkedHashMap<>(Map.of("title", "开发新型耐磨涂层", "background", "我公司自主研发的涂层易脱落"));

		Site.Reply page = browser.post("/rounds/" + round.id() + "/demands/wording", typed);

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("出现“开发”", "<mark>开发</mark>", "没有填写申请代码", "value=\"开发新型耐磨涂层\"");
		assertThat(demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId())).isEmpty();
	}

	@Test
	void aDemandWithHintsCanStillBeHandedOn() {
		Demand demand = demand(contact, "开发耐磨涂层");

		assertThat(site.browser(contact).get("/demands/" + demand.id()).body()).contains("出现“开发”");
		submit(contact);

		assertThat(stateOf(demand)).isEqualTo(Demand.State.SUBMITTED);
	}

	@Test
	void theAuthorTicksCriteriaUntilItIsHandedOn() {
		Demand demand = demand(contact, "涂层界面的脱粘机理");
		Site.Browser browser = site.browser(contact);
		browser.get("/demands/" + demand.id());

		browser.post("/demands/" + demand.id() + "/criteria", Map.of("criteria", "SAFE"));

		assertThat(ticks.of(new Ref(Kind.DEMAND, demand.id()))).extracting(Tick::criterion, Tick::by)
			.containsExactly(tuple(Criterion.SAFE, contact.name()));
		submit(contact);
		assertThat(browser.post("/demands/" + demand.id() + "/criteria", Map.of("criteria", "GUIDING")).status())
			.isEqualTo(409);
	}

	@Test
	void othersNeitherTickNorLook() {
		Demand demand = demand(contact, "涂层界面的脱粘机理");
		Site.Browser other = site.browser(otherContact);
		other.get("/inbox");

		assertThat(other.post("/demands/" + demand.id() + "/criteria", Map.of("criteria", "SAFE")).status())
			.isEqualTo(404);
		assertThat(site.api(otherContact).get("/api/demands/" + demand.id() + "/wording").status()).isEqualTo(404);
		assertThat(site.api(officer).get("/api/demands/" + demand.id() + "/wording").json()).hasSize(5);
	}

}
