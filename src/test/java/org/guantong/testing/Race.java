package org.guantong.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.ConcurrencyFailureException;

import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Many who do the same at the same moment. */
public final class Race {

	private Race() {
	}

	/** What one of them does. */
	public interface Deed {

		void by(int number) throws Exception;

	}

	/**
	 * Lets them all go at once; whoever comes too late must be told so in one of the ways
	 * people can be told, anything else fails the test.
	 * @return how many got it done
	 */
	public static int of(int threads, Deed deed) {
		ExecutorService runners = Executors.newFixedThreadPool(threads);
		CountDownLatch start = new CountDownLatch(1);
		try {
			List<Future<Boolean>> all = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				int number = i;
				all.add(runners.submit(() -> {
					start.await();
					return attempt(deed, number);
				}));
			}
			start.countDown();
			int done = 0;
			for (Future<Boolean> one : all) {
				done += one.get(120, TimeUnit.SECONDS) ? 1 : 0;
			}
			return done;
		}
		catch (ExecutionException ex) {
			throw new AssertionError("somebody was told nothing useful", ex.getCause());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			runners.shutdownNow();
		}
	}

	private static boolean attempt(Deed deed, int number) throws Exception {
		try {
			deed.by(number);
			return true;
		}
		catch (Stale | NotFound | InvalidInput | ConcurrencyFailureException ex) {
			return false;
		}
	}

}
