package org.guantong.fund;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final FundPermissions permissions;

	private final Clock clock;

	RoundService(Rounds rounds, JointFunds funds, Agreements agreements, RoundPlans plans, AuditTrail audit,
			ApplicationEventPublisher events, FundPermissions permissions, Clock clock) {
		this.rounds = rounds;
		this.funds = funds;
		this.agreements = agreements;
		this.plans = plans;
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
	 * Prepares a fund's round of a year.
	 * @throws InvalidInput when the fund has one for that year, or a setting does not do
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round create(Person actor, long fundId, int year, RoundSettings settings) {
		JointFund fund = funds.findById(fundId).orElseThrow(() -> InvalidInput.of("fundId", "fund.problem.noFund"));
		refuse(problems(settings, null));
		if (rounds.existsByFundIdAndYear(fundId, year)) {
			throw InvalidInput.of("year", "fund.problem.yearTaken", fund.name(), Integer.toString(year));
		}
		try {
			Round round = rounds.save(Round.prepared(fund, year, null).with(settings, 0));
			plans.write(round.id(), null, plans.usual(fund, year, settings));
			audit.record(actor, "round.created", round.subject().ref(), settings.toString());
			return round;
		}
		catch (DuplicateKeyException ex) {
			throw InvalidInput.of("year", "fund.problem.yearTaken", fund.name(), Integer.toString(year));
		}
	}

	/**
	 * Changes the settings. They hold for everything that begins from now on; the
	 * deadline of an open round can only be put later, and then holds for those who are
	 * still at it.
	 * @param version the version the officer saw
	 * @throws Stale when somebody else has changed it since
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public Round change(Person actor, long id, int version, RoundSettings settings) {
		Round round = rounds.require(id);
		refuse(problems(settings, round));
		try {
			Round changed = rounds.save(round.with(settings, version));
			audit.record(actor, "round.changed", round.subject().ref(), settings.toString());
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

	private List<FieldProblem> problems(RoundSettings settings, Round before) {
		List<FieldProblem> problems = new ArrayList<>();
		Instant deadline = settings.demandDeadline();
		boolean moved = before == null || !deadline.equals(before.demandDeadline());
		if (moved && !deadline.isAfter(clock.instant())) {
			problems.add(FieldProblem.of("demandDeadline", "fund.problem.deadlinePast"));
		}
		else if (moved && before != null && before.state() != Round.State.PREPARED
				&& deadline.isBefore(before.demandDeadline())) {
			problems.add(FieldProblem.of("demandDeadline", "fund.problem.deadlineEarlier"));
		}
		if (settings.quotas().perField() > settings.quotas().perCoFunder()) {
			problems.add(FieldProblem.of("quotaPerField", "fund.problem.quotas"));
		}
		return problems;
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
