package org.guantong.linkage.web;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.guide.edition.Edition;
import org.guantong.guide.edition.EditionDirection;
import org.guantong.guide.edition.GuideBook;
import org.guantong.guide.edition.PublishedGuides;
import org.guantong.linkage.Portal;
import org.guantong.linkage.PublicDirection;

/** What is published as JSON, for everybody and without a token. */
@RestController
class PublicJson {

	private static final int LARGEST_PAGE = 200;

	private final Portal portal;

	private final PublishedGuides guides;

	PublicJson(Portal portal, PublishedGuides guides) {
		this.portal = portal;
		this.guides = guides;
	}

	record Page(List<PublicDirection> items, long total) {
	}

	record PublicEdition(int number, Edition.Kind kind, String reason, java.time.Instant publishedAt, int directions,
			String digest) {
	}

	record Guide(long roundId, String title, String fund, int year, int edition, java.time.Instant publishedAt,
			String digest, List<PublicEdition> editions, List<EditionDirection> directions) {
	}

	@GetMapping("/public/directions.json")
	Page directions(PublicSearch search, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return new Page(
				portal.directions(search.filter(), Math.max(0, page), Math.max(1, Math.min(size, LARGEST_PAGE))),
				portal.countDirections(search.filter()));
	}

	@GetMapping("/public/guides.json")
	List<PublishedGuides.Guide> guides() {
		return guides.all();
	}

	@GetMapping("/public/guides/{round}.json")
	Guide guide(@PathVariable long round) {
		GuideBook book = guides.inForce(round);
		List<PublicEdition> editions = guides.editions(round)
			.stream()
			.map((one) -> new PublicEdition(one.number(), one.kind(), one.reason(), one.publishedAt(), one.directions(),
					one.digest()))
			.toList();
		return new Guide(round, book.roundTitle(), book.fund(), book.year(), book.edition(), book.publishedAt(),
				book.digest(), editions, book.directions());
	}

}
