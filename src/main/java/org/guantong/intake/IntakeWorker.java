package org.guantong.intake;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Works through waiting workbooks in the background, one after the other on each node.
 */
@Component
class IntakeWorker implements DisposableBean {

	private static final int PATIENCE_SECONDS = 20;

	private final IntakeJobs jobs;

	private final IntakeRun run;

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "intake");
		thread.setDaemon(true);
		return thread;
	});

	IntakeWorker(IntakeJobs jobs, IntakeRun run) {
		this.jobs = jobs;
		this.run = run;
	}

	/** Something may be waiting; comes back at once. */
	void wake() {
		thread.execute(this::work);
	}

	private void work() {
		for (Optional<IntakeJob> job = jobs.take(); job.isPresent(); job = jobs.take()) {
			run.run(job.get());
		}
	}

	/** Lets the workbook under way end; others wait for the next start. */
	@Override
	public void destroy() throws InterruptedException {
		thread.shutdown();
		if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
			thread.shutdownNow();
		}
	}

}
