package org.guantong.guide.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.DirectionContent;
import org.guantong.shared.NotFound;

/** The editions of all guides, and what each says. */
@Component
class Editions {

	private static final String SELECT = """
			select e.*, (select count(*) from guide_edition_direction d where d.edition_id = e.id) as directions
			from guide_edition e
			""";

	private static final String LINES = """
			select d.*, f.name as field_name, f.name_en as field_name_en from guide_edition_direction d
			join field f on f.id = d.field_id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Editions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Edition require(long id) {
		return jdbc.sql(SELECT + "where e.id = ?")
			.param(id)
			.query(Editions::edition)
			.optional()
			.orElseThrow(() -> new NotFound("edition", id));
	}

	/** The published editions of a round, the latest first. */
	List<Edition> published(long round) {
		return jdbc.sql(SELECT + "where e.round_id = ? and e.state = 'PUBLISHED' order by e.number desc")
			.param(round)
			.query(Editions::edition)
			.list();
	}

	Optional<Edition> inForce(long round) {
		return published(round).stream().findFirst();
	}

	/** What is not published yet: scheduled editions and a correction under way. */
	List<Edition> underWay(long round) {
		return jdbc.sql(SELECT + "where e.round_id = ? and e.state in ('SCHEDULED', 'DRAFT', 'PROPOSED') order by e.id")
			.param(round)
			.query(Editions::edition)
			.list();
	}

	/** The edition a direction is scheduled to be published with. */
	Optional<Edition> scheduledWith(long direction) {
		return jdbc.sql(SELECT + """
				where e.state = 'SCHEDULED'
				  and exists (select 1 from guide_edition_direction d where d.edition_id = e.id and d.direction_id = ?)
				""").param(direction).query(Editions::edition).optional();
	}

	/** What an edition says, by field and number. */
	List<EditionDirection> directions(long edition) {
		return jdbc.sql(LINES + "where d.edition_id = ? order by f.position, d.number")
			.param(edition)
			.query(Editions::line)
			.list();
	}

	/** Its text as lines of JSON: what its digest is computed from. */
	String text(long edition) {
		return jdbc.sql("select guide_text(?)").param(edition).query(String.class).single();
	}

	/** Waits to appear at a time, beside what the round has published already. */
	long schedule(long round, Instant at, Long actor) {
		Edition.Kind kind = inForce(round).isPresent() ? Edition.Kind.SUPPLEMENT : Edition.Kind.WHOLE;
		return create(round, kind, Edition.State.SCHEDULED, at, "", actor);
	}

	long create(long round, Edition.Kind kind, Edition.State state, Instant publishAt, String reason, Long actor) {
		return jdbc.sql("""
				insert into guide_edition (round_id, kind, state, publish_at, reason, drafted_by, drafted_at)
				values (:round, :kind, :state, :at, :reason, :actor, :now) returning id
				""")
			.param("round", round)
			.param("kind", kind.name())
			.param("state", state.name())
			.param("at", publishAt == null ? null : Timestamp.from(publishAt), java.sql.Types.TIMESTAMP)
			.param("reason", reason)
			.param("actor", actor, java.sql.Types.BIGINT)
			.param("now", now())
			.query(Long.class)
			.single();
	}

	/** Takes a direction up as it stands; it must have its number. */
	void include(long edition, long direction) {
		jdbc.sql("""
				insert into guide_edition_direction (edition_id, direction_id, field_id, number, code, title,
				  application_codes, text, category, category_name, category_name_en, intensity, expected_application)
				select :edition, g.id, g.field_id, g.number, g.code, g.title, g.application_codes, g.text, g.category,
				       coalesce(c.name, g.category), coalesce(c.name_en, g.category), g.intensity,
				       g.expected_application
				from guide_direction g left join grant_category c on c.code = g.category where g.id = :direction
				""").param("edition", edition).param("direction", direction).update();
	}

	/**
	 * Takes up what another edition says, except of directions that are there already.
	 */
	void includeAll(long edition, long from) {
		jdbc.sql("""
				insert into guide_edition_direction
				select :edition, direction_id, field_id, number, code, title, application_codes, text, category,
				       category_name, category_name_en, intensity, expected_application
				from guide_edition_direction where edition_id = :from
				on conflict (edition_id, direction_id) do nothing
				""").param("edition", edition).param("from", from).update();
	}

	/** It adds to an edition that came before it. */
	void supplement(long edition) {
		jdbc.sql("update guide_edition set kind = 'SUPPLEMENT' where id = ? and kind = 'WHOLE'")
			.param(edition)
			.update();
	}

	/** Writes down what a correction says of a direction. */
	void write(long edition, long direction, DirectionContent content) {
		jdbc.sql("""
				update guide_edition_direction d set title = :title, application_codes = :codes::text[], text = :text,
				  category = :category, intensity = :intensity, expected_application = :expected,
				  category_name = coalesce((select name from grant_category where code = :category), :category),
				  category_name_en = coalesce((select name_en from grant_category where code = :category), :category)
				where edition_id = :edition and direction_id = :direction
				""")
			.param("title", content.title())
			.param("codes", content.applicationCodes().toArray(String[]::new))
			.param("text", content.text())
			.param("category", content.category())
			.param("intensity", content.intensity(), java.sql.Types.NUMERIC)
			.param("expected", content.expectedApplication())
			.param("edition", edition)
			.param("direction", direction)
			.update();
	}

	/** Gives it the next number of its round and closes it for good. */
	void publish(long edition, Instant at, Long confirmedBy) {
		jdbc.sql("""
				update guide_edition e set state = 'PUBLISHED', published_at = :at, confirmed_by = :confirmer,
				  version = version + 1, digest = guide_digest(e.id),
				  number = (select coalesce(max(number), 0) + 1 from guide_edition o where o.round_id = e.round_id)
				where id = :id
				""")
			.param("at", Timestamp.from(at))
			.param("confirmer", confirmedBy, java.sql.Types.BIGINT)
			.param("id", edition)
			.update();
	}

	/**
	 * Moves an edition from one state to another.
	 * @return whether it still was what the caller had seen
	 */
	boolean move(Edition seen, Edition.State to) {
		return jdbc.sql("update guide_edition set state = ?, version = version + 1 where id = ? and version = ?")
			.params(to.name(), seen.id(), seen.version())
			.update() == 1;
	}

	/**
	 * Lets it appear at another time.
	 * @return whether it still was what the caller had seen
	 */
	boolean reschedule(Edition seen, Instant at) {
		return jdbc.sql("update guide_edition set publish_at = ?, version = version + 1 where id = ? and version = ?")
			.params(Timestamp.from(at), seen.id(), seen.version())
			.update() == 1;
	}

	/** Holds back all others who publish in this round until the transaction ends. */
	void lock(long round) {
		jdbc.sql("select id from round where id = ? for update").param(round).query(Long.class).single();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static Edition edition(ResultSet row, int index) throws SQLException {
		return new Edition(row.getLong("id"), row.getInt("version"), row.getLong("round_id"),
				Edition.Kind.valueOf(row.getString("kind")), Edition.State.valueOf(row.getString("state")),
				row.getObject("number", Integer.class), instant(row.getTimestamp("publish_at")),
				row.getString("reason"), row.getObject("drafted_by", Long.class),
				row.getObject("confirmed_by", Long.class), instant(row.getTimestamp("published_at")),
				row.getInt("directions"), row.getString("digest"));
	}

	private static EditionDirection line(ResultSet row, int index) throws SQLException {
		return new EditionDirection(row.getLong("direction_id"), row.getLong("field_id"), row.getString("field_name"),
				row.getString("field_name_en"), row.getInt("number"), row.getString("code"), row.getString("title"),
				List.of((String[]) row.getArray("application_codes").getArray()), row.getString("text"),
				row.getString("category"), row.getString("category_name"), row.getString("category_name_en"),
				row.getBigDecimal("intensity"), row.getString("expected_application"));
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

}
