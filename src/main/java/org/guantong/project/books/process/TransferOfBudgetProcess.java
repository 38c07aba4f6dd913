package org.guantong.project.books.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.project.books.LineTransfer;
import org.guantong.workflow.Processes;

/** Tells the engine what happens to transfers between budget lines. */
@Component
public class TransferOfBudgetProcess {

	/** The process id. */
	public static final String ID = "budget-transfer";

	private final Processes processes;

	TransferOfBudgetProcess(Processes processes) {
		this.processes = processes;
	}

	/** Somebody proposed one: the host institution gets a task. */
	public void proposed(LineTransfer transfer) {
		processes.start("TransferProposed", transfer.subject(), Map.of("transferId", transfer.id()));
	}

	/**
	 * The proposal was taken back.
	 * @return whether it was still under way
	 */
	public boolean withdrawn(LineTransfer transfer) {
		return processes.cancel(ID, transfer.subject().ref(), "申请已撤回");
	}

}
