package org.guantong.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;

import org.guantong.identity.Person;

/**
 * A real browser: the machine's Chromium, else the one Playwright downloads. Tests with
 * it carry {@link NeedsBrowser}.
 */
public final class WebBrowser implements AutoCloseable {

	/** The widths everything is looked at in, in CSS pixels: a desk and a phone. */
	public static final List<Integer> WIDTHS = List.of(1280, 390);

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

	private static Boolean atHand;

	private final Playwright playwright;

	private final Browser browser;

	private WebBrowser(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	public static WebBrowser open() {
		try {
			return start();
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException(NeedsBrowser.MISSING, ex);
		}
	}

	/** Whether a browser can be started here; found out once. */
	static synchronized boolean isAtHand() {
		if (atHand == null) {
			try (WebBrowser tried = start()) {
				atHand = tried.browser.isConnected();
			}
			catch (RuntimeException ex) {
				// Playwright throws its own kind when it cannot start a browser and a
				// bare one when it cannot fetch one.
				atHand = false;
			}
		}
		return atHand;
	}

	private static WebBrowser start() {
		Optional<Path> installed = installed();
		Playwright playwright = Playwright.create(new Playwright.CreateOptions()
			.setEnv(installed.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
		BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
		installed.ifPresent(options::setExecutablePath);
		return new WebBrowser(playwright, playwright.chromium().launch(options));
	}

	private static Optional<Path> installed() {
		String path = System.getenv().getOrDefault("PATH", "");
		return Stream.of("chromium", "chromium-browser", "google-chrome")
			.flatMap((name) -> Stream.of(path.split(":")).map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** A new window of that width in which this person has signed in, in Chinese. */
	public Page signIn(Site site, Person person, int width) {
		Page page = window(width);
		page.navigate(site.address() + "/login");
		page.fill("input[name=username]", person.username());
		page.fill("input[name=password]", "password");
		page.click("main form button[type=submit]");
		page.waitForURL((address) -> !address.contains("/login"));
		return page;
	}

	public Page window(int width) {
		// Pages scroll smoothly otherwise, and what is clicked while they do is missed.
		BrowserContext context = browser.newContext(
				new Browser.NewContextOptions().setViewportSize(width, 900).setReducedMotion(ReducedMotion.REDUCE));
		Page page = context.newPage();
		page.setDefaultTimeout(60_000);
		return page;
	}

	/**
	 * Takes the page's picture at both widths into {@code target/screenshots} and checks
	 * that it never has to be scrolled sideways.
	 */
	public static void picture(Page page, String name) {
		int before = page.viewportSize().width;
		for (int width : WIDTHS) {
			resize(page, width);
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
				.setPath(PICTURES.resolve(name + "-" + width + ".png")));
			int content = (int) page.evaluate("document.documentElement.scrollWidth");
			if (content > width) {
				throw new AssertionError(name + " is " + content + " pixels wide in a window of " + width);
			}
		}
		resize(page, before);
	}

	/**
	 * What keeps people out of a page who cannot see it or use no mouse, by the rules of
	 * WCAG 2.1 A and AA; each with the elements concerned.
	 */
	public static List<String> barriers(Page page) {
		return new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + ": "
					+ rule.getNodes().stream().map((node) -> node.getHtml()).limit(3).toList())
			.toList();
	}

	/**
	 * A busy machine lays a page out some time after it was told to: what is clicked
	 * before then is missed.
	 */
	private static void resize(Page page, int width) {
		page.setViewportSize(width, 900);
		page.waitForFunction("width => window.innerWidth === width", width);
		page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
	}

	@Override
	public void close() {
		browser.close();
		playwright.close();
	}

}
