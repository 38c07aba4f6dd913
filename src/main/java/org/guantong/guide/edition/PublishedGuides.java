package org.guantong.guide.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.NotFound;

/** The guides that are published: what everybody may read, signed in or not. */
@Component
@Transactional(readOnly = true)
public class PublishedGuides {

	private static final String GUIDES = """
			select r.id as round_id, r.title as round_title, r.year, j.name as fund, e.number as edition, e.published_at,
			       (select count(*) from guide_edition_direction d where d.edition_id = e.id) as directions
			from guide_in_force e join round r on r.id = e.round_id join joint_fund j on j.id = r.fund_id
			""";

	private final JdbcClient jdbc;

	private final Editions editions;

	PublishedGuides(JdbcClient jdbc, Editions editions) {
		this.jdbc = jdbc;
		this.editions = editions;
	}

	/**
	 * A guide in a list.
	 *
	 * @param edition number of the edition in force
	 * @param directions how many it has
	 */
	public record Guide(long roundId, String roundTitle, int year, String fund, int edition, Instant publishedAt,
			int directions) {
	}

	/** The guides, the latest first. */
	public List<Guide> all() {
		return jdbc.sql(GUIDES + "order by r.year desc, e.published_at desc").query(Guide.class).list();
	}

	/** The editions of a guide, the latest first; none when nothing is published. */
	public List<Edition> editions(long round) {
		return editions.published(round);
	}

	/**
	 * The edition in force.
	 * @throws NotFound when nothing of that round is published
	 */
	public GuideBook inForce(long round) {
		return book(editions.inForce(round).orElseThrow(() -> new NotFound("guide", round)));
	}

	/**
	 * An edition by its number.
	 * @throws NotFound when there is none
	 */
	public GuideBook edition(long round, int number) {
		return book(require(round, number));
	}

	/** What changed with that edition since the one before it; of the first, nothing. */
	public List<DirectionChange> changes(long round, int number) {
		Edition edition = require(round, number);
		if (number == 1) {
			return List.of();
		}
		return DirectionChange.between(editions.directions(require(round, number - 1).id()),
				editions.directions(edition.id()));
	}

	/** The text its digest is computed from. */
	public String text(long round, int number) {
		return editions.text(require(round, number).id());
	}

	/**
	 * What the editions said of one direction, the latest first: only those that changed
	 * it.
	 */
	public List<Said> historyOf(long round, long direction) {
		List<Said> history = editions.published(round)
			.stream()
			.sorted((one, other) -> Integer.compare(one.number(), other.number()))
			.flatMap((edition) -> editions.directions(edition.id())
				.stream()
				.filter((line) -> line.directionId() == direction)
				.map((line) -> new Said(edition.number(), edition.publishedAt(), line)))
			.collect(Collectors.toCollection(java.util.ArrayList::new));
		for (int i = history.size() - 1; i > 0; i--) {
			if (history.get(i).line().content().equals(history.get(i - 1).line().content())) {
				history.remove(i);
			}
		}
		java.util.Collections.reverse(history);
		return history;
	}

	/** What an edition said of a direction. */
	public record Said(int edition, Instant publishedAt, EditionDirection line) {
	}

	private Edition require(long round, int number) {
		return editions.published(round)
			.stream()
			.filter((edition) -> edition.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("edition", round + "/" + number));
	}

	private GuideBook book(Edition edition) {
		return jdbc.sql("""
				select r.title, r.year, j.name from round r join joint_fund j on j.id = r.fund_id where r.id = ?
				""")
			.param(edition.roundId())
			.query((row, index) -> new GuideBook(edition.roundId(), row.getString("title"), row.getString("name"),
					row.getInt("year"), edition.number(), edition.publishedAt(), edition.digest(),
					editions.directions(edition.id())))
			.single();
	}

	static Map<Long, EditionDirection> byId(List<EditionDirection> lines) {
		return lines.stream().collect(Collectors.toMap(EditionDirection::directionId, Function.identity()));
	}

}
