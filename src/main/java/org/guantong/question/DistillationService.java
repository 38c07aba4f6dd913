package org.guantong.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.demand.Demand;
import org.guantong.demand.Demands;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.matching.LikenessTable.Pair;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * What the office settles about demands that become no question, or not together, until
 * every demand of a round has its question or its reason.
 */
@Service
@Transactional
public class DistillationService {

	/** More is not named in one refusal; the number of all is. */
	private static final int MOST_NAMED = 20;

	private static final int LONGEST_REASON = 500;

	private final QuestionDemands sources;

	private final RoundDemands roundDemands;

	private final ScientificQuestions questions;

	private final DemandOutcomes outcomes;

	private final DemandsApart apart;

	private final DistillationClosing closing;

	private final Demands demands;

	private final Rounds rounds;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	DistillationService(QuestionDemands sources, RoundDemands roundDemands, ScientificQuestions questions,
			DemandOutcomes outcomes, DemandsApart apart, DistillationClosing closing, Demands demands, Rounds rounds,
			JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.sources = sources;
		this.roundDemands = roundDemands;
		this.questions = questions;
		this.outcomes = outcomes;
		this.apart = apart;
		this.closing = closing;
		this.demands = demands;
		this.rounds = rounds;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** The round's accepted demands and what became of each, by code. */
	@Transactional(readOnly = true)
	@PreAuthorize("@questionPermissions.mayWatch(#actor)")
	public List<RoundDemands.Item> demands(Person actor, long roundId) {
		return roundDemands.of(roundId);
	}

	/** How far the round's demands are settled. */
	@Transactional(readOnly = true)
	@PreAuthorize("@questionPermissions.mayWatch(#actor)")
	public RoundDemands.Progress progress(Person actor, long roundId) {
		return roundDemands.progress(roundId);
	}

	/**
	 * Puts on record why no question takes up these waiting demands.
	 * @param reason 2 to 500 characters, which the submitter reads
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void setDemandsAside(Person actor, List<Long> demandIds, String reason) {
		String why = requireReason(reason);
		Set<Long> distinct = new LinkedHashSet<>(demandIds);
		if (distinct.isEmpty()) {
			throw InvalidInput.of("demandIds", "question.problem.noDemands");
		}
		distinct.stream().sorted().forEach((demand) -> putAside(actor, demand, why));
		outcomes.setAside(distinct, why);
	}

	/** Puts on record why no question takes up a demand. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void setDemandAside(Person actor, long demandId, String reason) {
		setDemandsAside(actor, List.of(demandId), reason);
	}

	/** Lets a demand that was set aside wait for a question again. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void takeDemandBack(Person actor, long demandId) {
		Demand demand = demands.require(demandId);
		sources.lockWaiting(demand.roundId(), demandId);
		closing.requireOpen(demand.roundId());
		if (jdbc.sql("delete from demand_aside where demand_id = ?").param(demandId).update() == 0) {
			throw NotFound.of(Kind.DEMAND, demandId);
		}
		outcomes.waiting(List.of(demandId));
		audit.record(actor, "demand.taken-back", new Ref(Kind.DEMAND, demandId), "");
	}

	/**
	 * Says that these demands of one round are different, so that no two of them are
	 * proposed as one again.
	 * @param reason 2 to 500 characters
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void keepApart(Person actor, long roundId, List<Long> demandIds, String reason) {
		String why = requireReason(reason);
		List<Long> distinct = demandIds.stream().distinct().sorted().toList();
		if (distinct.size() < 2) {
			throw InvalidInput.of("demandIds", "question.problem.two");
		}
		distinct.forEach((demand) -> requireInRound(roundId, demand));
		for (int i = 0; i < distinct.size(); i++) {
			for (int j = i + 1; j < distinct.size(); j++) {
				apart.keep(new Pair(distinct.get(i), distinct.get(j)), why, actor);
			}
		}
		audit.record(actor, "demand.kept-apart", new Ref(Kind.DEMAND, distinct.get(0)), distinct + " " + why);
	}

	/** Lets two demands be proposed together again. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void forgetApart(Person actor, long one, long other) {
		if (!apart.forget(Pair.of(one, other))) {
			throw NotFound.of(Kind.DEMAND, other);
		}
		audit.record(actor, "demand.not-apart", new Ref(Kind.DEMAND, one), "demand " + other);
	}

	/**
	 * Declares the round's distillation done. From then on its demands stay as they are.
	 * @throws InvalidInput while a demand or a question is open, naming them
	 * @throws Stale when it was closed before
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void close(Person actor, long roundId) {
		Ref round = rounds.require(roundId).subject().ref();
		closing.lock(roundId);
		closing.requireOpen(roundId);
		List<FieldProblem> open = open(roundId);
		if (!open.isEmpty()) {
			throw new InvalidInput(open);
		}
		closing.close(roundId, actor);
		audit.record(actor, "distillation.closed", round, roundDemands.progress(roundId).toString());
	}

	/** Takes the declaration back, for a reason that stays on record. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void reopen(Person actor, long roundId, String reason) {
		String why = requireReason(reason);
		if (!closing.reopen(roundId)) {
			throw new Stale("question.stale.notClosed");
		}
		audit.record(actor, "distillation.reopened", rounds.require(roundId).subject().ref(), why);
	}

	private List<FieldProblem> open(long roundId) {
		List<FieldProblem> open = new ArrayList<>();
		RoundDemands.Progress progress = roundDemands.progress(roundId);
		if (progress.total() == 0) {
			open.add(FieldProblem.of("", "question.problem.nothingToClose"));
		}
		if (progress.unchecked() > 0) {
			open.add(FieldProblem.of("", "question.problem.unchecked", progress.unchecked()));
		}
		sources.waiting(roundId)
			.stream()
			.limit(MOST_NAMED)
			.forEach((one) -> open
				.add(FieldProblem.of("demand-" + one.id(), "question.problem.waits", one.code(), one.title())));
		questions.findByRoundIdOrderByCode(roundId)
			.stream()
			.filter((one) -> !one.state().isFinal())
			.limit(MOST_NAMED)
			.forEach((one) -> open
				.add(FieldProblem.of("question-" + one.id(), "question.problem.unfinished", one.code(), one.title())));
		return open;
	}

	private void putAside(Person actor, long demandId, String why) {
		Demand demand = demands.require(demandId);
		sources.requireWaiting(demand.roundId(), demandId);
		closing.requireOpen(demand.roundId());
		jdbc.sql("insert into demand_aside (demand_id, reason, set_by, set_at) values (?, ?, ?, ?)")
			.params(demandId, why, actor.id(), Timestamp.from(clock.instant()))
			.update();
		audit.record(actor, "demand.set-aside", new Ref(Kind.DEMAND, demandId), why);
	}

	private void requireInRound(long roundId, long demandId) {
		if (demands.require(demandId).roundId() != roundId) {
			throw NotFound.of(Kind.DEMAND, demandId);
		}
	}

	private static String requireReason(String reason) {
		if (reason == null || reason.isBlank()) {
			throw InvalidInput.of("reason", "form.required");
		}
		String why = reason.strip();
		if (why.length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "question.problem.reasonLong", LONGEST_REASON);
		}
		return why;
	}

}
