package org.guantong.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/** The tables of panels and their members. */
@Component
class PanelRows {

	private static final String MEMBER = """
			select m.*, a.name, o.id as organisation_id, o.name as organisation from panel_member m
			join account a on a.id = m.expert_id join organisation o on o.id = a.organisation_id
			""";

	private final JdbcClient jdbc;

	PanelRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long insert(Ref subject, Purpose purpose, PanelTerms terms, Instant now) {
		return jdbc.sql("""
				insert into panel (kind, subject_id, purpose, size, quorum, answer_days, review_days, text, codes,
				                   excluded_organisations, created_at)
				values (:kind, :subject, :purpose, :size, :quorum, :answerDays, :reviewDays, :text, :codes::text[],
				        :excluded::bigint[], :now) returning id
				""")
			.param("kind", subject.kind().slug())
			.param("subject", subject.id())
			.param("purpose", purpose.name())
			.param("size", terms.size())
			.param("quorum", terms.quorum())
			.param("answerDays", terms.answerDays())
			.param("reviewDays", terms.reviewDays())
			.param("text", terms.text())
			.param("codes", terms.codes().toArray(String[]::new))
			.param("excluded", terms.excludedOrganisations().toArray(Long[]::new))
			.param("now", Timestamp.from(now))
			.query(Long.class)
			.single();
	}

	Optional<Panel> about(Ref subject, Purpose purpose) {
		return jdbc.sql("select * from panel where kind = ? and subject_id = ? and purpose = ?")
			.params(subject.kind().slug(), subject.id(), purpose.name())
			.query(PanelRows::panel)
			.optional();
	}

	Panel require(long id) {
		return jdbc.sql("select * from panel where id = ?")
			.param(id)
			.query(PanelRows::panel)
			.optional()
			.orElseThrow(() -> new NotFound("panel", id));
	}

	void update(long id, int size, int answerDays, int reviewDays, int turn) {
		jdbc.sql("update panel set size = ?, answer_days = ?, review_days = ?, turn = ? where id = ?")
			.params(size, answerDays, reviewDays, turn, id)
			.update();
	}

	long add(long panel, Candidate candidate, boolean chosen, int position) {
		return jdbc.sql("""
				insert into panel_member (panel_id, expert_id, chosen, position, affinity, matched_codes, shared_terms)
				values (:panel, :expert, :chosen, :position, :affinity, :codes::text[], :terms::text[]) returning id
				""")
			.param("panel", panel)
			.param("expert", candidate.expert().id())
			.param("chosen", chosen)
			.param("position", position)
			.param("affinity", Math.round(candidate.affinity() * 10000) / 10000.0)
			.param("codes", candidate.matchedCodes().toArray(String[]::new))
			.param("terms", candidate.sharedTerms().toArray(String[]::new))
			.query(Long.class)
			.single();
	}

	/** Those removed before anybody asked them can be thought of again. */
	void forgetRemoved(long panel, long expert) {
		jdbc.sql("""
				delete from panel_member
				where panel_id = ? and expert_id = ? and state = 'REMOVED' and invited_at is null
				""").params(panel, expert).update();
	}

	void setPlace(long member, boolean chosen, int position) {
		jdbc.sql("update panel_member set chosen = ?, position = ? where id = ? and state = 'PROPOSED'")
			.params(chosen, position, member)
			.update();
	}

	void removeProposed(long panel) {
		jdbc.sql("delete from panel_member where panel_id = ? and state = 'PROPOSED'").param(panel).update();
	}

	/** What was found before anybody was asked; what was declared or told stays. */
	void removeFoundConflicts(long panel) {
		jdbc.sql("delete from conflict_of_interest where panel_id = ? and not declared and note is not null")
			.param(panel)
			.update();
	}

	void setShortfall(long panel, String reason) {
		jdbc.sql("update panel set shortfall = :reason where id = :panel")
			.param("reason", reason)
			.param("panel", panel)
			.update();
	}

	/** How many places other panels, not settled yet, hold for each expert. */
	Map<Long, Integer> proposedElsewhere(Collection<Long> panels) {
		Map<Long, Integer> held = new HashMap<>();
		jdbc.sql("""
				select expert_id, count(*) as held from panel_member
				where state = 'PROPOSED' and chosen and panel_id not in (:panels) group by expert_id
				""")
			.param("panels", panels)
			.query((row, index) -> held.put(row.getLong("expert_id"), row.getInt("held")))
			.list();
		return held;
	}

	/** Places where something is expected of that expert; of anybody, when null. */
	List<PanelMember> pendingOf(Long expert) {
		return jdbc.sql(MEMBER + """
				where m.state in ('INVITED', 'ACCEPTED') and m.expert_id = coalesce(:expert::bigint, m.expert_id)
				order by m.id
				""").param("expert", expert, Types.BIGINT).query(PanelRows::member).list();
	}

