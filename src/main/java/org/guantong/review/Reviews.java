package org.guantong.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/**
 * What reviewers hand in, and who may read it. The office knows names; a reviewer sees
 * others' reviews, without names, only after handing in their own; what is shown to
 * anybody else never has a name.
 */
@Component
@Transactional
public class Reviews {

	private static final String SELECT = """
			select r.id, r.turn, r.score, r.recommendation, r.comment, r.submitted_at, m.expert_id, a.name,
			       dense_rank() over (order by md5(m.panel_id || '/' || m.id)) as number
			from review r join panel_member m on m.id = r.member_id join account a on a.id = m.expert_id
			where m.panel_id = :panel order by r.turn, number
			""";

	private final PanelRows panels;

	private final Pledges pledges;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	Reviews(PanelRows panels, Pledges pledges, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.panels = panels;
		this.pledges = pledges;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a review, for good. No substitute can hand it in.
	 * @throws InvalidInput without the pledge, or with a score outside 0 to 100
	 * @throws Stale when no review is expected of this member any more
	 */
	public void submit(Person actor, long memberId, ReviewSheet sheet) {
		PanelMember member = panels.lock(memberId);
		if (member.state() != MemberState.ACCEPTED || member.expertId() != actor.id()) {
			throw new Stale("review.stale");
		}
		if (!sheet.pledged()) {
			throw InvalidInput.of("pledge", "review.pledge.required");
		}
		if (sheet.score().signum() < 0 || sheet.score().compareTo(BigDecimal.valueOf(100)) > 0) {
			throw InvalidInput.of("score", "review.score.range");
		}
		Panel panel = panels.require(member.panelId());
		long review = insert(memberId, panel.turn(), sheet);
		sheet.criteria()
			.forEach((criterion, score) -> jdbc
				.sql("insert into review_score (review_id, criterion, score) values (?, ?, ?)")
				.params(review, criterion, score)
				.update());
		pledges.take(memberId, Pledges.Moment.SUBMITTED, panel.turn());
		panels.move(memberId, MemberState.SUBMITTED, null, null);
		audit.record(actor, "review.submitted", panel.subject(), panel.purpose() + ", turn " + panel.turn());
	}

	/** What the reviews of the present turn come to; says nothing of who wrote them. */
	@Transactional(readOnly = true)
	public PanelSummary summary(long panelId) {
		Panel panel = panels.require(panelId);
		return jdbc.sql("""
				select count(*) as count, count(*) filter (where r.recommendation = 'APPROVE') as approvals,
				       round(avg(r.score), 2) as mean, round(stddev_pop(r.score), 2) as spread
				from review r join panel_member m on m.id = r.member_id where m.panel_id = ? and r.turn = ?
				""").params(panelId, panel.turn()).query((row, index) -> {
			int count = row.getInt("count");
			int approvals = row.getInt("approvals");
			BigDecimal share = count == 0 ? BigDecimal.ZERO
					: BigDecimal.valueOf(approvals).divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_UP);
			return new PanelSummary(panel.size(), panel.needed(), count, approvals, share, row.getBigDecimal("mean"),
					row.getBigDecimal("spread"));
		}).single();
	}

	/**
	 * The reviews as this reader may see them: the office all with names; a member of the
	 * panel their own, and once it is handed in also those of the others, of that turn or
	 * before, without names; everybody else none.
	 */
	@Transactional(readOnly = true)
	public List<SubmittedReview> seenBy(Person reader, long panelId) {
		List<SubmittedReview> all = all(panelId, reader);
		if (reader.readsEverything()) {
			return all;
		}
		int handedIn = all.stream().filter(SubmittedReview::own).mapToInt(SubmittedReview::turn).max().orElse(0);
		return all.stream()
			.filter((review) -> review.own() || review.turn() <= handedIn)
			.map(Reviews::withoutName)
			.toList();
	}

	/**
	 * The reviews without names, for a stage that has checked that this reader may see
	 * them, e.g. a co-funder concerned after the panel has closed.
	 */
	@Transactional(readOnly = true)
	public List<SubmittedReview> anonymous(long panelId) {
		return all(panelId, null).stream().map(Reviews::withoutName).toList();
	}

	/** Points by criterion of one review, for those who may see the review. */
	@Transactional(readOnly = true)
	public Map<String, BigDecimal> criteria(long reviewId) {
		Map<String, BigDecimal> scores = new LinkedHashMap<>();
		jdbc.sql("select criterion, score from review_score where review_id = ? order by criterion")
			.param(reviewId)
			.query((row) -> {
				scores.put(row.getString("criterion"), row.getBigDecimal("score"));
			});
		return scores;
	}

	/** A member's own review of an earlier turn, if they gave one. */
	@Transactional(readOnly = true)
	public Optional<SubmittedReview> ownOf(long memberId, int turn, Person expert) {
		PanelMember member = panels.member(memberId);
		return all(member.panelId(), expert).stream()
			.filter((review) -> review.own() && review.turn() == turn)
			.findFirst();
	}

	private long insert(long memberId, int turn, ReviewSheet sheet) {
		return jdbc.sql("""
				insert into review (member_id, turn, score, recommendation, comment, pledged, submitted_at)
				values (?, ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(memberId, turn, sheet.score(), sheet.recommendation().name(), sheet.comment(), sheet.pledged(),
					Timestamp.from(clock.instant()))
			.query(Long.class)
			.single();
	}

	private List<SubmittedReview> all(long panelId, Person reader) {
		return jdbc.sql(SELECT)
			.param("panel", panelId)
			.query((row, index) -> new SubmittedReview(row.getLong("id"), row.getInt("number"),
					row.getLong("expert_id"), row.getString("name"),
					reader != null && reader.id() == row.getLong("expert_id"), row.getInt("turn"),
					row.getBigDecimal("score"), Recommendation.valueOf(row.getString("recommendation")),
					row.getString("comment"), row.getTimestamp("submitted_at").toInstant()))
			.list();
	}

	private static SubmittedReview withoutName(SubmittedReview review) {
		return new SubmittedReview(review.id(), review.number(), null, null, review.own(), review.turn(),
				review.score(), review.recommendation(), review.comment(), review.submittedAt());
	}

}
