package org.guantong.review.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** The certificates that were issued. */
@Component
class Certificates {

	private final JdbcClient jdbc;

	private final Clock clock;

	Certificates(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** One at a time issues certificates, so that none is issued twice. */
	void lock() {
		jdbc.sql("select pg_advisory_xact_lock(hashtext('review_certificate'))").query((row, index) -> true).list();
	}

	Optional<Certificate> find(long id) {
		return jdbc.sql("select * from review_certificate where id = ?").param(id).query(Certificates::read).optional();
	}

	/** Of one expert, the latest year first. */
	List<Certificate> of(long expert) {
		return jdbc.sql("select * from review_certificate where expert_id = ? order by year desc, id desc")
			.param(expert)
			.query(Certificates::read)
			.list();
	}

	/** Those that stand for a year. */
	List<Certificate> standing(int year) {
		return jdbc.sql("select * from review_certificate where year = ? and revoked_at is null order by number")
			.param(year)
			.query(Certificates::read)
			.list();
	}

	/** Whose number is exactly that; letters in either case. */
	Optional<Certificate> byNumber(String number) {
		return jdbc.sql("select * from review_certificate where upper(number) = upper(?)")
			.param(number.strip())
			.query(Certificates::read)
			.optional();
	}

	/** Counts reviews of panels, handed in in a stretch of time, by expert. */
	List<Count> panelReviews(Instant from, Instant before) {
		return jdbc.sql("""
				select m.expert_id, count(*) as reviews from review r join panel_member m on m.id = r.member_id
				where r.submitted_at >= ? and r.submitted_at < ? group by m.expert_id
				""").params(Timestamp.from(from), Timestamp.from(before)).query(Count.class).list();
	}

	/** How many reviews somebody handed in. */
	record Count(long expertId, int reviews) {
	}

	long issue(CertificateRow row, int year, LocalDate until, Person by) {
		return jdbc
			.sql("""
					insert into review_certificate (number, expert_id, name, organisation, year, until, reviews, issued_by, issued_at)
					values ('PS' || ? || '-' || lpad(nextval('review_certificate_serial')::text, 5, '0'), ?, ?, ?, ?, ?, ?, ?, ?)
					returning id
					""")
			.params(Integer.toString(year), row.expertId(), row.name(), row.organisation(), year, until, row.reviews(),
					by.id(), Timestamp.from(clock.instant()))
			.query(Long.class)
			.single();
	}

	/** Answers whether it stood until now. */
	boolean revoke(long id, String reason, Person by) {
		return jdbc.sql(
				"update review_certificate set revoked_at = ?, revoked_by = ?, revoked_reason = ? where id = ? and revoked_at is null")
			.params(Timestamp.from(clock.instant()), by.id(), reason, id)
			.update() == 1;
	}

	private static Certificate read(ResultSet row, int index) throws SQLException {
		Timestamp revoked = row.getTimestamp("revoked_at");
		return new Certificate(row.getLong("id"), row.getString("number"), row.getLong("expert_id"),
				row.getString("name"), row.getString("organisation"), row.getInt("year"),
				row.getObject("until", LocalDate.class), row.getInt("reviews"),
				row.getTimestamp("issued_at").toInstant(), revoked == null ? null : revoked.toInstant(),
				row.getString("revoked_reason"));
	}

}
