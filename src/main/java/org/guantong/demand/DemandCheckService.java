package org.guantong.demand;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * Checking the form of a co-funder's demands (形式审查), however many: officers give verdicts
 * to one, to several or to all that a search finds, and hand the list on when none is
 * undecided.
 */
@Service
@Transactional
public class DemandCheckService {

	private static final int LONGEST_REASON = 500;

	private final DemandVerdicts verdicts;

	private final DemandCollections collections;

	private final AuditTrail audit;

	private final Clock clock;

	DemandCheckService(DemandVerdicts verdicts, DemandCollections collections, AuditTrail audit, Clock clock) {
		this.verdicts = verdicts;
		this.collections = collections;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Which demands a verdict is for.
	 *
	 * @param ids those ticked
	 * @param all whether all that the filter finds are meant instead
	 */
	public record Selection(Set<Long> ids, boolean all, DemandVerdicts.Filter filter) {
	}

	/**
	 * What came of it.
	 *
	 * @param given demands that have the verdict now
	 * @param unsigned demands left out because their leader has not signed them
	 */
	public record Report(int given, int unsigned) {
	}

	/**
	 * The co-funder's demands laid before the office.
	 * @throws NotFound when the co-funder takes no part in the round
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayCheck(#actor)")
	public DemandVerdicts.Page find(Person actor, long roundId, long coFunderId, DemandVerdicts.Filter filter, int page,
			int size) {
		collections.require(roundId, coFunderId);
		return verdicts.find(roundId, coFunderId, filter, page, size);
	}

	/** How many of them each verdict is meant for; those undecided under NONE. */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayCheck(#actor)")
	public Map<String, Long> counts(Person actor, long roundId, long coFunderId) {
		return verdicts.counts(roundId, coFunderId);
	}

	/**
	 * Gives one verdict to the demands selected; it can be changed until the list is
	 * handed on.
	 * @throws Stale when it is not the office's turn with this co-funder's demands
	 * @throws InvalidInput when nothing is selected, or a reason is missing
	 */
	@PreAuthorize("@demandPermissions.mayCheck(#actor)")
	public Report give(Person actor, long roundId, long coFunderId, Selection selection, Verdict verdict,
			String reason) {
		String why = reason == null ? "" : reason.strip();
		requireTurn(roundId, coFunderId);
		List<DemandVerdicts.Row> selected = selected(roundId, coFunderId, selection);
		refuse(selected, verdict, why);
		List<DemandVerdicts.Row> fit = selected.stream()
			.filter((row) -> verdict != Verdict.ACCEPT || row.isSigned())
			.toList();
		verdicts.give(fit, verdict, verdict == Verdict.ACCEPT ? "" : why, actor.id(), clock.instant());
		audit.record(actor, "demand.verdicts-given", new Ref(Kind.ROUND, roundId),
				verdict + ", " + fit.size() + " of co-funder " + coFunderId);
		return new Report(fit.size(), selected.size() - fit.size());
	}

	private void requireTurn(long roundId, long coFunderId) {
		collections.lock(roundId, coFunderId);
		if (collections.require(roundId, coFunderId).state() != DemandCollection.State.CHECKING) {
			throw new Stale("demand.stale.notChecking");
		}
	}

	private List<DemandVerdicts.Row> selected(long roundId, long coFunderId, Selection selection) {
		DemandVerdicts.Filter filter = selection.all() ? selection.filter() : DemandVerdicts.Filter.any();
		return verdicts.find(roundId, coFunderId, filter, 0, Integer.MAX_VALUE)
			.items()
			.stream()
			.filter((row) -> selection.all() || selection.ids().contains(row.id()))
			.toList();
	}

	private static void refuse(List<DemandVerdicts.Row> selected, Verdict verdict, String reason) {
		List<FieldProblem> problems = new ArrayList<>();
		if (verdict == null) {
			problems.add(FieldProblem.of("verdict", "demand.check.problem.verdict"));
		}
		if (selected.isEmpty()) {
			problems.add(FieldProblem.of("demandIds", "demand.check.problem.none"));
		}
		if (verdict != null && verdict != Verdict.ACCEPT && reason.length() < 2) {
			problems.add(FieldProblem.of("reason", "demand.check.problem.reason"));
		}
		if (reason.length() > LONGEST_REASON) {
			problems.add(FieldProblem.of("reason", "demand.check.problem.long", LONGEST_REASON, reason.length()));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
