package org.guantong.linkage.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

import org.guantong.guide.edition.PublishedGuides;
import org.guantong.linkage.Portal;
import org.guantong.linkage.PublicFilter;

/** What is published as Atom feeds (RFC 4287). */
@Controller
class FeedController {

	private static final int ENTRIES = 50;

	private static final MediaType ATOM = new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

	private final Portal portal;

	private final PublishedGuides guides;

	private final MessageSource messages;

	private final Clock clock;

	private final String site;

	FeedController(Portal portal, PublishedGuides guides, MessageSource messages, Clock clock,
			@Value("${guantong.base-url}") String site) {
		this.portal = portal;
		this.guides = guides;
		this.messages = messages;
		this.clock = clock;
		this.site = site;
	}

	/** Directions as they were published or corrected last, filtered like their list. */
	@GetMapping("/public/feed")
	ResponseEntity<byte[]> feed(PublicSearch search, @RequestParam(defaultValue = "0") int page, Locale locale) {
		int from = Math.max(0, page);
		PublicFilter filter = search.filter();
		List<AtomFeed.Entry> entries = portal.latestDirections(filter, from, ENTRIES)
			.stream()
			.map((one) -> new AtomFeed.Entry(site + "/public/directions/" + one.id(), one.title(), one.changedAt(),
					one.roundTitle() + " · " + one.fieldName()))
			.toList();
		boolean more = portal.countDirections(filter) > (from + 1L) * ENTRIES;
		return atom(
				new AtomFeed(say("linkage.feed.title", locale), say("app.name", locale), address("/public/feed", from),
						address("/public/directions", 0), more ? address("/public/feed", from + 1) : null, entries));
	}

	/** What was asked for, at another place of the site. */
	private String address(String path, int page) {
		UriComponentsBuilder asked = ServletUriComponentsBuilder.fromCurrentRequest().replaceQueryParam("page");
		if (page > 0) {
			asked.queryParam("page", page);
		}
		String query = asked.build().getQuery();
		return site + path + (query == null ? "" : "?" + query);
	}

	/** Every edition of every guide, corrections included. */
	@GetMapping("/public/guides/feed")
	ResponseEntity<byte[]> guides(Locale locale) {
		List<AtomFeed.Entry> entries = guides.all()
			.stream()
			.flatMap(
					(guide) -> guides.editions(guide.roundId())
						.stream()
						.map((edition) -> new AtomFeed.Entry(
								site + "/public/guides/" + guide.roundId() + "/editions/" + edition.number(),
								say("guide.edition.title", locale, guide.roundTitle())
										+ " · " + say("guide.edition.number", locale, edition.number()),
								edition.publishedAt(),
								say("guide.edition.kind." + edition.kind(), locale)
										+ (edition.reason().isEmpty() ? "" : " · " + edition.reason()))))
			.sorted(Comparator.comparing(AtomFeed.Entry::updated).reversed())
			.limit(ENTRIES)
			.toList();
		return atom(new AtomFeed(say("linkage.feed.guides", locale), say("app.name", locale),
				site + "/public/guides/feed", site + "/public/guides", null, entries));
	}

	private ResponseEntity<byte[]> atom(AtomFeed feed) {
		return ResponseEntity.ok().contentType(ATOM).body(feed.write(clock.instant()));
	}

	private String say(String key, Locale locale, Object... arguments) {
		return messages.getMessage(key, arguments, locale);
	}

}
