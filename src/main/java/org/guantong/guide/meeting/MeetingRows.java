package org.guantong.guide.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The tables of meetings and their members. */
@Component
class MeetingRows {

	private static final String IN_SIGHT = """
			(:all or exists (select 1 from review_meeting_member n
			                 where n.meeting_id = m.id and n.account_id = :person and n.told_at is not null))
			""";

	private final JdbcClient jdbc;

	MeetingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(Round round, NewMeeting wanted) {
		jdbc.sql("select id from round where id = ? for update").param(round.id()).query(Long.class).single();
		return jdbc
			.sql("""
					insert into review_meeting (round_id, code, title, place, meets_at, secret)
					values (:round, :prefix || lpad((select count(*) + 1 from review_meeting where code like :prefix || '%')::text, 2, '0'),
					        :title, :place, :at, :secret) returning id
					""")
			.param("round", round.id())
			.param("prefix", round.code() + "-M")
			.param("title", wanted.title())
			.param("place", wanted.place())
			.param("at", Timestamp.from(wanted.meetsAt()))
			.param("secret", wanted.secret())
			.query(Long.class)
			.single();
	}

	/** Answers whether the meeting still was of that version. */
	boolean change(long id, int version, NewMeeting wanted) {
		return jdbc.sql("""
				update review_meeting set title = ?, place = ?, meets_at = ?, secret = ?, version = version + 1
				where id = ? and version = ?
				""")
			.params(wanted.title(), wanted.place(), Timestamp.from(wanted.meetsAt()), wanted.secret(), id, version)
			.update() > 0;
	}

	void open(long id, Round round, Instant now) {
		jdbc.sql(
				"""
						update review_meeting set state = 'OPEN', quorum = ?, pass_share = ?, opened_at = ?, version = version + 1
						where id = ?
						""")
			.params(round.quorum(), round.passShare(), Timestamp.from(now), id)
			.update();
	}

	void close(long id, Instant now) {
		jdbc.sql("update review_meeting set state = 'CLOSED', closed_at = ?, version = version + 1 where id = ?")
			.params(Timestamp.from(now), id)
			.update();
	}

	/** Others who would change the meeting at the same moment wait. */
	Meeting lock(long id) {
		jdbc.sql("select id from review_meeting where id = ? for update").param(id).query(Long.class).optional();
		return require(id);
	}

	Meeting require(long id) {
		return jdbc.sql("select * from review_meeting where id = ?")
			.param(id)
			.query(MeetingRows::read)
			.optional()
			.orElseThrow(() -> NotFound.of(Kind.MEETING, id));
	}

	/** The meeting, for the office, and for members who were told of it. */
	Meeting visible(Person person, long id) {
		return jdbc.sql("select * from review_meeting m where m.id = :id and " + IN_SIGHT)
			.param("id", id)
			.param("all", person.readsEverything())
			.param("person", person.id())
			.query(MeetingRows::read)
			.optional()
			.orElseThrow(() -> NotFound.of(Kind.MEETING, id));
	}

	/** The meetings this person may see, the latest first. */
	List<Meeting> visibleTo(Person person, int page, int size) {
		return jdbc
			.sql("select * from review_meeting m where " + IN_SIGHT
					+ " order by m.meets_at desc, m.id desc limit :size offset :offset")
			.param("all", person.readsEverything())
			.param("person", person.id())
			.param("size", size)
			.param("offset", (long) page * size)
			.query(MeetingRows::read)
			.list();
	}

	long count(Person person) {
		return jdbc.sql("select count(*) from review_meeting m where " + IN_SIGHT)
			.param("all", person.readsEverything())
			.param("person", person.id())
			.query(Long.class)
			.single();
	}

	List<MeetingMember> members(long meeting) {
		return jdbc.sql("""
				select a.id, a.name, o.name as organisation, m.told_at, m.signed_in_at from review_meeting_member m
				join account a on a.id = m.account_id join organisation o on o.id = a.organisation_id
				where m.meeting_id = ? order by a.name, a.id
				""").param(meeting).query(MeetingRows::member).list();
	}

