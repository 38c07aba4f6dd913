package org.guantong.transfer.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.transfer.Transfer;
import org.guantong.workflow.Processes;

/** Tells the engine what happens to transfers. */
@Component
public class TransferProcess {

	private final Processes processes;

	TransferProcess(Processes processes) {
		this.processes = processes;
	}

	/** Begins {@code transfer-incubation} about that transfer. */
	public void start(Transfer transfer) {
		processes.start("InterestDeclared", transfer.subject(), Map.of("transferId", transfer.id()));
	}

}
