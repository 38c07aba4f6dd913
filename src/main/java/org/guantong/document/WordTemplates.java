package org.guantong.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Every template that ever was in force; the latest one is. */
@Component
class WordTemplates {

	private final JdbcClient jdbc;

	private final Clock clock;

	WordTemplates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param number 0 for the standard one before anything was replaced
	 */
	record Template(int number, byte[] content) {
	}

	/**
	 * One time a template was put in force.
	 *
	 * @param standard whether it was the one that comes with the product
	 */
	record Entry(int number, String fileName, boolean standard, long size, String by, Instant at) {
	}

	Template inForce(WordKind kind) {
		return jdbc.sql("select number, content from word_template where kind = ? order by number desc limit 1")
			.param(kind.key())
			.query((row, index) -> new Template(row.getInt("number"), row.getBytes("content")))
			.optional()
			.map((found) -> found.content() == null ? new Template(found.number(), standard(kind)) : found)
			.orElseGet(() -> new Template(0, standard(kind)));
	}

	/** The template of that number; empty when there is none. */
	Optional<Template> find(WordKind kind, int number) {
		if (number == 0) {
			return Optional.of(new Template(0, standard(kind)));
		}
		return jdbc.sql("select number, content from word_template where kind = ? and number = ?")
			.params(kind.key(), number)
			.query((row, index) -> new Template(row.getInt("number"), row.getBytes("content")))
			.optional()
			.map((found) -> found.content() == null ? new Template(number, standard(kind)) : found);
	}

	/** What was in force, the latest first. */
	List<Entry> history(WordKind kind) {
		return jdbc.sql("""
				select t.number, t.file_name, t.content is null as standard, coalesce(length(t.content), 0) as size,
				       a.name, t.put_at
				from word_template t join account a on a.id = t.put_by where t.kind = ? order by t.number desc
				""")
			.param(kind.key())
			.query((row, index) -> new Entry(row.getInt("number"), row.getString("file_name"),
					row.getBoolean("standard"), row.getLong("size"), row.getString("name"),
					row.getTimestamp("put_at").toInstant()))
			.list();
	}

	/**
	 * Puts a template in force.
	 * @param content null for the standard one
	 */
	long put(WordKind kind, String fileName, byte[] content, Person actor) {
		return jdbc.sql("""
				insert into word_template (kind, number, file_name, content, put_by, put_at)
				values (:kind, (select coalesce(max(number), 0) + 1 from word_template where kind = :kind),
				        :name, :content, :actor, :now)
				returning id
				""")
			.param("kind", kind.key())
			.param("name", fileName)
			.param("content", content, Types.BINARY)
			.param("actor", actor.id())
			.param("now", Timestamp.from(clock.instant()))
			.query(Long.class)
			.single();
	}

	private static byte[] standard(WordKind kind) {
		try {
			return new ClassPathResource(kind.standard()).getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
