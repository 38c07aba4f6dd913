package org.guantong.midterm.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermCheck;
import org.guantong.project.Project;
import org.guantong.shared.Subject;
import org.guantong.workflow.Processes;

/** Starts the process of mid-term checks. */
@Component
public class MidtermProcess {

	/** The process id. */
	public static final String ID = "midterm-check";

	private final Processes processes;

	MidtermProcess(Processes processes) {
		this.processes = processes;
	}

	/** The check is due: the PI gets a task. */
	public long due(MidtermCheck check, Project project) {
		return processes.start("MidtermDue", new Subject(check.ref(), check.code(), project.title()),
				Map.of("checkId", check.id()));
	}

}
