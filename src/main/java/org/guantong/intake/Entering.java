package org.guantong.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/**
 * Enters the rows of a workbook in one transaction: all of them, or none when the stage
 * refuses one. A row that says what an earlier one said is left alone; one with the key
 * of an earlier row changes what that became.
 */
@Component
class Entering {

	/** Rows entered between two reports of progress. */
	private static final int CHUNK = 100;

	private final IntakeJobs jobs;

	private final IntakeRows known;

	private final AuditTrail audit;

	private final TransactionTemplate transaction;

	Entering(IntakeJobs jobs, IntakeRows known, AuditTrail audit, PlatformTransactionManager transactions) {
		this.jobs = jobs;
		this.known = known;
		this.audit = audit;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Enters rows and ends the job, unless there are problems or nothing was to be
	 * entered.
	 * @param problems found so far; those the stage finds are added
	 */
	void enter(IntakeJob job, BulkEntry entry, Person actor, List<CheckedRow> rows, List<RowProblem> problems) {
		Tally tally = transaction.execute((status) -> {
			entry.requireTurn(actor, job.scopeId());
			Tally all = new Turn(job, entry, actor, problems).take(rows);
			if (job.onlyCheck() || !problems.isEmpty()) {
				status.setRollbackOnly();
				return all;
			}
			jobs.succeed(job.id(), IntakeJob.State.ENTERED, all);
			audit.record(actor, "intake.entered", entry.place(actor, job.scopeId()).subject(),
					"%s: +%d ~%d =%d".formatted(job.fileName(), all.added(), all.changed(), all.unchanged()));
			return all;
		});
		if (job.onlyCheck() && problems.isEmpty()) {
			transaction.executeWithoutResult((status) -> jobs.succeed(job.id(), IntakeJob.State.CHECKED, tally));
		}
	}

	private final class Turn {

		private final IntakeJob job;

		private final BulkEntry entry;

		private final Person actor;

		private final List<RowProblem> problems;

		private final Map<String, IntakeRows.Known> byHash;

		private final Map<String, IntakeRows.Known> byKey;

		/** Keys and things that no further row of this workbook may have. */
		private final Set<Object> taken = new HashSet<>();

		Turn(IntakeJob job, BulkEntry entry, Person actor, List<RowProblem> problems) {
			this.job = job;
			this.entry = entry;
			this.actor = actor;
			this.problems = problems;
			List<IntakeRows.Known> before = known.standing(job, entry);
			this.byHash = IntakeRows.byHash(before);
			this.byKey = IntakeRows.byKey(before);
		}

		Tally take(List<CheckedRow> rows) {
			rows.stream()
				.map((row) -> byHash.get(row.hash()))
				.filter(Objects::nonNull)
				.forEach((same) -> taken.add(same.thing().id()));
			List<CheckedRow> added = new ArrayList<>();
			int changed = 0;
			int unchanged = 0;
			for (CheckedRow row : rows) {
				IntakeRows.Known before = byKey.get(row.key());
				if (byHash.containsKey(row.hash())) {
					unchanged++;
				}
				else if (before != null && taken.add(before.thing().id())) {
					change(row, before);
					changed++;
				}
				else {
					added.add(row);
				}
			}
			add(added);
			return new Tally(added.size(), changed, unchanged);
		}

		private void change(CheckedRow row, IntakeRows.Known before) {
			try {
				known.change(job, row, entry.change(actor, before.thing(), row.form()));
			}
			catch (InvalidInput ex) {
				refuse(row, ex.problems());
			}
			catch (Stale ex) {
				problems.add(RowProblem.of(row.number(), "", "intake.row.changedSince"));
			}
		}

		private void add(List<CheckedRow> rows) {
			for (int from = 0; from < rows.size(); from += CHUNK) {
				jobs.progress(job.id(), IntakeJob.Phase.ENTERING, from, rows.size());
				add(rows.subList(from, Math.min(rows.size(), from + CHUNK)), new ArrayList<>());
			}
		}

		private void add(List<CheckedRow> rows, List<IntakeRows.Known> entered) {
			List<BulkEntry.Outcome> outcomes = entry.addAll(actor, job.scopeId(),
					rows.stream().map(CheckedRow::form).toList());
			for (int index = 0; index < rows.size(); index++) {
				CheckedRow row = rows.get(index);
				BulkEntry.Outcome outcome = outcomes.get(index);
				refuse(row, outcome.problems());
				if (outcome.entered() != null) {
					entered.add(new IntakeRows.Known(keyOf(row), row.hash(), outcome.entered()));
				}
			}
			known.add(job, entered);
		}

		/** Its own key, unless another row has it, as when rows were copied. */
		private String keyOf(CheckedRow row) {
			boolean own = !row.key().isEmpty() && !byKey.containsKey(row.key()) && taken.add(row.key());
			return own ? row.key() : row.hash();
		}

		private void refuse(CheckedRow row, List<FieldProblem> found) {
			found.forEach((problem) -> problems.add(new RowProblem(row.number(), row.source().inSheet(problem))));
		}

	}

}
