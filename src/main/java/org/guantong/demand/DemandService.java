package org.guantong.demand;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Round;
import org.guantong.fund.RoundParties;
import org.guantong.fund.Rounds;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.wording.CriteriaTicks;
import org.guantong.wording.Criterion;

/** What a contact does with demands, and who may read them. */
@Service
@Transactional
public class DemandService {

	private final Demands demands;

	private final DemandCollections collections;

	private final DemandQuotas quotas;

	private final DemandCodes codes;

	private final DemandList list;

	private final Rounds rounds;

	private final RoundParties parties;

	private final Organisations organisations;

	private final CriteriaTicks ticks;

	private final AuditTrail audit;

	private final Clock clock;

	DemandService(Demands demands, DemandCollections collections, DemandQuotas quotas, DemandCodes codes,
			DemandList list, Rounds rounds, RoundParties parties, Organisations organisations, CriteriaTicks ticks,
			AuditTrail audit, Clock clock) {
		this.demands = demands;
		this.collections = collections;
		this.quotas = quotas;
		this.codes = codes;
		this.list = list;
		this.rounds = rounds;
		this.parties = parties;
		this.organisations = organisations;
		this.ticks = ticks;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Enters a demand of the actor's organisation.
	 * @throws Stale when the co-funder has submitted already, or the round is not open
	 * @throws InvalidInput when the round allows no more
	 */
	@PreAuthorize("@demandPermissions.mayAdd(#actor, #roundId)")
	public Demand add(Person actor, long roundId, DemandContent content, List<DemandIndicator> indicators) {
		Round round = rounds.require(roundId);
		requireCollecting(roundId, actor.organisationId());
		requireRoundField(roundId, content);
		quotas.requireRoom(round, actor.organisationId(), content);
		String code = codes.next(round, organisations.require(actor.organisationId()));
		Demand demand = demands.save(new Demand(null, 0, code, roundId, actor.organisationId(), actor.id(),
				Demand.State.DRAFT, "", clock.instant(), content, indicators));
		audit.record(actor, "demand.added", demand.subject().ref(), code + " " + demand.title());
		return demand;
	}

	/**
	 * Changes a demand that is a draft or came back.
	 * @param version the version the contact saw
	 * @throws Stale when it was changed since, or has been submitted
	 */
	@PreAuthorize("@demandPermissions.mayChange(#actor, #id)")
	public Demand change(Person actor, long id, int version, DemandContent content, List<DemandIndicator> indicators) {
		Demand demand = changeable(id);
		if (demand.fieldId() != content.fieldId()) {
			requireRoundField(demand.roundId(), content);
		}
		quotas.requireRoom(rounds.require(demand.roundId()), demand, content);
		try {
			Demand changed = demands.save(demand.with(content, indicators, version, clock.instant()));
			audit.record(actor, "demand.changed", demand.subject().ref(), demand.code());
			return changed;
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("demand.stale.changed");
		}
	}

	/** Takes a demand back; its code is not given again. */
	@PreAuthorize("@demandPermissions.mayChange(#actor, #id)")
	public void withdraw(Person actor, long id) {
		Demand demand = changeable(id);
		demands.save(demand.in(Demand.State.WITHDRAWN, "", clock.instant()));
		audit.record(actor, "demand.withdrawn", demand.subject().ref(), demand.code());
	}

	/**
	 * The contact's word that the demand meets these of the five criteria, and no others.
	 * @throws Stale when it has been submitted
	 */
	@PreAuthorize("@demandPermissions.mayChange(#actor, #id)")
	public void tick(Person actor, long id, Set<Criterion> criteria) {
		ticks.set(actor, changeable(id).subject().ref(), criteria);
	}

	/**
	 * The demand.
	 * @throws NotFound when there is none, or none this person may read
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayRead(#actor)")
	public Demand require(Person actor, long id) {
		return demands.visible(actor, id);
	}

	/** Demands this person may read, by code. */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayRead(#actor)")
	public DemandList.Page find(Person actor, DemandFilter filter, int page, int size) {
		return list.find(actor, filter, page, size);
	}

	/** Whether this person may enter another demand now: their turn, and room left. */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayRead(#actor)")
	public boolean isOpenTo(Person actor, long roundId) {
		return actor.has(Role.CO_FUNDER_CONTACT) && collections.find(roundId, actor.organisationId())
			.filter((one) -> one.takesMore(rounds.require(roundId), clock.instant()))
			.isPresent();
	}

	/** Whether this person may change that demand now. */
	@Transactional(readOnly = true)
	@PreAuthorize("@demandPermissions.mayRead(#actor)")
	public boolean isOpenTo(Person actor, Demand demand) {
		return actor.hasIn(Role.CO_FUNDER_CONTACT, demand.coFunderId())
				&& collections.find(demand.roundId(), demand.coFunderId())
					.filter((one) -> isOpen(demand, one))
					.isPresent();
	}

	/**
	 * Throws {@link Stale} unless this person may enter a demand now,
	 * AccessDeniedException unless they ever may.
	 */
	@PreAuthorize("@demandPermissions.mayAdd(#actor, #roundId)")
	public void requireTurn(Person actor, long roundId) {
		requireCollecting(roundId, actor.organisationId());
	}

	/**
	 * Within the caller's transaction, holds off whoever would close the demand.
	 * @throws Stale when it can be changed no more
	 */
	@PreAuthorize("@demandPermissions.mayChange(#actor, #id)")
	public void requireOpen(Person actor, long id) {
		changeable(id);
	}

	private Demand changeable(long id) {
		Demand seen = demands.require(id);
		DemandCollection collection = collections.lock(seen.roundId(), seen.coFunderId())
			.orElseThrow(() -> new Stale("demand.stale.closed"));
		Demand demand = demands.require(id);
		if (!isOpen(demand, collection)) {
			throw new Stale("demand.stale.closed");
		}
		return demand;
	}

	private void requireRoundField(long roundId, DemandContent content) {
		if (!parties.fields(roundId).contains(content.fieldId())) {
			throw InvalidInput.of("field", "demand.problem.notInRound");
		}
	}

	private static boolean isOpen(Demand demand, DemandCollection collection) {
		return switch (collection.state()) {
			case COLLECTING -> demand.state() == Demand.State.DRAFT;
			case AMENDING -> demand.state() == Demand.State.RETURNED || demand.state() == Demand.State.DRAFT;
			default -> false;
		};
	}

	private void requireCollecting(long roundId, long coFunderId) {
		Round round = rounds.require(roundId);
		collections.lock(roundId, coFunderId)
			.filter((one) -> one.takesMore(round, clock.instant()))
			.orElseThrow(() -> new Stale("demand.stale.notCollecting"));
	}

}
