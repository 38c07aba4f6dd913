package org.guantong.demand;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Agreements;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * Moves the demands of a co-funder through a round. Called by completed tasks, whose
 * holders have been checked, and by the process itself.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DemandCollecting {

	private static final Set<Demand.State> UNDECIDED = EnumSet.of(Demand.State.SUBMITTED, Demand.State.SIGNED,
			Demand.State.RETURNED);

	private final Demands demands;

	private final DemandCollections collections;

	private final DemandVerdicts verdicts;

	private final Rounds rounds;

	private final Agreements agreements;

	private final DemandLetters letters;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DemandCollecting(Demands demands, DemandCollections collections, DemandVerdicts verdicts, Rounds rounds,
			Agreements agreements, DemandLetters letters, AuditTrail audit, ApplicationEventPublisher events,
			Clock clock) {
		this.demands = demands;
		this.collections = collections;
		this.verdicts = verdicts;
		this.rounds = rounds;
		this.agreements = agreements;
		this.letters = letters;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** What an officer decides about the form of one demand. */
	public enum Verdict {

		ACCEPT, RETURN, REJECT

	}

	/**
	 * One demand's verdict.
	 *
	 * @param reason needed to return or reject, else empty
	 */
	public record Decision(long demandId, Verdict verdict, String reason) {
	}

	/** Opens a collection for every co-funder of the round. */
	public void begin(Round round) {
		agreements.coFundersOf(round.id()).forEach((coFunder) -> collections.begin(round.id(), coFunder));
	}

	/**
	 * The contact hands over what stands as a draft or was amended; the leader is next.
	 */
	public void submit(Person actor, long roundId, long coFunderId, String remark) {
		collections.lock(roundId, coFunderId);
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.DRAFT, Demand.State.RETURNED)), Demand.State.SUBMITTED,
				"");
		collections.submitted(roundId, coFunderId, remark == null ? "" : remark, Timestamp.from(clock.instant()));
		audit.record(actor, "demand.submitted", round(roundId), "co-funder " + coFunderId);
	}

	/** The leader agrees; the officer is next. */
	public void sign(Person actor, long roundId, long coFunderId) {
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.SUBMITTED)), Demand.State.SIGNED, "");
		collections.move(roundId, coFunderId, DemandCollection.State.CHECKING, "");
		audit.record(actor, "demand.signed", round(roundId), "co-funder " + coFunderId);
	}

	/** The leader sends all of it back to the contact. */
	public void returnAll(Person actor, long roundId, long coFunderId, String reason) {
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.SUBMITTED)), Demand.State.RETURNED, reason);
		collections.move(roundId, coFunderId, DemandCollection.State.AMENDING, reason);
		audit.record(actor, "demand.returned", round(roundId), "co-funder " + coFunderId + ": " + reason);
		letters.returned(actor, rounds.require(roundId), coFunderId, reason);
	}

	/** The contact takes back what waits for the leader. */
	public void recall(Person actor, long roundId, long coFunderId, String reason) {
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.SUBMITTED)), Demand.State.RETURNED, reason);
		collections.move(roundId, coFunderId, DemandCollection.State.AMENDING, "");
		audit.record(actor, "demand.recalled", round(roundId), "co-funder " + coFunderId);
	}

	/** The time to amend is over: the officer goes on with what there is. */
	public void amendmentOver(long roundId, long coFunderId) {
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.DRAFT)), Demand.State.WITHDRAWN, "");
		collections.move(roundId, coFunderId, DemandCollection.State.CHECKING, "");
		audit.record(null, "demand.amendment-overdue", round(roundId), "co-funder " + coFunderId);
	}

	/** The verdicts given on the demands that were laid before the office hold now. */
	public void judge(Person actor, long roundId, long coFunderId) {
		verdicts.take(roundId, coFunderId).forEach((decision) -> judge(actor, decision));
		List<Demand> returned = of(roundId, coFunderId, EnumSet.of(Demand.State.RETURNED));
		collections.move(roundId, coFunderId,
				returned.isEmpty() ? DemandCollection.State.DONE : DemandCollection.State.AMENDING, "");
		if (returned.isEmpty()) {
			letters.decided(rounds.require(roundId), coFunderId,
					demands.findByRoundIdAndCoFunderIdOrderByCode(roundId, coFunderId));
		}
		else {
			letters.returned(actor, rounds.require(roundId), coFunderId, reasons(returned));
		}
	}

	/** Nothing was submitted in time; drafts do not count any more. */
	public void recordLate(long roundId, long coFunderId) {
		collections.lock(roundId, coFunderId);
		move(of(roundId, coFunderId, EnumSet.of(Demand.State.DRAFT)), Demand.State.WITHDRAWN, "");
		collections.move(roundId, coFunderId, DemandCollection.State.LATE, "");
		audit.record(null, "demand.not-submitted", round(roundId), "co-funder " + coFunderId);
		letters.late(rounds.require(roundId), coFunderId);
	}

	/** Tells a co-funder that has not submitted that the deadline nears. */
	public void remind(long roundId, long coFunderId) {
		letters.reminder(rounds.require(roundId), coFunderId,
				of(roundId, coFunderId, EnumSet.of(Demand.State.DRAFT)).size());
	}

	/** The officer confirms: the demands stand. */
	public void close(Person actor, long roundId) {
		Round round = rounds.collected(roundId);
		audit.record(actor, "round.collected", round.subject().ref(), round.code());
		events.publishEvent(new DemandsCollected(roundId));
	}

	/** What the officer has still to decide on for a co-funder, by code. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<Demand> undecided(long roundId, long coFunderId) {
		return of(roundId, coFunderId, UNDECIDED);
	}

	/** A co-funder's demands in one of those states, by code. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<Demand> of(long roundId, long coFunderId, Set<Demand.State> states) {
		return demands.findByRoundIdAndCoFunderIdOrderByCode(roundId, coFunderId)
			.stream()
			.filter((demand) -> states.contains(demand.state()))
			.toList();
	}

	private void judge(Person actor, Decision decision) {
		Demand demand = demands.require(decision.demandId());
		Demand.State next = switch (decision.verdict()) {
			case ACCEPT -> Demand.State.ACCEPTED;
			case RETURN -> Demand.State.RETURNED;
			case REJECT -> Demand.State.REJECTED;
		};
		demands.save(demand.in(next, decision.reason(), clock.instant()));
		audit.record(actor, "demand." + next.name().toLowerCase(java.util.Locale.ROOT), demand.subject().ref(),
				decision.reason());
	}

	private void move(List<Demand> all, Demand.State next, String reason) {
		all.forEach((demand) -> demands.save(demand.in(next, reason, clock.instant())));
	}

	private static String reasons(List<Demand> returned) {
		StringBuilder text = new StringBuilder();
		returned.forEach((demand) -> text.append(text.isEmpty() ? "" : "；")
			.append(demand.code())
			.append(' ')
			.append(demand.title())
			.append("：")
			.append(demand.reason()));
		return text.toString();
	}

	private static Ref round(long roundId) {
		return new Ref(Kind.ROUND, roundId);
	}

}
