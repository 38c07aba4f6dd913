package org.guantong.testing;

import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Runs the engine's due jobs when a test says so, in the test's thread, so that nothing
 * has to be waited for.
 */
public class Engine {

	private static final int MOST_ROUNDS = 100;

	private final ManagementService management;

	public Engine(ManagementService management) {
		this.management = management;
	}

	/**
	 * Executes every job that is due now, and those that follow from them, until none is
	 * left.
	 */
	public void settle() {
		for (int round = 0; round < MOST_ROUNDS; round++) {
			List<Job> due = management.createJobQuery().executable().withRetriesLeft().active().list();
			if (due.isEmpty()) {
				return;
			}
			due.forEach((job) -> execute(job.getId()));
		}
		throw new IllegalStateException("jobs never run dry");
	}

	private void execute(String id) {
		if (management.createJobQuery().jobId(id).count() > 0) {
			management.executeJob(id);
		}
	}

}
