package org.guantong;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;

/**
 * Gives every page what its frame shows: who is signed in, where they may go, the way to
 * the other language.
 */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

	private static final Role[] EVERYBODY = Role.values();

	private final Inbox inbox;

	ShellAdvice(Inbox inbox) {
		this.inbox = inbox;
	}

	/**
	 * @param count how much waits there, 0 to say nothing
	 * @param office whether it belongs to the running of the office, and is shown apart
	 */
	record Entry(String path, String key, boolean current, long count, boolean office) {
	}

	private enum Place {

		INBOX("/inbox", "app.nav.inbox", EVERYBODY), REVIEWS("/reviews", "app.nav.reviews", Role.EXPERT),
		ROUNDS("/rounds", "app.nav.rounds", Role.ADMIN, Role.OFFICER, Role.COMMITTEE, Role.CO_FUNDER_CONTACT,
				Role.CO_FUNDER_LEADER, Role.AUDITOR),
		QUESTIONS("/questions", "app.nav.questions", Role.ADMIN, Role.OFFICER, Role.CO_FUNDER_CONTACT,
				Role.CO_FUNDER_LEADER, Role.AUDITOR),
		DIRECTIONS("/directions", "app.nav.directions", Role.ADMIN, Role.OFFICER, Role.COMMITTEE,
				Role.CO_FUNDER_CONTACT, Role.CO_FUNDER_LEADER, Role.AUDITOR),
		MEETINGS("/meetings", "app.nav.meetings", Role.ADMIN, Role.OFFICER, Role.AUDITOR, Role.EXPERT),
		SIGN_OFF("/sign-off", "app.nav.signOff", Role.CO_FUNDER_LEADER),
		ADOPTION("/adoption", "app.nav.adoption", Role.COMMITTEE),
		PROJECTS("/projects", "app.nav.projects", Role.ADMIN, Role.OFFICER, Role.PI, Role.HOST, Role.CO_FUNDER_CONTACT,
				Role.CO_FUNDER_LEADER, Role.AUDITOR),
		MIDTERM("/midterm", "app.nav.midterm", Role.ADMIN, Role.OFFICER, Role.PI, Role.HOST, Role.CO_FUNDER_CONTACT,
				Role.CO_FUNDER_LEADER, Role.AUDITOR),
		CONTRIBUTIONS("/contributions", "midterm.coauthor.mine", Role.PI, Role.HOST),
		ACHIEVEMENTS("/achievements", "app.nav.achievements", EVERYBODY),
		TRANSFERS("/transfers", "app.nav.transfers", Role.ADMIN, Role.OFFICER, Role.PI, Role.HOST, Role.DEMAND_SIDE,
				Role.CO_FUNDER_CONTACT, Role.CO_FUNDER_LEADER, Role.AUDITOR),
		EVENTS("/events", "app.nav.events", Role.ADMIN, Role.OFFICER, Role.PI, Role.DEMAND_SIDE, Role.CO_FUNDER_CONTACT,
				Role.CO_FUNDER_LEADER),
		EXPERTISE("/experts/me", "app.nav.expertise", Role.EXPERT, Role.FINANCE_EXPERT),
		TRACE("/trace", "app.nav.trace", EVERYBODY),
		STATISTICS("/statistics", "app.nav.statistics", Role.ADMIN, Role.OFFICER, Role.COMMITTEE, Role.AUDITOR),
		CASES("/cases", "app.nav.cases", Role.ADMIN, Role.OFFICER, Role.AUDITOR),
		FUNDS("/funds", "app.nav.funds", Role.ADMIN, Role.OFFICER, Role.AUDITOR),
		EXPERTS("/experts", "app.nav.experts", Role.ADMIN, Role.OFFICER),
		ACCOUNTS("/admin/accounts", "app.nav.accounts", Role.ADMIN),
		ORGANISATIONS("/admin/organisations", "app.nav.organisations", Role.ADMIN, Role.OFFICER),
		MAILS("/admin/mails", "app.nav.mails", Role.ADMIN, Role.OFFICER),
		TEMPLATES("/admin/templates", "app.nav.templates", Role.ADMIN, Role.OFFICER),
		AUDIT("/admin/audit", "app.nav.audit", Role.ADMIN, Role.OFFICER, Role.AUDITOR),
		CALENDAR("/admin/calendar", "app.nav.calendar", Role.ADMIN, Role.OFFICER),
		ENGINE("/admin/engine", "app.nav.monitor", Role.ADMIN, Role.OFFICER);

		private final String path;

		private final String key;

		private final Set<Role> roles;

		Place(String path, String key, Role... roles) {
			this.path = path;
			this.key = key;
			this.roles = EnumSet.copyOf(List.of(roles));
		}

		boolean isOpenTo(Person person) {
			return person.roles().stream().anyMatch(roles::contains);
		}

	}

	@ModelAttribute("signedIn")
	Person signedIn(@AuthenticationPrincipal Person person) {
		return person;
	}

	@ModelAttribute("navigation")
	List<Entry> navigation(@AuthenticationPrincipal Person person, HttpServletRequest request) {
		if (person == null) {
			return List.of();
		}
		return Arrays.stream(Place.values())
			.filter((place) -> place.isOpenTo(person))
			.map((place) -> new Entry(place.path, place.key, request.getRequestURI().startsWith(place.path),
					place == Place.INBOX ? inbox.count(person, InboxFilter.ALL) : 0, place.compareTo(Place.CASES) >= 0))
			.toList();
	}

	@ModelAttribute("otherLanguageUrl")
	String otherLanguageUrl(HttpServletRequest request, Locale locale) {
		String other = locale.getLanguage().equals("en") ? "zh" : "en";
		String path = "GET".equals(request.getMethod()) ? request.getRequestURI() : "/inbox";
		UriComponents query = ServletUriComponentsBuilder.fromRequest(request)
			.replaceQueryParam("lang", other)
			.build(true);
		return path + "?" + ("GET".equals(request.getMethod()) ? query.getQuery() : "lang=" + other);
	}

}
