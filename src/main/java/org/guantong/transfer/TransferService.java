package org.guantong.transfer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.Achievements;
import org.guantong.achievement.TransferMode;
import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.Projects;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.transfer.process.TransferProcess;

/** Takes the interest of demand sides in achievements. */
@Service
@Transactional
public class TransferService {

	private static final int LONGEST_NEED = 800;

	private static final int SHORTEST_NEED = 10;

	private final Transfers transfers;

	private final Achievements achievements;

	private final Projects projects;

	private final TransferProcess process;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	TransferService(Transfers transfers, Achievements achievements, Projects projects, TransferProcess process,
			AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.transfers = transfers;
		this.achievements = achievements;
		this.projects = projects;
		this.process = process;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Declares a demand side's interest in a registered achievement: its PI is asked.
	 * @param need what it is wanted for, 10 to 800 characters
	 * @param mode how the demand side would like to get it; may be null
	 * @throws InvalidInput when the need is too short or too long, or the achievement is
	 * the organisation's own: neither publisher nor its affiliates take up a challenge
	 * @throws NotFound when there is no such registered achievement
	 * @throws Stale when the organisation already follows it up
	 */
	@PreAuthorize("@transferPermissions.mayDeclare(#actor)")
	public Transfer declare(Person actor, long achievementId, String need, TransferMode mode) {
		Achievement achievement = achievements.findById(achievementId)
			.filter(Achievement::isRegistered)
			.orElseThrow(() -> NotFound.of(Kind.ACHIEVEMENT, achievementId));
		String wanted = (need != null) ? need.strip() : "";
		check(actor, achievement, wanted);
		lock(achievementId);
		if (isUnderWay(achievementId, actor.organisationId())) {
			throw new Stale("transfer.declare.before");
		}
		Transfer transfer = transfers
			.save(Transfer.declared(nextCode(), achievement, actor, wanted, mode, clock.instant()));
		jdbc.sql("insert into transfer_gate (transfer_id, gate, decision, decided_at) values (?, 'G0', 'GO', ?)")
			.params(transfer.id(), Timestamp.from(transfer.declaredAt()))
			.update();
		audit.record(actor, "transfer.declared", transfer.subject().ref(), achievement.code());
		process.start(transfer);
		return transfer;
	}

	private void check(Person actor, Achievement achievement, String need) {
		List<FieldProblem> problems = new ArrayList<>();
		int length = need.codePointCount(0, need.length());
		if (length < SHORTEST_NEED || length > LONGEST_NEED) {
			problems.add(FieldProblem.of("need", "transfer.declare.need.length", SHORTEST_NEED, LONGEST_NEED, length));
		}
		if (projects.require(achievement.projectId()).hostId() == actor.organisationId()) {
			problems.add(FieldProblem.of("", "transfer.declare.own"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	/**
	 * Two declarations of one organisation at once: the second waits, then sees the
	 * first.
	 */
	private void lock(long achievementId) {
		jdbc.sql("select id from achievement where id = ? for update").param(achievementId).query(Long.class).single();
	}

	private boolean isUnderWay(long achievementId, long demandSideId) {
		return jdbc.sql("""
				select exists (select 1 from transfer where achievement_id = ? and demand_side_id = ?
				               and state not in ('STOPPED', 'DECLINED'))
				""").params(achievementId, demandSideId).query(Boolean.class).single();
	}

	private String nextCode() {
		int year = Year.now(clock).getValue();
		int serial = jdbc.sql("""
				insert into transfer_serial (year, last) values (?, 1)
				on conflict (year) do update set last = transfer_serial.last + 1 returning last
				""").param(year).query(Integer.class).single();
		return "T%d-%04d".formatted(year, serial);
	}

}
