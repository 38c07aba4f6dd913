package org.guantong.guide.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionDossier;
import org.guantong.guide.DirectionEntry;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.PublishedDirections;
import org.guantong.guide.PublishedDirections.Published;
import org.guantong.identity.Person;

/** Directions as JSON: the same rules, the same services as the pages. */
@RestController
@RequestMapping("/api")
class DirectionApi {

	private static final int LARGEST_PAGE = 100;

	private final DirectionService directions;

	private final DirectionDirectory directory;

	private final PublishedDirections published;

	private final Rounds rounds;

	DirectionApi(DirectionService directions, DirectionDirectory directory, PublishedDirections published,
			Rounds rounds) {
		this.directions = directions;
		this.directory = directory;
		this.published = published;
		this.rounds = rounds;
	}

	record NewDirection(List<Long> questionIds, String title) {
	}

	record Created(long id, String code) {
	}

	record DirectionText(int version, String title, List<String> applicationCodes, String text, String category,
			BigDecimal intensity, String expectedApplication) {
	}

	record Saved(long id, int version) {
	}

	record DirectionPage(List<DirectionEntry> items, long total) {
	}

	@PostMapping("/rounds/{id}/directions")
	ResponseEntity<Created> start(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody NewDirection wanted) {
		long created = directions.start(actor, id, wanted.questionIds(), wanted.title());
		return ResponseEntity.created(URI.create("/api/directions/" + created))
			.body(new Created(created, directions.read(actor, created).code()));
	}

	@GetMapping("/rounds/{id}/directions")
	DirectionPage ofRound(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) Long field, @RequestParam(required = false) State state,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		rounds.require(id);
		DirectionFilter filter = new DirectionFilter(id, field, state, q);
		int limit = Math.max(1, Math.min(size, LARGEST_PAGE));
		return new DirectionPage(directory.find(actor, filter, Math.max(0, page), limit),
				directory.count(actor, filter));
	}

	/** What this person may know of a direction; what they may not is left out. */
	@GetMapping("/directions/{id}")
	DirectionDossier open(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return directory.open(actor, id);
	}

	@PutMapping("/directions/{id}")
	Saved save(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody DirectionText wanted) {
		GuideDirection saved = directions.save(actor, id, wanted.version(),
				new DirectionContent(wanted.title(), wanted.applicationCodes(), wanted.text(), wanted.category(),
						wanted.intensity(), wanted.expectedApplication()));
		return new Saved(saved.id(), saved.version());
	}

	/** The guide of a round: its published directions. */
	@GetMapping("/guides/{roundId}")
	List<Published> guide(@PathVariable long roundId) {
		rounds.require(roundId);
		return published.of(roundId);
	}

}
