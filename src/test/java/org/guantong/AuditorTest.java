package org.guantong;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermService;
import org.guantong.project.GivenProjects;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/** An auditor reads what the office reads and changes nothing, whatever is sent. */
@GuantongTest
@Import(GivenProjects.class)
class AuditorTest {

	/**
	 * What belongs to the person, not to the fund: signing in and out, one's own profile.
	 */
	private static final Set<String> OWN = Set.of("/logout", "/login", "/error", "/profile", "/profile/password",
			"/profile/mail", "/profile/substitute", "/api/tokens", "/password");

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	private MidtermCheck check;

	private Person auditor;

	@BeforeEach
	void aProjectUnderCheck(@Autowired GivenProjects projects, @Autowired MidtermService midterms) {
		cast = projects.cast();
		check = midterms.open(cast.officer(), cast.project().id(), java.time.LocalDate.now().plusDays(30));
		auditor = given.person("审计", cast.officer().organisationId(), Role.AUDITOR);
	}

	@Test
	void nothing_an_auditor_sends_changes_anything() {
		Site.Browser browser = site.browser(auditor);
		Site.Api api = site.api(auditor);
		Map<String, String> before = tables();
		int sent = 0;
		List<String> taken = new ArrayList<>();
		List<String> broken = new ArrayList<>();
		for (String address : addresses(Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE))) {
			int status = address.startsWith("/api/") ? write(api, address) : browser.post(address, typed()).status();
			sent++;
			if (status >= 500) {
				broken.add(address);
			}
			if (status < 300) {
				taken.add(address);
			}
		}
		System.out.println("auditor: sent " + sent + ", answered with a page: " + taken);
		assertThat(broken).as("addresses that broke").isEmpty();
		assertThat(sent).isGreaterThan(150);
		assertThat(tables()).isEqualTo(before);
	}

	@Test
	void an_auditor_opens_what_the_office_opens_about_projects_and_their_checks() {
		Site.Browser office = site.browser(cast.officer());
		Site.Browser reader = site.browser(auditor);
		List<String> closed = new ArrayList<>();
		int opened = 0;
		for (String address : addresses(Set.of(RequestMethod.GET))) {
			if (address.matches(
					"/(projects|midterm|payments|portfolio|cases|trace|achievements|api/projects|api/payments|api/portfolio|api/midterm-checks)(/.*|\\.xlsx|)")
					&& office.get(address).status() == 200) {
				if (reader.get(address).status() == 200) {
					opened++;
				}
				else {
					closed.add(address);
				}
			}
		}
		System.out.println("auditor: opened " + opened + ", closed " + closed);
		assertThat(opened).isGreaterThan(20);
		assertThat(closed).as("pages that only lead to doing something")
			.allMatch((address) -> address.matches(
					".*(/new|/settings.*|/season|/batch|/care|/proposal|/import.*|/template.*|/coauthors/.*|/candidates.*)$"));
	}

	@Test
	void no_button_that_does_something_is_shown_to_an_auditor() {
		Site.Browser reader = site.browser(auditor);
		for (String address : List.of("/projects", "/projects/" + cast.project().id(),
				"/projects/" + cast.project().id() + "/payments", "/projects/" + cast.project().id() + "/changes",
				"/projects/" + cast.project().id() + "/spending", "/midterm", "/midterm/" + check.id(),
				"/midterm/seasons", "/payments", "/payments/shares", "/portfolio")) {
			String page = reader.get(address).body();
			String main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
			assertThat(main).as(address).doesNotContain("method=\"post\"");
		}
	}

	private int write(Site.Api api, String address) {
		return Math.max(api.post(address, Map.of()).status(), api.put(address, Map.of()).status());
	}

	private Map<String, String> typed() {
		Map<String, String> typed = new LinkedHashMap<>();
		for (String field : List.of("reason", "note", "text", "title", "name", "remarks", "findings", "place", "leader",
				"summary", "username", "asked", "voucher")) {
			typed.put(field, "审计试写");
		}
		for (String field : List.of("ids", "id", "round", "fund", "field", "payerId", "newcomer", "version",
				"season")) {
			typed.put(field, "1");
		}
		for (String field : List.of("dueOn", "paidOn", "plannedOn", "from", "until", "day", "newEndsOn")) {
			typed.put(field, java.time.LocalDate.now().plusDays(1).toString());
		}
		typed.put("kind", "TERM");
		typed.put("line", "EQUIPMENT");
		typed.put("amount", "1");
		return typed;
	}

	/** Every address that takes one of these, with the ids of this test's things. */
	private List<String> addresses(Set<RequestMethod> wanted) {
		Set<String> found = new TreeSet<>();
		for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			if (methods.stream().anyMatch(wanted::contains)) {
				info.getPatternValues().forEach((pattern) -> found.add(filled(pattern)));
			}
		}
		found.removeIf((address) -> OWN.contains(address) || address.startsWith("/profile")
				|| address.startsWith("/api/profile"));
		return new ArrayList<>(found);
	}

	private String filled(String pattern) {
		long id = pattern.contains("/midterm") ? check.id()
				: pattern.contains("/rounds") ? cast.round() : cast.project().id();
		return pattern.replaceAll("\\{ending:([a-z]+)[^}]*}", "$1")
			.replaceAll("\\{kind}", "project")
			.replaceFirst("\\{round}", Long.toString(cast.round()))
			.replaceFirst("\\{[^}]*}", Long.toString(id))
			.replaceAll("\\{[^}]*}", "1");
	}

	/**
	 * What every table of ours holds, but for sessions and the record of what was read.
	 */
	private Map<String, String> tables() {
		Map<String, String> held = new LinkedHashMap<>();
		jdbc.sql("""
				select tablename from pg_tables where schemaname = 'public' and tablename not like 'act\\_%'
				and tablename not like 'spring_session%' and tablename not in ('audit_entry', 'scheduled_tasks',
				'flyway_schema_history', 'sign_in_bucket', 'bucket', 'api_token') order by 1
				""")
			.query(String.class)
			.list()
			.forEach((table) -> held.put(table, jdbc
				.sql("select count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) from " + table + " t")
				.query(String.class)
				.single()));
		return held;
	}

}
