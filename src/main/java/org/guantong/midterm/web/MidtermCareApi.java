package org.guantong.midterm.web;

import java.time.LocalDate;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.midterm.care.MidtermCareService;
import org.guantong.midterm.care.SeasonEnd;
import org.guantong.midterm.care.SeasonEndService;
import org.guantong.midterm.coauthor.Contribution;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.midterm.visit.MidtermVisit;
import org.guantong.midterm.visit.VisitService;

/** What happens to checks besides their tasks, as JSON. */
@RestController
class MidtermCareApi {

	private final MidtermCareService care;

	private final VisitService visits;

	private final ContributionService contributions;

	private final SeasonEndService seasons;

	MidtermCareApi(MidtermCareService care, VisitService visits, ContributionService contributions,
			SeasonEndService seasons) {
		this.care = care;
		this.visits = visits;
		this.contributions = contributions;
		this.seasons = seasons;
	}

	record Replacement(Long newcomer, String reason) {
	}

	record Reason(String reason) {
	}

	record Findings(LocalDate visitedOn, String findings) {
	}

	record Planned(long id) {
	}

	record Request(String username, String asked, LocalDate dueOn) {
	}

	record Written(int version, String text, boolean submit) {
	}

	record End(long fund, int season, String note) {
	}

	@PostMapping("/api/midterm-checks/{id}/reviews/{review}/replacement")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void replace(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long review,
			@RequestBody Replacement wanted) {
		care.replace(actor, id, review, wanted.newcomer(), wanted.reason());
	}

	@PostMapping("/api/midterm-checks/{id}/cancel")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Reason wanted) {
		care.cancel(actor, id, wanted.reason());
	}

	@GetMapping("/api/midterm-checks/{id}/visits")
	List<MidtermVisit> visits(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return visits.of(actor, id);
	}

	@PostMapping("/api/midterm-checks/{id}/visits")
	@ResponseStatus(HttpStatus.CREATED)
	Planned visit(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody VisitService.Plan plan) {
		return new Planned(visits.plan(actor, id, plan));
	}

	@PutMapping("/api/midterm-checks/{id}/visits/{visit}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void found(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long visit,
			@RequestBody Findings findings) {
		visits.record(actor, id, visit, findings.visitedOn(), findings.findings());
	}

	@GetMapping("/api/midterm-checks/{id}/contributions")
	List<Contribution> contributions(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return contributions.of(actor, id);
	}

	@PostMapping("/api/midterm-checks/{id}/contributions")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void ask(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Request request) {
		contributions.ask(actor, id, request.username(), request.asked(), request.dueOn());
	}

	@GetMapping("/api/contributions")
	List<Contribution> mine(@AuthenticationPrincipal Person actor) {
		return contributions.mine(actor);
	}

	@PutMapping("/api/contributions/{id}")
	Contribution write(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Written written) {
		contributions.write(actor, id, written.version(), written.text(), written.submit());
		return contributions.own(actor, id);
	}

	@GetMapping("/api/midterm/seasons")
	List<SeasonEnd> seasons(@AuthenticationPrincipal Person actor) {
		return seasons.all(actor);
	}

	@PostMapping("/api/midterm/seasons/close")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void close(@AuthenticationPrincipal Person actor, @RequestBody End end) {
		seasons.close(actor, end.fund(), end.season(), end.note());
	}

	@PostMapping("/api/midterm/seasons/reopen")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void reopen(@AuthenticationPrincipal Person actor, @RequestBody End end) {
		seasons.reopen(actor, end.fund(), end.season(), end.note());
	}

}
