package org.guantong.midterm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The experts' reviews and the co-funders' opinions of each check. */
@Component
public class MidtermReviews {

	/** The more a need is left unserved, the further right. */
	private static final List<String> NEED = List.of("NONE", "YES", "PARTLY", "NO");

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermReviews(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<MidtermReview> of(long check) {
		return jdbc
			.sql("""
					select r.id, r.expert_id, a.name, o.name as organisation, r.side, r.state, r.grade, r.reasons, r.due
					from midterm_review r join account a on a.id = r.expert_id join organisation o on o.id = a.organisation_id
					where r.check_id = ? order by r.side desc, r.id
					""")
			.param(check)
			.query(MidtermReviews::review)
			.list();
	}

	/** Experts of that side who have yet to answer, by account id. */
	public List<Long> awaited(long check, String side) {
		return of(check).stream()
			.filter((review) -> review.side().equals(side) && review.state().equals("INVITED"))
			.map(MidtermReview::expertId)
			.toList();
	}

	public boolean hasSubmitted(long check, String side) {
		return of(check).stream()
			.anyMatch((review) -> review.side().equals(side) && review.state().equals("SUBMITTED"));
	}

	/** The worst grade of a side, or null when none was given. */
	public String worstGrade(long check, String side) {
		return of(check).stream()
			.filter((review) -> review.side().equals(side) && review.grade() != null)
			.map(MidtermReview::grade)
			.max(String::compareTo)
			.orElse(null);
	}

	public void invite(long check, long expert, String side, Instant due) {
		jdbc.sql("""
				insert into midterm_review (check_id, expert_id, side, invited_at, due) values (?, ?, ?, ?, ?)
				""").params(check, expert, side, now(), Timestamp.from(due)).update();
	}

	/**
	 * @param grade A to D; null when the expert recuses
	 */
	public void answer(long check, long expert, String grade, String reasons) {
		jdbc.sql("""
				update midterm_review set state = :state, grade = :grade, reasons = :reasons, answered_at = :now
				where check_id = :check and expert_id = :expert
				""")
			.param("state", grade == null ? "RECUSED" : "SUBMITTED")
			.param("grade", grade)
			.param("reasons", reasons)
			.param("now", now())
			.param("check", check)
			.param("expert", expert)
			.update();
	}

	/**
	 * Somebody else takes the place of an expert who did not answer.
	 * @param reasons why, for the record
	 */
	public void replace(long check, long expert, String reasons) {
		jdbc.sql("""
				update midterm_review set state = 'REPLACED', reasons = ?, answered_at = ?
				where check_id = ? and expert_id = ? and state = 'INVITED'
				""").params(reasons, now(), check, expert).update();
	}

	public List<MidtermOpinion> opinions(long check) {
		return jdbc.sql("""
				select p.co_funder_id, o.name, p.served, p.reasons from midterm_opinion p
				join organisation o on o.id = p.co_funder_id where p.check_id = ? order by p.co_funder_id
				""")
			.param(check)
			.query((row, index) -> new MidtermOpinion(row.getLong("co_funder_id"), row.getString("name"),
					row.getString("served"), row.getString("reasons")))
			.list();
	}

	/** The worst that any co-funder said; NONE when none said anything. */
	public String worstNeed(long check) {
		return opinions(check).stream()
			.map(MidtermOpinion::served)
			.max(Comparator.comparing(NEED::indexOf))
			.orElse("NONE");
	}

	/**
	 * @param by account id; null where nobody answered in time
	 */
	public void opine(long check, long coFunder, String served, String reasons, Long by) {
		jdbc.sql("""
				insert into midterm_opinion (check_id, co_funder_id, served, reasons, given_by, given_at)
				values (:check, :coFunder, :served, :reasons, :by, :now)
				""")
			.param("check", check)
			.param("coFunder", coFunder)
			.param("served", served)
			.param("reasons", reasons == null ? "" : reasons)
			.param("by", by, Types.BIGINT)
			.param("now", now())
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static MidtermReview review(ResultSet row, int index) throws SQLException {
		return new MidtermReview(row.getLong("id"), row.getLong("expert_id"), row.getString("name"),
				row.getString("organisation"), row.getString("side"), row.getString("state"), row.getString("grade"),
				row.getString("reasons"), MidtermReports.instant(row, "due"));
	}

}
