package org.guantong.linkage.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.linkage.Statistics;

/** Figures of a round, or of all, as charts with their tables. */
@Controller
class StatisticsController {

	private final Statistics statistics;

	StatisticsController(Statistics statistics) {
		this.statistics = statistics;
	}

	@GetMapping("/statistics")
	String show(@RequestParam(required = false) Long round, @AuthenticationPrincipal Person reader, Model model) {
		model.addAttribute("rounds", statistics.rounds(reader)).addAttribute("round", round);
		model.addAttribute("funnel", statistics.funnel(reader, round));
		model.addAttribute("fields", statistics.byField(reader, round));
		return "linkage/statistics";
	}

}
