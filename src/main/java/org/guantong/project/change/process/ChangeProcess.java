package org.guantong.project.change.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.project.change.ProjectChange;
import org.guantong.workflow.Processes;

/** Tells the engine what happens to changes of projects. */
@Component
public class ChangeProcess {

	/** The process id. */
	public static final String ID = "project-change";

	private final Processes processes;

	ChangeProcess(Processes processes) {
		this.processes = processes;
	}

	/** Somebody applied: the host institution gets a task. */
	public void applied(ProjectChange change) {
		processes.start("ChangeApplied", change.subject(), Map.of("changeId", change.id()));
	}

	/**
	 * The application was taken back.
	 * @return whether it was still under way
	 */
	public boolean withdrawn(ProjectChange change) {
		return processes.cancel(ID, change.subject().ref(), "申请已撤回");
	}

}
