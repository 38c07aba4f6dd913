package org.guantong.achievement.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.achievement.Closure;
import org.guantong.project.Project;
import org.guantong.workflow.Processes;

/** Tells the engine what happens to closures. */
@Component
public class ClosureProcess {

	private final Processes processes;

	ClosureProcess(Processes processes) {
		this.processes = processes;
	}

	/** Begins {@code project-closure} about that closure. */
	public void start(Closure closure, Project project) {
		processes.start("ClosureDue", closure.subject(project.title()), Map.of("closureId", closure.id()));
	}

}
