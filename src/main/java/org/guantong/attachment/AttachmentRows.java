package org.guantong.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/** The files in the database. */
@Component
class AttachmentRows {

	private static final String SELECT = """
			select t.*, a.name as adder from attachment t join account a on a.id = t.added_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	AttachmentRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One at a time adds to a thing, so that its limits hold. */
	void lock(Ref subject) {
		jdbc.sql("select pg_advisory_xact_lock(hashtext(?), ?)")
			.params("attachment:" + subject.kind().slug(), (int) subject.id())
			.query((row, index) -> true)
			.list();
	}

	List<Attachment> of(Ref subject) {
		return jdbc.sql(SELECT + "where t.subject_kind = ? and t.subject_id = ? order by t.id")
			.params(subject.kind().slug(), subject.id())
			.query((row, index) -> read(subject, row))
			.list();
	}

	Optional<Attachment> find(Ref subject, long id) {
		return jdbc.sql(SELECT + "where t.subject_kind = ? and t.subject_id = ? and t.id = ?")
			.params(subject.kind().slug(), subject.id(), id)
			.query((row, index) -> read(subject, row))
			.optional();
	}

	byte[] content(long id) {
		return jdbc.sql("select content from attachment_content where attachment_id = ?")
			.param(id)
			.query(byte[].class)
			.single();
	}

	long add(Ref subject, String name, FileKind kind, String sha256, NewAttachment wanted, Person by) {
		long id = jdbc.sql("""
				insert into attachment (subject_kind, subject_id, name, kind, size, sha256, description, not_classified,
				                        added_by, added_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(subject.kind().slug(), subject.id(), name, kind.name(), wanted.content().length, sha256,
					wanted.description(), wanted.notClassified(), by.id(), Timestamp.from(clock.instant()))
			.query(Long.class)
			.single();
		jdbc.sql("insert into attachment_content (attachment_id, content) values (?, ?)")
			.params(id, wanted.content())
			.update();
		return id;
	}

	void remove(long id) {
		jdbc.sql("delete from attachment where id = ?").param(id).update();
	}

	private static Attachment read(Ref subject, ResultSet row) throws SQLException {
		return new Attachment(row.getLong("id"), subject, row.getString("name"),
				FileKind.valueOf(row.getString("kind")), row.getLong("size"), row.getString("sha256"),
				row.getString("description"), row.getString("adder"), row.getTimestamp("added_at").toInstant());
	}

}
