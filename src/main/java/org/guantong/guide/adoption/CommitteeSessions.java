package org.guantong.guide.adoption;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.adoption.CommitteeSession.Item;
import org.guantong.guide.adoption.CommitteeSession.Member;
import org.guantong.identity.Person;
import org.guantong.shared.NotFound;

/** The sessions of the management committee and what is recorded of each. */
@Component
class CommitteeSessions {

	private final JdbcClient jdbc;

	CommitteeSessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All sessions, the latest first. */
	List<SessionEntry> all() {
		return jdbc.sql("""
				select s.id, s.title, r.title as round_title, s.held_at, s.closed_at,
				       (select count(*) from committee_item i where i.session_id = s.id) as directions,
				       (select count(*) from committee_item i where i.session_id = s.id and i.adopted) as adopted
				from committee_session s join round r on r.id = s.round_id order by s.held_at desc, s.id desc
				""").query(SessionEntry.class).list();
	}

	CommitteeSession require(long id) {
		return jdbc.sql("""
				select s.*, r.title as round_title, r.quorum, r.pass_share from committee_session s
				join round r on r.id = s.round_id where s.id = ?
				""")
			.param(id)
			.query((row, index) -> new CommitteeSession(id, row.getInt("version"), row.getLong("round_id"),
					row.getString("round_title"), row.getString("title"), row.getTimestamp("held_at").toInstant(),
					row.getString("place"), row.getInt("seats"), row.getString("minutes"), row.getBigDecimal("quorum"),
					row.getBigDecimal("pass_share"), instant(row.getTimestamp("closed_at")), present(id), items(id)))
			.optional()
			.orElseThrow(() -> new NotFound("session", id));
	}

	/** Directions of a round that are on the agenda of a session not closed yet. */
	List<Long> onAgenda(long round) {
		return jdbc.sql("""
				select i.direction_id from committee_item i join committee_session s on s.id = i.session_id
				where s.round_id = ? and s.closed_at is null
				""").param(round).query(Long.class).list();
	}

	long create(long round, SessionSheet sheet, List<Long> directions, Person actor) {
		long id = jdbc.sql("""
				insert into committee_session (round_id, title, held_at, place, seats, minutes, created_by)
				values (?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(round, sheet.title(), Timestamp.from(sheet.heldAt()), sheet.place(), sheet.seats(), sheet.minutes(),
					actor.id())
			.query(Long.class)
			.single();
		for (int i = 0; i < directions.size(); i++) {
			jdbc.sql("insert into committee_item (session_id, direction_id, position) values (?, ?, ?)")
				.params(id, directions.get(i), i + 1)
				.update();
		}
		return id;
	}

	/**
	 * @return whether it still was what the caller had seen
	 */
	boolean save(CommitteeSession seen, SessionSheet sheet) {
		boolean saved = jdbc.sql("""
				update committee_session set title = ?, held_at = ?, place = ?, seats = ?, minutes = ?,
				  version = version + 1 where id = ? and version = ?
				""")
			.params(sheet.title(), Timestamp.from(sheet.heldAt()), sheet.place(), sheet.seats(), sheet.minutes(),
					seen.id(), seen.version())
			.update() == 1;
		if (saved) {
			attend(seen.id(), sheet.present());
			sheet.votes().forEach((direction, vote) -> vote(seen.id(), direction, vote));
		}
		return saved;
	}

	void decide(long session, long direction, boolean adopted) {
		jdbc.sql("update committee_item set adopted = ? where session_id = ? and direction_id = ?")
			.params(adopted, session, direction)
			.update();
	}

	/**
	 * @return whether it still was what the caller had seen
	 */
	boolean close(CommitteeSession seen, Person actor, Instant now) {
		return jdbc.sql("""
				update committee_session set closed_at = ?, closed_by = ?, version = version + 1
				where id = ? and version = ? and closed_at is null
				""").params(Timestamp.from(now), actor.id(), seen.id(), seen.version()).update() == 1;
	}

	private void attend(long session, List<Member> present) {
		jdbc.sql("delete from committee_attendance where session_id = ?").param(session).update();
		for (int i = 0; i < present.size(); i++) {
			jdbc.sql("insert into committee_attendance (session_id, position, name, organisation) values (?, ?, ?, ?)")
				.params(session, i + 1, present.get(i).name(), present.get(i).organisation())
				.update();
		}
	}

	private void vote(long session, long direction, SessionSheet.Vote vote) {
		jdbc.sql("""
				update committee_item set votes_for = :for, votes_against = :against, abstentions = :abstentions,
				  deferred = :deferred, remarks = :remarks where session_id = :session and direction_id = :direction
				""")
			.param("for", vote.votesFor(), Types.INTEGER)
			.param("against", vote.votesAgainst(), Types.INTEGER)
			.param("abstentions", vote.abstentions(), Types.INTEGER)
			.param("deferred", vote.deferred())
			.param("remarks", vote.remarks())
			.param("session", session)
			.param("direction", direction)
			.update();
	}

	private List<Member> present(long session) {
		return jdbc.sql("select name, organisation from committee_attendance where session_id = ? order by position")
			.param(session)
			.query(Member.class)
			.list();
	}

	private List<Item> items(long session) {
		return jdbc
			.sql("""
					select i.direction_id, g.code, g.title, f.name as field_name, f.name_en as field_name_en, g.text, i.votes_for,
					       i.votes_against, i.abstentions, i.deferred, i.adopted, i.remarks
					from committee_item i join guide_direction g on g.id = i.direction_id join field f on f.id = g.field_id
					where i.session_id = ? order by i.position
					""")
			.param(session)
			.query(Item.class)
			.list();
	}

	private static Instant instant(Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

}
