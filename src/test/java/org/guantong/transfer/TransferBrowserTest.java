package org.guantong.transfer;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.testing.WebBrowser;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guantong.transfer.TransferFixture.NEED;

@GuantongTest
@NeedsBrowser
class TransferBrowserTest {

	@Autowired
	private Site site;

	@Autowired
	private Given given;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Engine engine;

	@Autowired
	private MatchmakingEvents events;

	@Autowired
	private TestClock clock;

	@Test
	void everyPageOfATransferFitsDeskAndPhoneInBothLanguages() {
		TransferFixture the = new TransferFixture(given, inbox, tasks, clock);
		events.loadPublished(the.officer);
		try (WebBrowser browser = WebBrowser.open()) {
			Page page = browser.signIn(site, the.enterprise, 1280);
			page.navigate(site.address() + "/achievements/" + the.achievement);
			WebBrowser.picture(page, "transfer-achievement");
			page.click("a[href$='/transfers/new']");
			page.fill("#f-need", "太短");
			page.click("main form button");
			assertThat(page.locator("#error-summary").textContent()).contains("10");
			WebBrowser.picture(page, "transfer-declare-refused");
			page.fill("#f-need", NEED);
			page.click("main form button");
			page.waitForURL("**/transfers/*");
			String path = page.url().substring(site.address().length());
			Ref subject = Ref.parse("transfer:" + path.replaceAll("\\D", ""));
			the.complete(the.pi, subject, "answerInterest", TransferFixture.willing());
			Page office = browser.signIn(site, the.officer, 1280);
			pictureTask(office, the, subject, "assignArgumentExperts");
			the.complete(the.officer, subject, "assignArgumentExperts", TransferFixture.invited(the.experts));
			the.experts
				.forEach((one) -> the.complete(one, subject, "argueTransfer", TransferFixture.argument("SUPPORT")));
			engine.settle();
			pictureTask(office, the, subject, "decideFunding");
			the.complete(the.officer, subject, "decideFunding", the.funded(1_000_000, 600_000));
			the.complete(the.enterprise, subject, "signByDemandSide", the.terms(800_000));
			the.complete(the.hostAdmin, subject, "signByHost", the.terms(800_000));
			the.complete(the.pi, subject, "reportStage", TransferFixture.stageReport());
			the.complete(the.officer, subject, "decideGate", TransferFixture.go());
			the.complete(the.pi, subject, "reportStage", TransferFixture.stageReport());
			pictureTask(office, the, subject, "decideGate");
			the.complete(the.officer, subject, "decideGate", the.hold(200));
			for (String language : new String[] { "zh", "en" }) {
				for (String shown : new String[] { path, "/transfers", "/events" }) {
					office.navigate(site.address() + shown + "?lang=" + language);
					WebBrowser.picture(office, "transfer" + shown.replaceAll("\\d", "").replace('/', '-') + language);
				}
			}
			assertThat(office.locator("main").textContent()).contains("Matchmaking events");
		}
	}

	private void pictureTask(Page page, TransferFixture the, Ref subject, String step) {
		page.navigate(site.address() + "/tasks/" + the.tasks(the.officer, subject, step).get(0).id());
		WebBrowser.picture(page, "transfer-task-" + step);
	}

}
