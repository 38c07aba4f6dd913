package org.guantong.transfer;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who may do what with transfers. */
@Component("transferPermissions")
public class TransferPermissions {

	/** Demand sides declare interest in achievements. */
	public boolean mayDeclare(Person actor) {
		return actor != null && actor.has(Role.DEMAND_SIDE);
	}

	/** Officers and administrators keep the list of matchmaking events. */
	public boolean mayLoadEvents(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Everybody signed in may ask; what is not theirs does not exist for them. */
	public boolean mayAsk(Person actor) {
		return actor != null;
	}

	/**
	 * The office, auditors, the demand side's organisation, the PI and their host
	 * institution see a transfer.
	 */
	public boolean maySee(Person actor, long demandSideId, long piId, long hostId) {
		return actor.readsEverything() || actor.hasIn(Role.DEMAND_SIDE, demandSideId) || actor.id() == piId
				|| actor.hasIn(Role.HOST, hostId);
	}

}
