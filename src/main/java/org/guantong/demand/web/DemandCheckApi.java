package org.guantong.demand.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.demand.DemandCheckService;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;

/** Checking the form of a co-funder's demands as JSON. */
@RestController
@RequestMapping("/api/rounds/{round}/check/{coFunder}")
class DemandCheckApi {

	private static final int LARGEST_PAGE = 1000;

	private final DemandCheckService checks;

	private final RoundService rounds;

	DemandCheckApi(DemandCheckService checks, RoundService rounds) {
		this.checks = checks;
		this.rounds = rounds;
	}

	record CheckPage(List<DemandVerdicts.Row> items, long total, Map<String, Long> counts) {
	}

	/**
	 * A verdict for those demands, or for all laid before the office.
	 *
	 * @param reason 2 to 500 characters to return or reject
	 */
	record Given(Set<Long> demandIds, boolean all, Verdict verdict, String reason) {
	}

	@GetMapping
	CheckPage list(@AuthenticationPrincipal Person me, @PathVariable long round, @PathVariable long coFunder,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "50") int size) {
		rounds.require(me, round);
		DemandVerdicts.Page found = checks.find(me, round, coFunder, new DemandVerdicts.Filter(null, null, q),
				Math.max(0, page), Math.max(1, Math.min(size, LARGEST_PAGE)));
		return new CheckPage(found.items(), found.total(), checks.counts(me, round, coFunder));
	}

	@PostMapping
	DemandCheckService.Report give(@AuthenticationPrincipal Person me, @PathVariable long round,
			@PathVariable long coFunder, @RequestBody Given given) {
		rounds.require(me, round);
		Set<Long> named = given.demandIds() == null ? Set.of() : given.demandIds();
		return checks.give(me, round, coFunder,
				new DemandCheckService.Selection(named, given.all(), DemandVerdicts.Filter.any()), given.verdict(),
				given.reason());
	}

}