	/**
	 * Experts who could be called: those who reviewed what is on the agenda, or waits to
	 * be put on it, come first.
	 */
	List<MeetingMember> candidates(long meeting, String pattern, int most) {
		return jdbc
			.sql("""
					select a.id, a.name, o.name as organisation, null::timestamptz as told_at, null::timestamptz as signed_in_at,
					       (select count(*) from review_meeting_item i
					        join panel p on p.kind = 'guide-direction' and p.subject_id = i.direction_id
					        join panel_member s on s.panel_id = p.id and s.expert_id = a.id and s.state = 'SUBMITTED'
					        join guide_direction g on g.id = i.direction_id
					        where i.meeting_id = :meeting or (i.meeting_id is null and g.state = 'MEETING'
					          and g.round_id = (select round_id from review_meeting where id = :meeting))) as reviewed
					from account a join organisation o on o.id = a.organisation_id
					left join expert_profile f on f.account_id = a.id
					where a.enabled and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'EXPERT')
					  and not exists (select 1 from account_role r
					    where r.account_id = a.id and r.role in ('OFFICER', 'ADMIN', 'AUDITOR'))
					  and not exists (select 1 from review_meeting_member m
					    where m.meeting_id = :meeting and m.account_id = a.id)
					  and (a.name ilike :pattern or o.name ilike :pattern
					       or array_to_string(f.codes || f.keywords, ' ') ilike :pattern)
					order by reviewed desc, a.name, a.id limit :most
					""")
			.param("meeting", meeting)
			.param("pattern", pattern)
			.param("most", most)
			.query(MeetingRows::member)
			.list();
	}

	/** Adds an expert; answers whether the account is one that can be called. */
	boolean add(long meeting, long account) {
		return jdbc.sql("""
				insert into review_meeting_member (meeting_id, account_id)
				select ?, a.id from account a where a.id = ? and a.enabled
				  and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'EXPERT')
				  and not exists (select 1 from account_role r
				    where r.account_id = a.id and r.role in ('OFFICER', 'ADMIN', 'AUDITOR'))
				on conflict do nothing
				""").params(meeting, account).update() > 0;
	}

	void remove(long meeting, long account) {
		jdbc.sql("""
				delete from review_meeting_recusal r using review_meeting_item i
				where i.id = r.item_id and i.meeting_id = ? and r.account_id = ?
				""").params(meeting, account).update();
		jdbc.sql("delete from review_meeting_member where meeting_id = ? and account_id = ?")
			.params(meeting, account)
			.update();
	}

	void told(long meeting, long account, Instant now) {
		jdbc.sql("update review_meeting_member set told_at = ? where meeting_id = ? and account_id = ?")
			.params(Timestamp.from(now), meeting, account)
			.update();
	}

	/** Answers whether that person is a member. */
	boolean sign(long meeting, long account, boolean present, Instant now) {
		return jdbc.sql("""
				update review_meeting_member
				set signed_in_at = case when :present then coalesce(signed_in_at, :now) end
				where meeting_id = :meeting and account_id = :account
				""")
			.param("present", present)
			.param("now", Timestamp.from(now))
			.param("meeting", meeting)
			.param("account", account)
			.update() > 0;
	}

	private static MeetingMember member(ResultSet row, int index) throws SQLException {
		return new MeetingMember(row.getLong("id"), row.getString("name"), row.getString("organisation"),
				instant(row, "told_at"), instant(row, "signed_in_at"));
	}

	private static Meeting read(ResultSet row, int index) throws SQLException {
		return new Meeting(row.getLong("id"), row.getInt("version"), row.getLong("round_id"), row.getString("code"),
				row.getString("title"), row.getString("place"), instant(row, "meets_at"), row.getBoolean("secret"),
				Meeting.State.valueOf(row.getString("state")), row.getBigDecimal("quorum"),
				row.getBigDecimal("pass_share"), instant(row, "opened_at"), instant(row, "closed_at"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return timestamp == null ? null : timestamp.toInstant();
	}

}
