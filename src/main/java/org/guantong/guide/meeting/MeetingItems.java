package org.guantong.guide.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.review.ConflictKind;
import org.guantong.shared.NotFound;

/** The tables of agendas, recusals and votes. */
@Component
class MeetingItems {

	static final String SELECT = """
			select i.*, g.code, g.title from review_meeting_item i join guide_direction g on g.id = i.direction_id
			""";

	private final JdbcClient jdbc;

	MeetingItems(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The agenda, in order. */
	List<MeetingItem> of(long meeting) {
		return jdbc.sql(SELECT + "where i.meeting_id = ? order by i.position, i.id")
			.param(meeting)
			.query(MeetingItems::read)
			.list();
	}

	MeetingItem require(long meeting, long id) {
		return jdbc.sql(SELECT + "where i.id = ? and i.meeting_id = ?")
			.params(id, meeting)
			.query(MeetingItems::read)
			.optional()
			.orElseThrow(() -> new NotFound("meeting item", id));
	}

	/**
	 * Takes a waiting direction of the round to the end of the agenda; answers whether it
	 * was waiting.
	 */
	boolean place(Meeting meeting, long id) {
		return jdbc
			.sql("""
					update review_meeting_item i set meeting_id = :meeting,
					       position = (select coalesce(max(position), 0) + 1 from review_meeting_item where meeting_id = :meeting)
					from guide_direction g where g.id = i.direction_id and i.id = :id and i.meeting_id is null
					  and g.round_id = :round and g.state = 'MEETING'
					""")
			.param("meeting", meeting.id())
			.param("id", id)
			.param("round", meeting.roundId())
			.update() > 0;
	}

	/** Lets an item wait for another meeting. */
	void free(long id) {
		jdbc.sql("delete from review_meeting_recusal where item_id = ?").param(id).update();
		jdbc.sql("update review_meeting_item set meeting_id = null, position = null where id = ?").param(id).update();
	}

	void position(long id, int position) {
		jdbc.sql("update review_meeting_item set position = ? where id = ? and passed is null")
			.params(position, id)
			.update();
	}

	void vote(long id, NewVote.Tally tally, int entitled, boolean passed, String remark, Person actor, Instant now) {
		jdbc.sql("""
				update review_meeting_item set votes_for = ?, votes_against = ?, abstentions = ?, entitled = ?,
				       passed = ?, remark = ?, voted_by = ?, voted_at = ? where id = ?
				""")
			.params(tally.votesFor(), tally.votesAgainst(), tally.abstentions(), entitled, passed, remark, actor.id(),
					Timestamp.from(now), id)
			.update();
	}

	void ballot(long item, long member, Choice choice) {
		jdbc.sql("insert into review_meeting_ballot (item_id, account_id, choice) values (?, ?, ?)")
			.params(item, member, choice.name())
			.update();
	}

	/** Who voted how, when the vote was by name. */
	Map<Long, Choice> ballots(long item) {
		Map<Long, Choice> ballots = new LinkedHashMap<>();
		jdbc.sql("select account_id, choice from review_meeting_ballot where item_id = ? order by account_id")
			.param(item)
			.query((row) -> {
				ballots.put(row.getLong("account_id"), Choice.valueOf(row.getString("choice")));
			});
		return ballots;
	}

	void recuse(long item, long member, ConflictKind kind, String note) {
		jdbc.sql("""
				insert into review_meeting_recusal (item_id, account_id, kind, note) values (?, ?, ?, ?)
				on conflict do nothing
				""").params(item, member, kind.name(), note).update();
	}

	/**
	 * Those whom a conflict on record, or their legal entity, keeps out of a vote. Looked
	 * at again whenever agenda or members change.
	 */
	void recuseKnown(long meeting) {
		jdbc.sql("""
				insert into review_meeting_recusal (item_id, account_id, kind)
				select i.id, m.account_id, coalesce(c.kind, 'SAME_ENTITY')
				from review_meeting_item i
				join panel p on p.kind = 'guide-direction' and p.subject_id = i.direction_id and p.purpose = 'TECHNICAL'
				join review_meeting_member m on m.meeting_id = i.meeting_id
				join account a on a.id = m.account_id
				left join lateral (select min(k.kind) as kind from conflict_of_interest k
				                   where k.panel_id = p.id and k.expert_id = a.id) c on true
				where i.meeting_id = ? and i.passed is null
				  and (c.kind is not null or a.organisation_id = any (p.excluded_organisations)
				       or exists (select 1 from expert_affiliation f where f.account_id = a.id
				                  and f.organisation_id = any (p.excluded_organisations)))
				on conflict do nothing
				""").param(meeting).update();
	}

	List<Recusal> recusals(long meeting) {
		return jdbc.sql("""
				select r.* from review_meeting_recusal r join review_meeting_item i on i.id = r.item_id
				where i.meeting_id = ? order by r.item_id, r.account_id
				""")
			.param(meeting)
			.query((row, index) -> new Recusal(row.getLong("item_id"), row.getLong("account_id"),
					ConflictKind.valueOf(row.getString("kind")), row.getString("note")))
			.list();
	}

	Set<Long> recused(long item) {
		return Set.copyOf(jdbc.sql("select account_id from review_meeting_recusal where item_id = ?")
			.param(item)
			.query(Long.class)
			.list());
	}

	Optional<Long> meetingOf(long item) {
		return jdbc.sql("select meeting_id from review_meeting_item where id = ?")
			.param(item)
			.query((row, index) -> row.getObject("meeting_id", Long.class))
			.optional();
	}

	static MeetingItem read(ResultSet row, int index) throws SQLException {
		Timestamp votedAt = row.getTimestamp("voted_at");
		return new MeetingItem(row.getLong("id"), row.getLong("direction_id"), row.getString("code"),
				row.getString("title"), row.getInt("turn"), row.getObject("position", Integer.class),
				row.getObject("votes_for", Integer.class), row.getObject("votes_against", Integer.class),
				row.getObject("abstentions", Integer.class), row.getObject("entitled", Integer.class),
				row.getObject("passed", Boolean.class), row.getString("remark"),
				votedAt == null ? null : votedAt.toInstant());
	}

}
