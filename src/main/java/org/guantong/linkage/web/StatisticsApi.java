package org.guantong.linkage.web;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.linkage.FieldFigures;
import org.guantong.linkage.Funnel;
import org.guantong.linkage.Statistics;

/** The figures as JSON. */
@RestController
class StatisticsApi {

	private final Statistics statistics;

	StatisticsApi(Statistics statistics) {
		this.statistics = statistics;
	}

	record Figures(List<Funnel.Step> funnel, List<FieldFigures> fields) {
	}

	/** Of one round, or of all without one. */
	@GetMapping("/api/statistics")
	Figures figures(@RequestParam(required = false) Long round, @AuthenticationPrincipal Person reader) {
		return new Figures(statistics.funnel(reader, round).steps(), statistics.byField(reader, round));
	}

}
