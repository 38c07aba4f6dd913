package org.guantong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What rows of earlier workbooks became. */
@Repository
class IntakeRows {

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	IntakeRows(JdbcClient jdbc, JdbcTemplate batch) {
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/** A row of an earlier workbook, and the thing it made. */
	record Known(String key, String hash, BulkEntry.Entered thing) {
	}

	/**
	 * Those of that organisation there whose things still stand; the others are
	 * forgotten.
	 */
	List<Known> standing(IntakeJob job, BulkEntry entry) {
		List<Known> all = jdbc.sql("""
				select row_key, content_hash, subject_id, subject_version from intake_row
				where kind = ? and scope_id = ? and organisation_id = ?
				""")
			.params(job.kind().slug(), job.scopeId(), job.organisationId())
			.query((row, index) -> new Known(row.getString(1), row.getString(2),
					new BulkEntry.Entered(row.getLong(3), row.getInt(4))))
			.list();
		Set<Long> standing = all.isEmpty() ? Set.of()
				: entry.standing(all.stream().map((one) -> one.thing().id()).toList());
		List<Known> left = new ArrayList<>();
		for (Known one : all) {
			if (standing.contains(one.thing().id())) {
				left.add(one);
			}
			else {
				forget(job, one.thing().id());
			}
		}
		return left;
	}

	/** Remembers that a row of that key has changed the thing it made before. */
	void change(IntakeJob job, CheckedRow row, BulkEntry.Entered thing) {
		jdbc.sql(
				"""
						update intake_row set content_hash = ?, subject_version = ?, job_id = ? where kind = ? and subject_id = ?
						""")
			.params(row.hash(), thing.version(), job.id(), job.kind().slug(), thing.id())
			.update();
	}

	/** Remembers what rows became. */
	void add(IntakeJob job, List<Known> rows) {
		batch.batchUpdate(
				"""
						insert into intake_row (kind, scope_id, organisation_id, row_key, content_hash, subject_id, subject_version,
						                        job_id)
						values (?, ?, ?, ?, ?, ?, ?, ?)
						""",
				rows.stream()
					.map((row) -> new Object[] { job.kind().slug(), job.scopeId(), job.organisationId(), row.key(),
							row.hash(), row.thing().id(), row.thing().version(), job.id() })
					.toList());
	}

	private void forget(IntakeJob job, long thing) {
		jdbc.sql("delete from intake_row where kind = ? and subject_id = ?").params(job.kind().slug(), thing).update();
	}

	static Map<String, Known> byHash(List<Known> known) {
		Map<String, Known> byHash = new HashMap<>();
		known.forEach((one) -> byHash.put(one.hash(), one));
		return byHash;
	}

	static Map<String, Known> byKey(List<Known> known) {
		Map<String, Known> byKey = new HashMap<>();
		known.forEach((one) -> byKey.put(one.key(), one));
		return byKey;
	}

}
