package org.guantong.demand;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.demand.process.DemandProcess;
import org.guantong.identity.Person;
import org.guantong.shared.Stale;

/** What a contact handed in can be taken back until the leader has signed it off. */
@Service
@Transactional
public class DemandRecallService {

	private final DemandCollections collections;

	private final DemandCollecting collecting;

	private final DemandProcess process;

	private final MessageSource messages;

	DemandRecallService(DemandCollections collections, DemandCollecting collecting, DemandProcess process,
			MessageSource messages) {
		this.collections = collections;
		this.collecting = collecting;
		this.process = process;
		this.messages = messages;
	}

	/** Whether this person could take back now what waits for their leader. */
	@PreAuthorize("@demandPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public boolean isOpenTo(Person actor, long roundId) {
		return DemandPermissions.entersFor(actor, actor.organisationId())
				&& collections.find(roundId, actor.organisationId())
					.filter((one) -> one.state() == DemandCollection.State.SIGNING)
					.isPresent();
	}

	/**
	 * Takes back what the actor's organisation handed in, to change or withdraw demands;
	 * the leader's task ends.
	 * @throws Stale when the leader has decided, or nothing was handed in
	 */
	@PreAuthorize("@demandPermissions.mayAdd(#actor, #roundId)")
	public void recall(Person actor, long roundId) {
		collections.lock(roundId, actor.organisationId())
			.filter((one) -> one.state() == DemandCollection.State.SIGNING)
			.orElseThrow(() -> new Stale("demand.stale.notSigning"));
		collecting.recall(actor, roundId, actor.organisationId(),
				messages.getMessage("demand.recall.reason", null, actor.locale()));
		process.recalled(roundId, actor.organisationId());
	}

}
