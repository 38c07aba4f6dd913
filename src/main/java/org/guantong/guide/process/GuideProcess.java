package org.guantong.guide.process;

import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;
import org.guantong.workflow.Processes;

/** Starts the case of a direction. */
@Component
public class GuideProcess {

	/** The message that starts a case. */
	static final String DIRECTION_DRAFTED = "DirectionDrafted";

	private final Processes processes;

	GuideProcess(Processes processes) {
		this.processes = processes;
	}

	public void start(GuideDirection direction) {
		processes.start(DIRECTION_DRAFTED, direction.subject(), Map.of("directionId", direction.id()));
	}

}
