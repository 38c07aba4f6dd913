package org.guantong.demand.process;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.demand.DemandCollecting;
import org.guantong.fund.Round;
import org.guantong.fund.RoundOpened;
import org.guantong.fund.Rounds;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Processes;

/** Starts demand collection when an officer opens a round, and tells it what happens. */
@Component
public class DemandProcess {

	private static final String RECALLED = "SubmissionRecalled-";

	private final Processes processes;

	private final Rounds rounds;

	private final DemandCollecting collecting;

	DemandProcess(Processes processes, Rounds rounds, DemandCollecting collecting) {
		this.processes = processes;
		this.rounds = rounds;
		this.collecting = collecting;
	}

	@EventListener
	void on(RoundOpened opened) {
		Round round = rounds.require(opened.roundId());
		collecting.begin(round);
		processes.start("RoundOpened", round.subject(), Map.of("roundId", round.id()));
	}

	/**
	 * The contact took back what waited for the leader.
	 * @throws org.guantong.shared.Stale when the leader no longer has it
	 */
	public void recalled(long roundId, long coFunderId) {
		processes.correlate(RECALLED + coFunderId, new Ref(Kind.ROUND, roundId), Map.of());
	}

}
