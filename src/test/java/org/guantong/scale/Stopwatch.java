package org.guantong.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** How long the stages of a round take, and its pages when they are at their fullest. */
final class Stopwatch {

	/** No page may take longer, in milliseconds. */
	private static final long MOST_MILLIS = 1000;

	/** Nor any deed, however many things it is about. */
	private static final long MOST_DEED_MILLIS = 10_000;

	private static final long WORTH_PRINTING = 200;

	private final List<PageTime> pages = new ArrayList<>();

	private final List<Deed> deeds = new ArrayList<>();

	/**
	 * A page as it was met.
	 *
	 * @param first milliseconds of the first time, with templates still to be read
	 * @param again milliseconds of the better of two times after
	 * @param size characters
	 */
	private record PageTime(String who, String path, long first, long again, int size) {
	}

	private record Deed(String who, String what, long millis) {
	}

	void stage(String name, Runnable work) {
		long start = System.nanoTime();
		work.run();
		System.out.printf("scale: %-44s %6.1f s%n", name, (System.nanoTime() - start) / 1e9);
	}

	/** Does what somebody waits for, e.g. sending a page with many directions. */
	<T> T deed(String who, String what, Supplier<T> work) {
		long start = System.nanoTime();
		T done = work.get();
		deeds.add(new Deed(who, what, (System.nanoTime() - start) / 1_000_000));
		return done;
	}

	/** Opens pages three times each. */
	void open(String who, Site.Browser browser, String... paths) {
		for (String path : paths) {
			long first = millis(() -> reply(browser, path));
			Site.Reply[] last = new Site.Reply[1];
			long again = Math.min(millis(() -> reply(browser, path)), millis(() -> last[0] = reply(browser, path)));
			pages.add(new PageTime(who, path, first, again, last[0].body().length()));
		}
	}

	/** Prints all pages met as a table. */
	void print() {
		System.out.printf("scale: %-10s %8s %8s %8s  %s%n", "who", "first ms", "then ms", "KB", "page");
		pages.forEach((one) -> System.out.printf("scale: %-10s %8d %8d %8d  %s%n", one.who(), one.first(), one.again(),
				one.size() / 1024, one.path().length() > 80 ? one.path().substring(0, 80) : one.path()));
		deeds.stream()
			.filter((one) -> one.millis() > WORTH_PRINTING)
			.forEach((one) -> System.out.printf("scale: %-10s %8d ms  %s%n", one.who(), one.millis(), one.what()));
	}

	/** Fails if a page is too slow to work with. */
	void requireQuick() {
		assertThat(pages.stream().filter((one) -> one.again() > MOST_MILLIS)).as("pages to wait for").isEmpty();
		assertThat(deeds.stream().filter((one) -> one.millis() > MOST_DEED_MILLIS)).as("deeds to wait for").isEmpty();
	}

	private static Site.Reply reply(Site.Browser browser, String path) {
		Site.Reply reply = browser.get(path);
		assertThat(reply.status()).as(path).isEqualTo(200);
		return reply;
	}

	private static long millis(Supplier<?> work) {
		long start = System.nanoTime();
		work.get();
		return (System.nanoTime() - start) / 1_000_000;
	}

}