	List<PanelMember> members(long panel) {
		return jdbc.sql(MEMBER + "where m.panel_id = ? order by m.chosen desc, m.position, m.id")
			.param(panel)
			.query(PanelRows::member)
			.list();
	}

	PanelMember member(long id) {
		return jdbc.sql(MEMBER + "where m.id = ?")
			.param(id)
			.query(PanelRows::member)
			.optional()
			.orElseThrow(() -> new NotFound("panel member", id));
	}

	/** Moves a member on; others who would do so at the same moment wait. */
	void move(long member, MemberState state, String reason, Instant due) {
		jdbc.sql("update panel_member set state = :state, reason = :reason, due_at = :due where id = :id")
			.param("state", state.name())
			.param("reason", reason)
			.param("due", due == null ? null : Timestamp.from(due), Types.TIMESTAMP)
			.param("id", member)
			.update();
	}

	void due(long member, Instant due) {
		jdbc.sql("update panel_member set due_at = ? where id = ?").params(Timestamp.from(due), member).update();
	}

	void invite(long member, Long replaced, Instant now, Instant due) {
		jdbc.sql("""
				update panel_member set state = 'INVITED', chosen = true, invited_at = :now, due_at = :due,
				       replaces = :replaced where id = :id
				""")
			.param("now", Timestamp.from(now))
			.param("due", Timestamp.from(due))
			.param("replaced", replaced, Types.BIGINT)
			.param("id", member)
			.update();
	}

	void declined(long member, DeclineReason reason) {
		jdbc.sql("update panel_member set decline_reason = ? where id = ?").params(reason.name(), member).update();
	}

	void answered(long member, Instant now) {
		jdbc.sql("update panel_member set answered_at = ? where id = ?").params(Timestamp.from(now), member).update();
	}

	PanelMember lock(long id) {
		jdbc.sql("select id from panel_member where id = ? for update").param(id).query(Long.class).optional();
		return member(id);
	}

	void lockPanel(long id) {
		jdbc.sql("select id from panel where id = ? for update").param(id).query(Long.class).single();
	}

	void addConflict(long panel, long expert, ConflictKind kind, boolean declared, String note, Instant now) {
		jdbc.sql("""
				insert into conflict_of_interest (panel_id, expert_id, kind, declared, note, recorded_at)
				values (:panel, :expert, :kind, :declared, :note, :now) on conflict do nothing
				""")
			.param("panel", panel)
			.param("expert", expert)
			.param("kind", kind.name())
			.param("declared", declared)
			.param("note", note)
			.param("now", Timestamp.from(now))
			.update();
	}

	List<Conflict> conflicts(long panel) {
		return jdbc.sql("""
				select c.expert_id, a.name, o.name as organisation, c.kind, c.declared, c.note
				from conflict_of_interest c join account a on a.id = c.expert_id
				join organisation o on o.id = a.organisation_id where c.panel_id = ? order by a.name, c.id
				""")
			.param(panel)
			.query((row, index) -> new Conflict(row.getLong("expert_id"), row.getString("name"),
					row.getString("organisation"), ConflictKind.valueOf(row.getString("kind")),
					row.getBoolean("declared"), row.getString("note")))
			.list();
	}

	private static Panel panel(ResultSet row, int index) throws SQLException {
		return new Panel(row.getLong("id"), new Ref(Kind.ofSlug(row.getString("kind")), row.getLong("subject_id")),
				Purpose.valueOf(row.getString("purpose")), row.getInt("size"), row.getBigDecimal("quorum"),
				row.getInt("turn"), row.getInt("answer_days"), row.getInt("review_days"), row.getString("text"),
				Experts.texts(row.getArray("codes")), Experts.longs(row.getArray("excluded_organisations")),
				row.getString("shortfall"));
	}

	private static PanelMember member(ResultSet row, int index) throws SQLException {
		return new PanelMember(row.getLong("id"), row.getLong("panel_id"), row.getLong("expert_id"),
				row.getString("name"), row.getLong("organisation_id"), row.getString("organisation"),
				MemberState.valueOf(row.getString("state")), row.getBoolean("chosen"), row.getInt("position"),
				row.getDouble("affinity"), Experts.texts(row.getArray("matched_codes")),
				Experts.texts(row.getArray("shared_terms")), reason(row.getString("decline_reason")),
				row.getString("reason"), instant(row, "invited_at"), instant(row, "answered_at"),
				instant(row, "due_at"), row.getObject("replaces", Long.class));
	}

	private static DeclineReason reason(String name) {
		return name == null ? null : DeclineReason.valueOf(name);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return timestamp == null ? null : timestamp.toInstant();
	}

}
