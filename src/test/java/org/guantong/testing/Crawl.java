package org.guantong.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows links as a visitor would and notes what is wrong: pages that do not open, texts
 * that are missing. Of addresses that differ in numbers and choices only, one is opened.
 */
public final class Crawl {

	private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

	private static final Pattern NO_PAGE = Pattern.compile(
			".*[?&]lang=.*|/(assets|webjars|css|js|images|v3|swagger-ui|logout)\\b.*|.*\\.(xlsx|docx|pdf|zip|bpmn|dmn|css|js|svg|png|ico)(\\?.*)?|.*/content");

	private static final Pattern MISSING = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

	private final Site.Browser browser;

	private final Set<String> opened = new HashSet<>();

	private final List<String> faults = new ArrayList<>();

	private Crawl(Site.Browser browser) {
		this.browser = browser;
	}

	/** What was opened, and what was wrong with it. */
	public record Result(int pages, List<String> faults) {
	}

	/** Begins with a page and opens up to that many. */
	public static Result from(String start, Site.Browser browser, int most) {
		Crawl crawl = new Crawl(browser);
		crawl.follow(start, most);
		return new Result(crawl.opened.size(), crawl.faults);
	}

	private void follow(String start, int most) {
		Deque<String> waiting = new ArrayDeque<>(List.of(start));
		while (!waiting.isEmpty() && opened.size() < most) {
			String address = waiting.poll();
			if (!NO_PAGE.matcher(address).matches() && opened.add(shapeOf(address))) {
				Matcher link = LINK.matcher(open(address));
				while (link.find()) {
					waiting.add(link.group(1).replace("&amp;", "&"));
				}
			}
		}
	}

	private String open(String address) {
		Site.Reply reply = browser.get(address);
		if (reply.status() >= 400) {
			faults.add(reply.status() + " " + address);
		}
		Matcher missing = MISSING.matcher(reply.body());
		if (missing.find()) {
			faults.add(missing.group() + " " + address);
		}
		return reply.body();
	}

	private static String shapeOf(String address) {
		return address.replaceAll("\\d+", "0").replaceAll("=[^&]*", "=");
	}

}
