package org.guantong.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Kind;

/** The jobs and their files. */
@Repository
class IntakeJobs {

	/** Whoever runs a job and is not heard of for so long is taken to be gone. */
	private static final Duration SILENCE = Duration.ofMinutes(3);

	/** How long the workbooks of a job that is over are kept. */
	private static final Duration KEPT = Duration.ofDays(30);

	private static final int MOST_LISTED = 10;

	private final JdbcClient jdbc;

	private final ProblemStore problems;

	private final Clock clock;

	IntakeJobs(JdbcClient jdbc, ProblemStore problems, Clock clock) {
		this.jdbc = jdbc;
		this.problems = problems;
		this.clock = clock;
	}

	/** A job for that file; the one under way when the same file is at work already. */
	@Transactional
	long start(Sending sending) {
		Optional<Long> id = jdbc.sql("""
				insert into intake_job (kind, scope_id, started_by, organisation_id, file_name, file_hash, language,
				                        only_check, created_at)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?)
				on conflict (kind, scope_id, organisation_id, file_hash, only_check)
				  where state in ('WAITING', 'RUNNING') do nothing
				returning id
				""")
			.params(sending.kind().slug(), sending.scope(), sending.actor().id(), sending.actor().organisationId(),
					sending.fileName(), sending.hash(), sending.language(), sending.onlyCheck(), now())
			.query(Long.class)
			.optional();
		id.ifPresent((job) -> jdbc.sql("insert into intake_file (job_id, sent) values (?, ?)")
			.params(job, sending.file())
			.update());
		return id.orElseGet(() -> underWay(sending));
	}

	private long underWay(Sending sending) {
		return jdbc.sql("""
				select id from intake_job
				where kind = ? and scope_id = ? and organisation_id = ? and file_hash = ? order by id desc limit 1
				""")
			.params(sending.kind().slug(), sending.scope(), sending.actor().organisationId(), sending.hash())
			.query(Long.class)
			.single();
	}

	Optional<IntakeJob> find(long id) {
		return jdbc.sql("select * from intake_job where id = ?").param(id).query(this::read).optional();
	}

	/** The last ones of that person there, newest first. */
	List<IntakeJob> of(long person, Kind kind, long scope) {
		return jdbc
			.sql("select * from intake_job where started_by = ? and kind = ? and scope_id = ? order by id desc limit ?")
			.params(person, kind.slug(), scope, MOST_LISTED)
			.query(this::read)
			.list();
	}

	byte[] sent(long id) {
		return jdbc.sql("select sent from intake_file where job_id = ?").param(id).query(byte[].class).single();
	}

	Optional<byte[]> marked(long id) {
		return jdbc.sql("select marked from intake_file where job_id = ? and marked is not null")
			.param(id)
			.query(byte[].class)
			.optional();
	}

	/** The next job that waits, now under way here. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	Optional<IntakeJob> take() {
		jdbc.sql("update intake_job set state = 'WAITING' where state = 'RUNNING' and beat_at < ?")
			.param(Timestamp.from(clock.instant().minus(SILENCE)))
			.update();
		return jdbc
			.sql("""
					update intake_job set state = 'RUNNING', beat_at = ?
					where id = (select id from intake_job where state = 'WAITING' order by id limit 1 for update skip locked)
					returning *
					""")
			.param(now())
			.query(this::read)
			.optional();
	}

	/** Tells how far a job has come, at once and whatever becomes of it. */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	void progress(long id, IntakeJob.Phase phase, int done, int total) {
		jdbc.sql("update intake_job set phase = ?, done = ?, total = ?, beat_at = ? where id = ?")
			.params(phase.name(), done, total, now(), id)
			.update();
	}

	/** It went well; part of the transaction that entered the rows. */
	void succeed(long id, IntakeJob.State state, Tally tally) {
		jdbc.sql("update intake_job set state = ?, added = ?, changed = ?, unchanged = ?, ended_at = ? where id = ?")
			.params(state.name(), tally.added(), tally.changed(), tally.unchanged(), now(), id)
			.update();
	}

	/** Rows have to be put right. */
	@Transactional
	void refuse(long id, List<RowProblem> found, byte[] marked) {
		jdbc.sql("update intake_file set marked = ? where job_id = ?").params(marked, id).update();
		jdbc.sql("""
				update intake_job set state = 'REFUSED', problem_count = ?, problems = cast(? as jsonb), ended_at = ?
				where id = ?
				""")
			.params(found.size(), problems.write(found.subList(0, Math.min(found.size(), IntakeJob.SHOWN_PROBLEMS))),
					now(), id)
			.update();
	}

	/** The workbook as a whole cannot be taken. */
	@Transactional
	void end(long id, IntakeJob.State state, String refusal) {
		jdbc.sql("update intake_job set state = ?, refusal = ?, ended_at = ? where id = ?")
			.params(state.name(), refusal, now(), id)
			.update();
	}

	/** Lets go of workbooks that nobody needs any more. */
	@Transactional
	void tidy() {
		jdbc.sql("""
				delete from intake_file where job_id in (select id from intake_job where ended_at < ?)
				""").param(Timestamp.from(clock.instant().minus(KEPT))).update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private IntakeJob read(ResultSet row, int index) throws SQLException {
		Timestamp ended = row.getTimestamp("ended_at");
		return new IntakeJob(row.getLong("id"), Kind.ofSlug(row.getString("kind")), row.getLong("scope_id"),
				row.getLong("started_by"), row.getLong("organisation_id"), row.getString("file_name"),
				Locale.forLanguageTag(row.getString("language")), row.getBoolean("only_check"),
				IntakeJob.State.valueOf(row.getString("state")), IntakeJob.Phase.valueOf(row.getString("phase")),
				row.getInt("total"), row.getInt("done"), row.getInt("added"), row.getInt("changed"),
				row.getInt("unchanged"), row.getInt("problem_count"), problems.read(row.getString("problems")),
				row.getString("refusal"), row.getTimestamp("created_at").toInstant(),
				ended == null ? null : ended.toInstant());
	}

}
