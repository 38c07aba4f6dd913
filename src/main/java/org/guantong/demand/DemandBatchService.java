package org.guantong.demand;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Round;
import org.guantong.fund.RoundParties;
import org.guantong.fund.Rounds;
import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.Stale;

/** Enters many demands at once, under the rules of {@link DemandService#add} for each. */
@Service
@Transactional
public class DemandBatchService {

	private final Demands demands;

	private final DemandCollections collections;

	private final DemandQuotas quotas;

	private final DemandCodes codes;

	private final Rounds rounds;

	private final RoundParties parties;

	private final Organisations organisations;

	private final AuditTrail audit;

	private final Clock clock;

	DemandBatchService(Demands demands, DemandCollections collections, DemandQuotas quotas, DemandCodes codes,
			Rounds rounds, RoundParties parties, Organisations organisations, AuditTrail audit, Clock clock) {
		this.demands = demands;
		this.collections = collections;
		this.quotas = quotas;
		this.codes = codes;
		this.rounds = rounds;
		this.parties = parties;
		this.organisations = organisations;
		this.audit = audit;
		this.clock = clock;
	}

	/** A demand to be entered. */
	public record Wanted(DemandContent content, List<DemandIndicator> indicators) {
	}

	/**
	 * What became of one.
	 *
	 * @param demand null when it was not entered
	 * @param problems why not; empty otherwise
	 */
	public record Result(Demand demand, List<FieldProblem> problems) {
	}

	/**
	 * Enters those demands of the actor's organisation for which the round has room.
	 * @return what became of each, in the same order
	 * @throws Stale when the co-funder has submitted already, or the round is not open
	 */
	@PreAuthorize("@demandPermissions.mayAdd(#actor, #roundId)")
	public List<Result> addAll(Person actor, long roundId, List<Wanted> wanted) {
		Round round = rounds.require(roundId);
		collections.lock(roundId, actor.organisationId())
			.filter((one) -> one.takesMore(round, clock.instant()))
			.orElseThrow(() -> new Stale("demand.stale.notCollecting"));
		List<List<FieldProblem>> problems = problems(round, actor, wanted);
		Iterator<Demand> entered = save(round, actor, wanted, problems).iterator();
		return problems.stream().map((ofOne) -> new Result(ofOne.isEmpty() ? entered.next() : null, ofOne)).toList();
	}

	private List<List<FieldProblem>> problems(Round round, Person actor, List<Wanted> wanted) {
		List<Long> fields = parties.fields(round.id());
		List<List<FieldProblem>> problems = new ArrayList<>(
				quotas.check(round, actor.organisationId(), wanted.stream().map(Wanted::content).toList()));
		for (int index = 0; index < wanted.size(); index++) {
			if (!fields.contains(wanted.get(index).content().fieldId())) {
				problems.set(index, List.of(FieldProblem.of("field", "demand.problem.notInRound")));
			}
		}
		return problems;
	}

	private List<Demand> save(Round round, Person actor, List<Wanted> wanted, List<List<FieldProblem>> problems) {
		Organisation coFunder = organisations.require(actor.organisationId());
		List<Demand> drafts = new ArrayList<>();
		for (int index = 0; index < wanted.size(); index++) {
			if (problems.get(index).isEmpty()) {
				drafts.add(new Demand(null, 0, codes.next(round, coFunder), round.id(), coFunder.id(), actor.id(),
						Demand.State.DRAFT, "", clock.instant(), wanted.get(index).content(),
						wanted.get(index).indicators()));
			}
		}
		List<Demand> saved = demands.saveAll(drafts);
		saved
			.forEach((one) -> audit.record(actor, "demand.added", one.subject().ref(), one.code() + " " + one.title()));
		return saved;
	}

}
