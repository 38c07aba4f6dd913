package org.guantong.demand;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.demand.DemandCheckService.Selection;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandVerdicts.Filter;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An officer checks a long list: one verdict for many demands. */
class DemandCheckTest extends NeedsTest {

	private static final int MANY = 8;

	@Autowired
	private Site site;

	@BeforeEach
	void aLongListIsSigned() {
		open();
		IntStream.range(0, MANY).forEach((i) -> demand(contact, i < 3 ? "高速轴承磨损机理" + i : "盐碱地改良" + i));
		submit(contact);
		sign(leader);
	}

	@Test
	void oneVerdictHoldsForAllThatASearchFinds() {
		Filter bearings = new Filter(null, null, "轴承");

		int given = give(new Selection(Set.of(), true, bearings), Verdict.RETURN, "请写明工况").given();

		assertThat(given).isEqualTo(3);
		assertThat(counts()).containsEntry("RETURN", 3L).containsEntry("NONE", MANY - 3L);
	}

	@Test
	void nothingIsHandedOnWhileOneIsUndecided() {
		give(new Selection(Set.of(), true, new Filter(null, null, "轴承")), Verdict.ACCEPT, "");

		assertThatThrownBy(() -> complete(officer, "checkForm", Map.of("confirmed", true)))
			.isInstanceOfSatisfying(InvalidInput.class, (ex) -> assertThat(ex.problems())
				.anySatisfy((one) -> assertThat(one.messageKey()).isEqualTo("demand.problem.undecided")));
		assertThat(demands.findByRoundIdAndStateOrderByCode(round.id(), Demand.State.ACCEPTED))
			.as("a verdict does nothing before it is confirmed")
			.isEmpty();
	}

	@Test
	void aVerdictCanBeChangedUntilItIsConfirmed() {
		give(everything(), Verdict.REJECT, "与本轮领域不符");
		give(everything(), Verdict.ACCEPT, "");
		complete(officer, "checkForm", Map.of("confirmed", true));

		assertThat(demands.findByRoundIdAndStateOrderByCode(round.id(), Demand.State.ACCEPTED)).hasSize(MANY);
		assertThatThrownBy(() -> give(everything(), Verdict.REJECT, "太晚了")).isInstanceOf(Stale.class);
	}

	@Test
	void aReasonIsNeededToReturnOrReject() {
		assertThatThrownBy(() -> give(everything(), Verdict.RETURN, " ")).isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> give(new Selection(Set.of(-1L), false, Filter.any()), Verdict.ACCEPT, ""))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void onlyTheOfficeChecks() {
		assertThatThrownBy(() -> checkService.give(contact, round.id(), contact.organisationId(), everything(),
				Verdict.ACCEPT, ""))
			.isInstanceOf(AccessDeniedException.class);
		assertThat(site.browser(leader).get(page()).status()).isEqualTo(403);
	}

	@Test
	void whatWasTypedStaysWhenThePageRefusesIt() {
		Site.Browser browser = site.browser(officer);

		Site.Reply refused = browser.post(page(), Map.of("scope", "all", "reason", "请补充现场数据"));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("请选择审查意见", "请补充现场数据");
		Site.Reply done = browser.post(page(), Map.of("scope", "all", "verdict", "ACCEPT", "reason", ""));
		assertThat(done.status()).isBetween(200, 302);
		assertThat(counts()).containsEntry("ACCEPT", (long) MANY);
	}

	private DemandCheckService.Report give(Selection selection, Verdict verdict, String reason) {
		return checkService.give(officer, round.id(), contact.organisationId(), selection, verdict, reason);
	}

	private Map<String, Long> counts() {
		return checkService.counts(officer, round.id(), contact.organisationId());
	}

	private String page() {
		return "/rounds/" + round.id() + "/check/" + contact.organisationId();
	}

	private static Selection everything() {
		return new Selection(Set.of(), true, Filter.any());
	}

}
