package org.guantong.fund;

import java.time.Clock;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Sets rounds up, changes their settings, opens them. */
@Service
@Transactional
public class RoundService {

	private final Rounds rounds;

	private final JointFunds funds;

	private final Agreements agreements;

	private final RoundPlans plans;

	private final RoundChecks checks;

	private final RoundMailTexts mailTexts;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final FundPermissions permissions;

	private final Clock clock;

	RoundService(Rounds rounds, JointFunds funds, Agreements agreements, RoundPlans plans, RoundChecks checks,
			RoundMailTexts mailTexts, AuditTrail audit, ApplicationEventPublisher events, FundPermissions permissions,
			Clock clock) {
		this.rounds = rounds;
		this.funds = funds;
		this.agreements = agreements;
		this.plans = plans;
		this.checks = checks;
		this.mailTexts = mailTexts;
		this.audit = audit;
		this.events = events;
		this.permissions = permissions;
		this.clock = clock;
	}

	/** The rounds this person may read, the latest first. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadRounds(#actor)")
	public List<Round> list(Person actor) {
		return rounds.findAllByOrderByYearDescIdDesc().stream().filter((round) -> isVisible(actor, round)).toList();
	}

	/**
	 * The round of that id.
	 * @throws NotFound when there is none, or none this person may read
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadRounds(#actor)")
	public Round require(Person actor, long id) {
		Round round = rounds.require(id);
		if (!isVisible(actor, round)) {
			throw NotFound.of(Kind.ROUND, id);
		}
		return round;
	}

	/**
	 * All of the round's settings. A co-funder is not told what was agreed with others.
	 * @throws NotFound when there is no such round, or none this person may read
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayReadRounds(#actor)")
	public RoundPlan plan(Person actor, long id) {
		RoundPlan plan = plans.of(require(actor, id));
		return permissions.mayReadFunds(actor) ? plan : plan.seenBy(actor.organisationId());
	}

	/**
	 * Prepares a fund's round of a year with all its fields, everybody under agreement,
	 * and the standard criteria.
	 * @throws InvalidInput when the fund has one for that year, or a setting does not do
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round create(Person actor, long fundId, int year, RoundSettings settings) {
		return create(actor, fundId, year, usualPlan(actor, fundId, year, settings));
	}

	/** As {@link #create(Person, long, int, RoundSettings)}, with a plan of its own. */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round create(Person actor, long fundId, int year, RoundPlan plan) {
		JointFund fund = requireFund(fundId);
		refuse(checks.problems(fund, year, plan));
		return add(actor, fund, year, plan, null);
	}

	/** What a round of that fund and year begins with; nothing is kept of it. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public RoundPlan usualPlan(Person actor, long fundId, int year, RoundSettings settings) {
		return plans.usual(requireFund(fundId), year, settings);
	}

	/**
	 * Prepares a round with all the settings and mail texts of an earlier one, its dates
	 * as many years later. Of the co-funders, and the exceptions made for them, those are
	 * taken whose agreement covers the new year. Everything can be changed before it is
	 * opened; a deadline that is past must be.
	 * @param title null for the earlier one's, with the year changed
	 * @throws InvalidInput when the fund has a round for that year
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round copy(Person actor, long fromId, int year, String title) {
		Round from = rounds.require(fromId);
		JointFund fund = funds.require(from.fundId());
		RoundPlan plan = plans.forYear(from, year, clock.getZone());
		Round copy = add(actor, fund, year, title == null ? plan : plan.with(plan.settings().withTitle(title)), fromId);
		mailTexts.copy(fromId, copy.id());
		return copy;
	}

	/** As {@link #change(Person, long, int, RoundPlan)}, the rest of the plan staying. */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round change(Person actor, long id, int version, RoundSettings settings) {
		return change(actor, id, version, plans.of(rounds.require(id)).with(settings));
	}

	/**
	 * Changes the settings as far as that is safe ({@link RoundLocks}). They hold for
	 * everything that begins from now on. A later deadline and longer limits also hold
	 * for those who are at it: their dates and timers move and they are told. Nobody
	 * under way loses time.
	 * @param version the version the officer saw
	 * @throws InvalidInput naming each setting that does not do, or cannot change any
	 * more
	 * @throws Stale when somebody else has changed it since
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round change(Person actor, long id, int version, RoundPlan plan) {
		Round round = rounds.require(id);
		if (round.version() != version) {
			throw new Stale("fund.stale.round");
		}
		RoundPlan before = plans.of(round);
		refuse(checks.problems(funds.require(round.fundId()), round, before, plan));
		try {
			Round changed = rounds.save(round.with(plan.settings(), version));
			plans.write(id, before, plan);
			audit.record(actor, "round.changed", round.subject().ref(), RoundDifference.of(before, plan));
			events.publishEvent(new RoundChanged(id, before.settings(), plan.settings()));
			return changed;
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("fund.stale.round");
		}
	}

	/**
	 * Opens the round: co-funders are asked for their demands.
	 * @throws Stale when it was opened before
	 * @throws InvalidInput when no agreement covers its year or its deadline is past
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round open(Person actor, long id) {
		Round round = rounds.require(id);
		if (round.state() != Round.State.PREPARED) {
			throw new Stale("fund.stale.opened");
		}
		if (agreements.coFundersOf(id).isEmpty()) {
			throw InvalidInput.of("", "fund.problem.noAgreement", Integer.toString(round.year()));
		}
		if (!round.demandDeadline().isAfter(clock.instant())) {
			throw InvalidInput.of("demandDeadline", "fund.problem.deadlinePast");
		}
		try {
			Round opened = rounds.save(round.in(Round.State.OPEN));
			audit.record(actor, "round.opened", round.subject().ref(), "until " + round.demandDeadline());
			events.publishEvent(new RoundOpened(id));
			return opened;
		}
		catch (OptimisticLockingFailureException ex) {
			throw new Stale("fund.stale.opened");
		}
	}

	private boolean isVisible(Person actor, Round round) {
		return permissions.mayReadFunds(actor) || agreements.includes(round.id(), actor.organisationId());
	}

	private JointFund requireFund(long fundId) {
		return funds.findById(fundId).orElseThrow(() -> InvalidInput.of("fundId", "fund.problem.noFund"));
	}

	private Round add(Person actor, JointFund fund, int year, RoundPlan plan, Long copiedFrom) {
		InvalidInput taken = InvalidInput.of("year", "fund.problem.yearTaken", fund.name(), Integer.toString(year));
		if (rounds.existsByFundIdAndYear(fund.id(), year)) {
			throw taken;
		}
		try {
			Round round = rounds.save(Round.prepared(fund, year, copiedFrom).with(plan.settings(), 0));
			plans.write(round.id(), null, plan);
			audit.record(actor, copiedFrom == null ? "round.created" : "round.copied", round.subject().ref(),
					copiedFrom == null ? plan.settings().toString() : "from round " + copiedFrom);
			return round;
		}
		catch (DuplicateKeyException ex) {
			throw taken;
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
