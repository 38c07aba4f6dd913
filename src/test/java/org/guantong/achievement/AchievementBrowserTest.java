package org.guantong.achievement;

import java.time.LocalDate;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.NeedsBrowser;
import org.guantong.testing.Site;
import org.guantong.testing.WebBrowser;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
@NeedsBrowser
class AchievementBrowserTest {

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
	private ClosureService service;

	@Autowired
	private Achievements achievements;

	private ClosureFixture the;

	private Ref subject;

	@Test
	void everyPageOfAClosureFitsDeskAndPhoneInBothLanguages() {
		the = new ClosureFixture(given, inbox, tasks);
		subject = new Ref(Kind.CLOSURE, service.open(the.officer, the.project, LocalDate.now().plusDays(30)).id());
		try (WebBrowser browser = WebBrowser.open()) {
			Page office = browser.signIn(site, the.officer, 1280);
			office.navigate(site.address() + "/closures/new");
			WebBrowser.picture(office, "closure-open");
			pictureTask(browser.signIn(site, the.pi, 1280), the.pi, "submitFinalReport");
			the.complete(the.pi, subject, "submitFinalReport", ClosureFixture.report());
			the.complete(the.hostAdmin, subject, "endorseClosure", ClosureFixture.endorsed());
			pictureTask(office, the.officer, "assignClosureExperts");
			the.complete(the.officer, subject, "assignClosureExperts", the.named(the.experts));
			pictureTask(browser.signIn(site, the.experts.get(0), 1280), the.experts.get(0), "reviewClosure");
			the.experts.forEach((one) -> the.complete(one, subject, "reviewClosure", ClosureFixture.review("PASS")));
			engine.settle();
			pictureTask(office, the.officer, "concludeClosure");
			the.complete(the.officer, subject, "concludeClosure", Map.of("verdict", "ACCEPT", "remarks", "同意结题。"));
			long achievement = achievements.findByClosureIdOrderById(subject.id()).get(0).id();
			for (String language : new String[] { "zh", "en" }) {
				picture(office, "/closures/" + subject.id(), language);
				picture(office, "/achievements", language);
				picture(office, "/achievements/" + achievement, language);
			}
			assertThat(office.locator("main").textContent()).contains("Downstream: promoted to enterprises");
		}
	}

	private void picture(Page page, String path, String language) {
		page.navigate(site.address() + path + "?lang=" + language);
		WebBrowser.picture(page, "closure" + path.replaceAll("\\d", "").replace('/', '-') + "-" + language);
	}

	private void pictureTask(Page page, Person person, String step) {
		page.navigate(site.address() + "/tasks/" + the.task(person, subject, step).id());
		WebBrowser.picture(page, "closure-task-" + step);
	}

}
