package org.guantong.midterm.care;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * Closes a fund's season when all its checks have ended, and opens it again for a reason.
 */
@Service
@Transactional
public class SeasonEndService {

	private static final int LONGEST = 500;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	SeasonEndService(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** Every season of every fund that has checks, the latest first. */
	@PreAuthorize("@midtermPermissions.mayKnowReviewers(#actor)")
	@Transactional(readOnly = true)
	public List<SeasonEnd> all(Person actor) {
		return jdbc.sql("""
				select f.id, f.name, c.season, count(*) as checks,
				       count(*) filter (where c.state in ('REPORTING', 'ENDORSING', 'ASSIGNING', 'REVIEWING',
				           'DECIDING', 'CONFIRMING', 'RECTIFYING')) as open,
				       max(a.name) as closed_by, max(e.closed_at) as closed_at, max(e.note) as note
				from midterm_check c join project p on p.id = c.project_id
				join guide_direction g on g.id = p.direction_id join round r on r.id = g.round_id
				join joint_fund f on f.id = r.fund_id
				left join midterm_season_end e on e.fund_id = f.id and e.season = c.season
				left join account a on a.id = e.closed_by
				where c.state <> 'CANCELLED' group by f.id, f.name, c.season order by c.season desc, f.name
				""").query((row, index) -> {
			Timestamp closed = row.getTimestamp("closed_at");
			return new SeasonEnd(row.getLong("id"), row.getString("name"), row.getInt("season"), row.getInt("checks"),
					row.getInt("open"), row.getString("closed_by"), closed == null ? null : closed.toInstant(),
					row.getString("note"));
		}).list();
	}

	/**
	 * Nothing is opened in the season any more.
	 * @throws Stale when checks are still under way, or it is closed already
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void close(Person actor, long fundId, int season, String note) {
		String said = note == null ? "" : note.strip();
		if (said.length() > LONGEST) {
			throw InvalidInput.of("note", "midterm.care.invalid.note");
		}
		SeasonEnd end = require(actor, fundId, season);
		if (end.isClosed()) {
			throw new Stale("midterm.stale.seasonClosed");
		}
		if (end.open() > 0) {
			throw new Stale("midterm.care.stale.open");
		}
		jdbc.sql("""
				insert into midterm_season_end (fund_id, season, checks, note, closed_by, closed_at)
				values (?, ?, ?, ?, ?, ?)
				""").params(fundId, season, end.checks(), said, actor.id(), Timestamp.from(clock.instant())).update();
		audit.record(actor, "midterm.season-closed", new Ref(Kind.JOINT_FUND, fundId),
				season + ", " + end.checks() + " checks");
	}

	/**
	 * Checks can be opened again.
	 * @throws InvalidInput without a reason
	 * @throws Stale when it is not closed
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void reopen(Person actor, long fundId, int season, String reason) {
		if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
			throw InvalidInput.of("reason", "midterm.care.invalid.reason");
		}
		if (jdbc.sql("delete from midterm_season_end where fund_id = ? and season = ?")
			.params(fundId, season)
			.update() == 0) {
			throw new Stale("midterm.care.stale.notClosed");
		}
		audit.record(actor, "midterm.season-reopened", new Ref(Kind.JOINT_FUND, fundId),
				season + ": " + reason.strip());
	}

	private SeasonEnd require(Person actor, long fundId, int season) {
		return all(actor).stream()
			.filter((one) -> one.fundId() == fundId && one.season() == season)
			.findFirst()
			.orElseThrow(() -> new NotFound("season", season));
	}

}
