package org.guantong.guide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.ExpertService;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is not of the office walks every address of the site with every number they
 * could guess: no page, answer, file or mail names an expert, a search for an expert
 * finds as much as one for nobody, and nothing breaks.
 */
@GuantongTest
class ExpertNamesTest {

	/** Addresses that end a session or stand outside the application's own pages. */
	private static final Set<String> LEFT_OUT = Set.of("/error", "/login", "/v3/api-docs.yaml");

	private static final String NOBODY = "无此人乙丙丁";

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	@Autowired
	private Given given;

	private GuideStage stage;

	private final Map<String, Person> viewers = new LinkedHashMap<>();

	@BeforeEach
	void aDirectionThatWentAllTheWay(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine, @Autowired MeetingService preparing, @Autowired VotingService voting) {
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 4);
		jdbc.sql("update round set meeting_required = true where id = ?").param(stage.round).update();
		stage.reviewed("APPROVE", 18);
		new GivenMeetings(preparing, voting, jdbc, clock).voteOn(stage, 3, 0, 1);
		stage.leaders.forEach((leader) -> stage.signOff(leader, true));
		stage.complete(stage.committee, "adoptDirection",
				Map.of("votesFor", 9, "votesAgainst", 0, "abstentions", 1, "decision", "ADOPT"));
		stage.complete(stage.officer, "schedulePublication", Map.of("when", "NOW", "number", 1));
		clock.pass(Duration.ofMinutes(1));
		engine.settle();
		Person pi = given.person("负责人", given.organisation("HOST", "某高校"), Role.PI);
		given.project(stage.direction, pi, "高熵合金氢脆项目");
		viewers.put("co-funder", stage.leaders.get(0));
		viewers.put("PI", pi);
		viewers.put("another expert", given.person("另一位", given.organisation("HOST", "他院"), Role.EXPERT));
		viewers.put("visitor", null);
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void noAddressNamesAnExpertAndNoneBreaks() {
		assertThat(stage.now().state()).isEqualTo(GuideDirection.State.PUBLISHED);
		List<String> addresses = addresses();
		Map<String, Integer> opened = new LinkedHashMap<>();
		viewers.forEach((who, viewer) -> {
			Site.Browser browser = viewer == null ? site.browser() : site.browser(viewer);
			for (String address : viewer == null ? open(addresses) : addresses) {
				Site.Reply reply = browser.get(address);
				assertThat(reply.status()).as(who + " " + address).isNotEqualTo(500);
				if (reply.status() == 200) {
					opened.merge(who, 1, Integer::sum);
					assertNoName(who + " " + address, contents(browser, address, reply));
				}
			}
		});
		System.out.println("addresses walked: " + addresses.size() + ", opened: " + opened);
		assertThat(addresses).hasSizeGreaterThan(250);
		assertThat(opened.values()).allMatch((count) -> count > 10);
		assertThat(opened.get("co-funder")).isGreaterThan(50);
		viewers.values().stream().filter((viewer) -> viewer != null).forEach(this::assertMailsNameNobody);
		assertThat(site.browser(stage.officer).get("/directions/" + stage.direction).body())
			.as("the office does know, so the names are there to be found")
			.contains(stage.experts.get(0).name());
	}

	@Test
	void aSearchForAnExpertFindsAsMuchAsOneForNobody() {
		String name = stage.experts.get(0).name();
		int compared = 0;
		List<String> addresses = addresses();
		viewers.remove("another expert");
		viewers.remove("visitor");
		for (Map.Entry<String, Person> one : viewers.entrySet()) {
			Site.Browser browser = site.browser(one.getValue());
			for (String address : addresses) {
				if (!address.contains("?") && !address.matches(".*/\\d+.*") && !address.matches(".*\\.[a-z]+$")) {
					String query = "?q=%s&text=%s&organisation=&code=";
					Site.Reply found = browser.get(address + query.formatted(encoded(name), encoded(name)));
					Site.Reply nothing = browser.get(address + query.formatted(encoded(NOBODY), encoded(NOBODY)));
					assertThat(without(found.body(), name)).as(one.getKey() + " " + address)
						.isEqualTo(without(nothing.body(), NOBODY));
					compared += found.status() == 200 ? 1 : 0;
				}
			}
		}
		assertThat(compared).isGreaterThan(20);
	}

	/** Those that a visitor is not sent to sign in from. */
	private static List<String> open(List<String> addresses) {
		return addresses.stream().filter((one) -> one.equals("/") || one.startsWith("/public")).toList();
	}

	/** Every address that answers GET, with each number in each place. */
	private List<String> addresses() {
		List<Long> numbers = Stream
			.of("select id from panel where subject_id = :d and kind = 'guide-direction'",
					"select id from process_case where kind = 'guide-direction' and subject_id = :d",
					"select meeting_id from review_meeting_item where direction_id = :d and meeting_id is not null")
			.map((sql) -> jdbc.sql(sql).param("d", stage.direction).query(Long.class).list().get(0))
			.toList();
		Set<Long> all = new LinkedHashSet<>(numbers);
		all.addAll(List.of(stage.direction, stage.round, stage.experts.get(0).id()));
		Set<String> found = new TreeSet<>();
		for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
			Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
			if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
				for (String pattern : info.getPatternValues()) {
					all.forEach((number) -> found.add(filled(pattern, number)));
				}
			}
		}
		found.removeAll(LEFT_OUT);
		return new ArrayList<>(found);
	}

	private static String filled(String pattern, long number) {
		return pattern.replaceAll("\\{ending:([a-z]+)[^}]*}", "$1")
			.replaceAll("\\{(kind)}", "guide-direction")
			.replaceAll("\\{(number|other)[^}]*}", "1")
			.replaceAll("\\{[^}]*}", Long.toString(number));
	}

	private void assertNoName(String where, String said) {
		stage.experts.forEach(
				(expert) -> assertThat(said).as(where).doesNotContain(expert.name()).doesNotContain(expert.email()));
	}

	private void assertMailsNameNobody(Person viewer) {
		String mails = String.join("\n",
				jdbc.sql("select subject || text_body || html_body from mail_outbox where recipient_id = ?")
					.param(viewer.id())
					.query(String.class)
					.list());
		assertNoName("mail to " + viewer.name(), mails);
	}

	/** What a file holds, its properties too; of a page, the page. */
	private static String contents(Site.Browser browser, String address, Site.Reply reply) {
		String type = String.valueOf(reply.header("Content-Type"));
		try {
			if (type.contains("officedocument")) {
				return unpacked(browser.bytes(address));
			}
			return type.contains("pdf") ? read(browser.bytes(address)) : reply.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(address, ex);
		}
	}

	private static String unpacked(byte[] file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	private static String read(byte[] file) throws IOException {
		try (PDDocument pdf = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(pdf) + pdf.getDocumentInformation().getCOSObject();
		}
	}

	/** A page without what was looked for, which it may repeat, and without its token. */
	private static String without(String body, String word) {
		return body.replace(word, "")
			.replace(encoded(word), "")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"|<updated>[^<]*", "");
	}

	private static String encoded(String text) {
		return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
