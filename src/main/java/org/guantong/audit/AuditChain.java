package org.guantong.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** The entries on disk, each tied to the one before it. */
@Component
class AuditChain {

	static final String COLUMNS = "id, happened_at, actor_id, actor_name, action, kind, subject_id, detail";

	private static final int CHUNK = 2000;

	private final JdbcClient jdbc;

	AuditChain(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Appends at the end, one transaction after the other: the end is locked until this
	 * transaction is over, so call it as the last thing in it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void append(List<Act> acts) {
		End end = end("for update");
		for (Act act : acts) {
			AuditEntry entry = act.at(end.entries() + 1);
			byte[] hash = Seal.of(entry, end.hash());
			insert(entry, end.hash(), hash);
			end = new End(entry.id(), hash);
		}
		jdbc.sql("update audit_chain set entries = ?, hash = ?").params(end.entries(), end.hash()).update();
	}

	/** Recomputes every link, as of one moment. */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public AuditCheck verify() {
		End end = end("");
		End sound = new End(0, new byte[32]);
		List<Link> chunk = links(0);
		while (!chunk.isEmpty()) {
			for (Link link : chunk) {
				if (!link.follows(sound)) {
					return broken(sound);
				}
				sound = new End(link.entry().id(), link.hash());
			}
			chunk = links(sound.entries());
		}
		boolean whole = sound.entries() == end.entries() && Arrays.equals(sound.hash(), end.hash());
		return whole ? new AuditCheck(sound.entries(), null, HexFormat.of().formatHex(sound.hash())) : broken(sound);
	}

	private static AuditCheck broken(End sound) {
		return new AuditCheck(sound.entries(), sound.entries() + 1, HexFormat.of().formatHex(sound.hash()));
	}

	private void insert(AuditEntry entry, byte[] previous, byte[] hash) {
		jdbc.sql("insert into audit_entry (" + COLUMNS + """
				, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(Arrays.asList(entry.id(), Timestamp.from(entry.happenedAt()), entry.actorId(), entry.actorName(),
					entry.action(), entry.subject().kind().slug(), entry.subject().id(), entry.detail(), previous,
					hash))
			.update();
	}

	private End end(String lock) {
		return jdbc.sql("select entries, hash from audit_chain " + lock)
			.query((row, index) -> new End(row.getLong(1), row.getBytes(2)))
			.single();
	}

	private List<Link> links(long after) {
		return jdbc.sql("select " + COLUMNS + ", previous_hash, hash from audit_entry where id > ? order by id limit ?")
			.params(after, CHUNK)
			.query((row, index) -> new Link(entry(row), row.getBytes("previous_hash"), row.getBytes("hash")))
			.list();
	}

	static AuditEntry entry(ResultSet row) throws SQLException {
		return new AuditEntry(row.getLong("id"), row.getTimestamp("happened_at").toInstant(),
				row.getObject("actor_id", Long.class), row.getString("actor_name"), row.getString("action"),
				new Ref(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id")), row.getString("detail"));
	}

	/** How far the chain goes, and the hash it ends with. */
	private record End(long entries, byte[] hash) {
	}

	private record Link(AuditEntry entry, byte[] previous, byte[] hash) {

		boolean follows(End end) {
			return entry.id() == end.entries() + 1 && Arrays.equals(previous, end.hash())
					&& Arrays.equals(hash, Seal.of(entry, previous));
		}

	}

}
