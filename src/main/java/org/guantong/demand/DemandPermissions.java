package org.guantong.demand;

import org.springframework.stereotype.Component;

import org.guantong.fund.Agreements;
import org.guantong.fund.FundPermissions;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** Who may do what with demands. */
@Component
public class DemandPermissions {

	private final Demands demands;

	private final Agreements agreements;

	private final FundPermissions funds;

	DemandPermissions(Demands demands, Agreements agreements, FundPermissions funds) {
		this.demands = demands;
		this.agreements = agreements;
		this.funds = funds;
	}

	/**
	 * Co-funders' people, the office, auditors and the committee read demands; which ones
	 * is asked of each.
	 */
	public boolean mayRead(Person actor) {
		return actor != null && (actor.readsEverything() || actor.isCoFunder());
	}

	/** A contact of a co-funder adds demands to the rounds it takes part in. */
	public boolean mayAdd(Person actor, long roundId) {
		if (!funds.mayReadFunds(actor) && !agreements.includes(roundId, actor.organisationId())) {
			throw NotFound.of(Kind.ROUND, roundId);
		}
		return actor.has(Role.CO_FUNDER_CONTACT) && agreements.includes(roundId, actor.organisationId());
	}

	/** A contact of the co-funder that has the demand changes or withdraws it. */
	public boolean mayChange(Person actor, long demandId) {
		Demand demand = demands.visible(actor, demandId);
		return actor.hasIn(Role.CO_FUNDER_CONTACT, demand.coFunderId());
	}

	/** The office checks the form of demands. */
	public boolean mayCheck(Person actor) {
		return actor != null && actor.has(Role.OFFICER);
	}

	/** Whether this person enters demands for that co-funder. */
	static boolean entersFor(Person person, long coFunderId) {
		return person.hasIn(Role.CO_FUNDER_CONTACT, coFunderId);
	}

	/** The office, auditors and the committee read every demand. */
	static boolean readsAll(Person person) {
		return person.readsEverything() || person.has(Role.COMMITTEE);
	}

	/** Besides those who read all, the co-funder's own people read its demands. */
	static boolean reads(Person person, long coFunderId) {
		return person != null && (readsAll(person) || person.hasIn(Role.CO_FUNDER_CONTACT, coFunderId)
				|| person.hasIn(Role.CO_FUNDER_LEADER, coFunderId));
	}

}
