package org.guantong.midterm.web;

import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import org.guantong.identity.Person;
import org.guantong.midterm.summary.SeasonReportService;
import org.guantong.midterm.summary.SeasonSummary;

/** The season's report: Word for people, JSON for programs. */
@Controller
class SeasonReportController {

	private final SeasonReportService reports;

	SeasonReportController(SeasonReportService reports) {
		this.reports = reports;
	}

	@GetMapping("/midterm/seasons/report.docx")
	ResponseEntity<byte[]> document(@AuthenticationPrincipal Person actor, @RequestParam long fund,
			@RequestParam int season, Locale locale) {
		return reports.document(actor, fund, season, locale).download();
	}

	@GetMapping("/api/midterm/seasons/summary")
	@ResponseBody
	SeasonSummary summary(@AuthenticationPrincipal Person actor, @RequestParam long fund, @RequestParam int season) {
		return reports.summary(actor, fund, season);
	}

}
