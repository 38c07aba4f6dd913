package org.guantong.guide.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.Rounds;
import org.guantong.guide.edition.Edition;
import org.guantong.guide.edition.PublicationPlan;
import org.guantong.guide.edition.PublicationService;
import org.guantong.guide.edition.PublishedGuides;
import org.guantong.guide.edition.ReschedulingService;
import org.guantong.identity.Person;

/** Guides as JSON: their editions, and when the next one appears. */
@RestController
@RequestMapping("/api/guides/{roundId}")
class GuideApi {

	private final PublishedGuides published;

	private final PublicationService publication;

	private final ReschedulingService rescheduling;

	private final Rounds rounds;

	GuideApi(PublishedGuides published, PublicationService publication, ReschedulingService rescheduling,
			Rounds rounds) {
		this.published = published;
		this.publication = publication;
		this.rescheduling = rescheduling;
		this.rounds = rounds;
	}

	record Numbered(long id, Integer number) {
	}

	/**
	 * @param publishAt null for at once
	 * @param directions null for all that wait, with the numbers proposed
	 */
	record Wanted(List<Numbered> directions, Instant publishAt) {
	}

	/**
	 * @param version the edition's version seen
	 * @param publishAt null for at once
	 */
	record Moved(int version, Instant publishAt) {
	}

	@GetMapping("/editions")
	List<Edition> editions(@PathVariable long roundId) {
		rounds.require(roundId);
		return published.editions(roundId);
	}

	@GetMapping("/publication")
	PublicationPlan plan(@AuthenticationPrincipal Person actor, @PathVariable long roundId) {
		return publication.plan(actor, roundId);
	}

	@PostMapping("/publication")
	@ResponseStatus(HttpStatus.CREATED)
	Edition schedule(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestBody Wanted wanted) {
		Map<Long, Integer> numbers = new LinkedHashMap<>();
		if (wanted.directions() == null) {
			publication.plan(actor, roundId).waiting().forEach((one) -> numbers.put(one.directionId(), one.number()));
		}
		else {
			wanted.directions().forEach((one) -> numbers.put(one.id(), one.number()));
		}
		return publication.schedule(actor, roundId, numbers, wanted.publishAt());
	}

	/** Lets a scheduled edition appear at another time. */
	@PutMapping("/publication/{edition}")
	Edition move(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long edition,
			@RequestBody Moved wanted) {
		return rescheduling.move(actor, roundId, edition, wanted.version(), wanted.publishAt());
	}

	/**
	 * Calls a scheduled edition off; its directions wait for another time to be arranged.
	 */
	@PostMapping("/publication/{edition}/call-off")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void callOff(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long edition,
			@RequestBody CalledOff wanted) {
		rescheduling.callOff(actor, roundId, edition, wanted.version(), wanted.reason());
	}

	/** The version it was seen in, and why. */
	record CalledOff(int version, String reason) {
	}

}
