package org.guantong.scale;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.demand.FilledTemplate;
import org.guantong.fund.RoundService;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.guide.desk.DeskDraft;
import org.guantong.guide.desk.DeskService;
import org.guantong.guide.desk.Handed;
import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.intake.IntakeJob;
import org.guantong.intake.IntakeService;
import org.guantong.question.DistillationService;
import org.guantong.question.RoundDemands.Item;
import org.guantong.question.proposal.Proposals;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.scale.PublishedFiles.Line;
import org.guantong.scale.ScaleNeeds.Need;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A round as large as a province's, on the pages its people use: 661 demands come in by
 * workbooks, are distilled from proposals, become 49 directions, each validated by three
 * experts, signed off, adopted in one session, and published at a set time as Word, PDF
 * and Excel. Prints how long each stage and each page took; asserts what came of it.
 */
@Tag("trust")
@GuantongTest
class RoundAtScaleTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final int EXPERTS = 60;

	private static final int PER_DIRECTION = 3;

	private static final int MOST_PANELS = 12;

	private static final int FIRST_ROW = 3;

	private static final int COMMITTEE = 9;

	private static final String ASIDE = "属日常管理事务，不含科学问题。";

	private static final String COMMENT = "科学问题凝练准确，需求明确，建议支持。";

	private static final List<String> CO_FUNDERS = List.of("辽宁省科技厅", "东北钢铁集团", "渤海能源集团");

	@Autowired
	private Given given;

	@Autowired
	private Engine engine;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Site site;

	@Autowired
	private RoundService rounds;

	@Autowired
	private IntakeService intake;

	@Autowired
	private DistillationService distillation;

	@Autowired
	private Proposals proposals;

	@Autowired
	private DirectionService directions;

	@Autowired
	private ExpertService directory;

	@Autowired
	private DeskService desks;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Cases cases;

	private final Stopwatch watch = new Stopwatch();

	private final List<Person> contacts = new ArrayList<>();

	private final Map<String, Person> leaders = new LinkedHashMap<>();

	private final Map<Long, Person> experts = new LinkedHashMap<>();

	private Person officer;

	private Person committee;

	private Site.Browser office;

	private long fund;

	private long round;

	@AfterEach
	void backToNow() {
		clock.reset();
		watch.print();
	}

	@Test
	void sixHundredAndSixtyOneDemandsBecomeFortyNinePublishedDirections() {
		people();
		watch.stage("round opened", this::openRound);
		watch.stage("a workbook with a bad row refused", this::refuseABadRow);
		watch.stage("demands imported from workbooks", this::importDemands);
		watch.stage("the same workbooks again", this::importAgain);
		watch.stage("demands signed and checked", this::checkDemands);
		watch.stage("demands compared and grouped", this::compare);
		watch.stage("distilled", this::distil);
		watch.stage("consulted", this::consult);
		watch.stage("distillation closed", this::closeDistillation);
		watch.stage("directions drafted", this::draft);
		watch.stage("panels proposed together", this::propose);
		watch.stage("panels confirmed and invited", this::invite);
		watch.stage("reviewed", this::review);
		watch.stage("signed off", this::signOff);
		watch.stage("adopted in one session", this::adopt);
		watch.stage("numbered", this::number);
		watch.stage("published at its time", this::publish);
		watch.stage("Word, PDF, Excel, lists and feed", this::read);
		look();

		assertThat(count("demand where round_id = ?")).isEqualTo(ScaleNeeds.DEMANDS);
		assertThat(count("guide_direction where state = 'PUBLISHED' and round_id = ?")).isEqualTo(ScaleNeeds.TOPICS);
		watch.requireQuick();
	}

	private void people() {
		officer = given.officer();
		committee = given.person("管委会秘书", given.organisation("FUNDER", "管委会"), Role.COMMITTEE);
		for (String coFunder : CO_FUNDERS) {
			long organisation = given.organisation("CO_FUNDER", coFunder);
			contacts.add(given.person("联系人", organisation, Role.CO_FUNDER_CONTACT));
			Person leader = given.person("负责人", organisation, Role.CO_FUNDER_LEADER);
			leaders.put(Group.of(Role.CO_FUNDER_LEADER, organisation).code(), leader);
		}
		List<CSVRecord> topics = ScaleNeeds.topics();
		IntStream.range(0, EXPERTS).forEach((i) -> {
			Person expert = given.person("评审" + i, given.organisation("HOST", "大学" + i), Role.EXPERT);
			CSVRecord first = topics.get(i % topics.size());
			CSVRecord second = topics.get((i + 7) % topics.size());
			directory.describe(officer, expert.id(),
					new NewExpertProfile(0, List.of(first.get("code"), second.get("code")),
							List.of(first.get("object"), second.get("object")), List.of(), MOST_PANELS));
			experts.put(expert.id(), expert);
		});
		office = site.browser(officer);
	}

	private void openRound() {
		fund = given.fund(contacts.stream().mapToLong(Person::organisationId).toArray());
		round = given.round(fund);
		jdbc.sql(
				"update round set quota_per_co_funder = 300, quota_per_field = 300, experts_per_direction = ? where id = ?")
			.params(PER_DIRECTION, round)
			.update();
		rounds.open(officer, round);
		engine.settle();
	}

	private void refuseABadRow() {
		FilledTemplate workbook = workbook(0).put(FIRST_ROW + 100, "title", "短");

		IntakeJob job = upload(contacts.get(0), workbook.bytes());

		assertThat(job.state()).isEqualTo(IntakeJob.State.REFUSED);
		assertThat(job.problems()).singleElement().satisfies((one) -> assertThat(one.row()).isEqualTo(FIRST_ROW + 100));
		assertThat(count("demand where round_id = ?")).as("all or nothing").isZero();
	}

	private final List<byte[]> sent = new ArrayList<>();

	private void importDemands() {
		for (int i = 0; i < contacts.size(); i++) {
			sent.add(workbook(i).bytes());
			IntakeJob job = upload(contacts.get(i), sent.get(i));
			assertThat(job.state()).as(job.toString()).isEqualTo(IntakeJob.State.ENTERED);
			assertThat(job.added()).isEqualTo(needsOf(i).size());
		}
		assertThat(count("demand where round_id = ?")).isEqualTo(ScaleNeeds.DEMANDS);
	}

	private void importAgain() {
		for (int i = 0; i < contacts.size(); i++) {
			IntakeJob job = upload(contacts.get(i), sent.get(i));
			assertThat(List.of(job.added(), job.changed(), job.unchanged())).as("no effect")
				.containsExactly(0, 0, needsOf(i).size());
		}
		assertThat(count("demand where round_id = ?")).isEqualTo(ScaleNeeds.DEMANDS);
		watch.open("contact", site.browser(contacts.get(0)), demandList(), "/imports/demand/" + round);
	}

	/** The template as the contact gets it, filled with what her organisation needs. */
	private FilledTemplate workbook(int coFunder) {
		FilledTemplate template = new FilledTemplate(
				site.browser(contacts.get(coFunder)).bytes("/imports/demand/" + round + "/template.xlsx"));
		Map<String, String> fields = fieldNames();
		int row = FIRST_ROW;
		for (Need need : needsOf(coFunder)) {
			need.fill(template, row++, fields.get(need.field()));
		}
		return template;
	}

	private static List<Need> needsOf(int coFunder) {
		List<Need> all = ScaleNeeds.all();
		return IntStream.range(0, all.size())
			.filter((i) -> i % CO_FUNDERS.size() == coFunder)
			.mapToObj(all::get)
			.toList();
	}

	/** Sends a workbook from the page and watches its progress there until it is over. */
	private IntakeJob upload(Person contact, byte[] workbook) {
		Site.Browser browser = site.browser(contact);
		browser.get("/imports/demand/" + round);
		long start = System.nanoTime();
		Site.Reply page = browser.upload("/imports/demand/" + round, "需求.xlsx", workbook, Map.of());
		assertThat(page.path()).matches("/imports/jobs/\\d+");
		Set<String> progress = new TreeSet<>();
		while (page.body().contains("http-equiv=\"refresh\"")) {
			matches("<progress[^>]* value=\"(\\d+)\"", page.body()).forEach((at) -> progress.add(at.group(1)));
			page = browser.get(page.path());
		}
		IntakeJob job = intake.job(contact, Long.parseLong(page.path().substring("/imports/jobs/".length())));
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("scale: %d rows of %d KB in %.1f s (%.0f rows/s), %d steps of progress seen, %s%n",
				job.total(), workbook.length / 1024, seconds, job.total() / seconds, progress.size(), job.state());
		return job;
	}

	private void checkDemands() {
		contacts.forEach((contact) -> complete(contact, roundCase(), "submitDemands", Map.of("notClassified", true)));
		Person first = leaders.values().iterator().next();
		watch.open("leader", site.browser(first), demandList(), "/inbox",
				"/tasks/" + taskOf(first, roundCase(), "signOff").id());
		leaders.values().forEach((leader) -> complete(leader, roundCase(), "signOff", Map.of("decision", "approve")));
		watch.open("officer", office, demandList(), demandList() + ".xlsx", checkPage(contacts.get(0)),
				"/rounds/" + round, "/inbox");
		contacts.forEach((contact) -> {
			office.get(checkPage(contact));
			watch.deed("officer", "accept all demands of a co-funder",
					() -> office.post(checkPage(contact), Map.of("verdict", "ACCEPT", "scope", "all", "reason", "")));
		});
		open(roundCase(), "checkForm").forEach((task) -> complete(officer, task, Map.of("confirmed", true)));
		complete(officer, roundCase(), "confirmCollection", Map.of("confirmed", true));
		assertThat(count("demand where state = 'ACCEPTED' and round_id = ?")).isEqualTo(ScaleNeeds.DEMANDS);
	}

	private void compare() {
		assertThat(waiting().isReady()).isTrue();
	}

	private Proposals.Waiting waiting() {
		return proposals.of(round, distillation.demands(officer, round), Duration.ofMinutes(2));
	}

	/**
	 * An officer goes through the proposals as on the page: opens each beside each other,
	 * unticks what does not belong, words the question; merges what is left over; sets
	 * aside what is no science.
	 */
	private void distil() {
		Map<Long, Integer> topics = topicsOfDemands();
		Proposals.Waiting proposed = waiting();
		List<List<Long>> groups = proposed.groups().stream().map((group) -> ids(group.demands())).toList();
		FoundGroups found = FoundGroups.of(groups, topics);
		System.out.printf(
				"scale: %d groups proposed; %d of %d marked by hand found; pairs: recall %.2f precision %.2f%n",
				found.proposed(), found.found(), ScaleNeeds.TOPICS, found.recall(), found.precision());
		watch.open("officer", office, distillationPage(), distillationPage() + "?view=SINGLE",
				distillationPage() + "/compare?" + demandIds(groups.get(0)));
		Map<Integer, Long> questions = new TreeMap<>();
		groups.forEach((group) -> decide(group, topics, questions));
		Map<Integer, List<Long>> left = ids(
				waiting().groups().stream().flatMap((one) -> one.demands().stream()).toList(), waiting().single())
			.stream()
			.collect(Collectors.groupingBy(topics::get, TreeMap::new, Collectors.toList()));
		left.forEach((topic, demands) -> settle(topic, demands, questions));
		engine.settle();
		everyDemandIsSettledAndItsSubmitterTold(topics);
		assertThat(found.found()).as("marked groups found").isGreaterThanOrEqualTo(ScaleNeeds.TOPICS * 8 / 10);
		assertThat(found.precision()).isGreaterThanOrEqualTo(0.7);
	}

	private void decide(List<Long> group, Map<Long, Integer> topics, Map<Integer, Long> questions) {
		Map<Integer, Long> counts = group.stream()
			.collect(Collectors.groupingBy(topics::get, TreeMap::new, Collectors.counting()));
		int main = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
		settle(main, group.stream().filter((demand) -> topics.get(demand) == main).toList(), questions);
	}

	private void settle(int topic, List<Long> demands, Map<Integer, Long> questions) {
		Map<String, String> typed = new HashMap<>(Map.of("demandIds", joined(demands)));
		office.get(distillationPage() + "/compare?" + demandIds(demands));
		if (topic < 0) {
			typed.put("reason", ASIDE);
			assertThat(office.post(distillationPage() + "/aside", typed).status()).isEqualTo(200);
		}
		else if (questions.containsKey(topic)) {
			typed.put("questionId", questions.get(topic).toString());
			assertThat(office.post(distillationPage() + "/merge", typed).status()).isEqualTo(200);
		}
		else {
			typed.put("title", title(ScaleNeeds.topics().get(topic)));
			assertThat(office.post("/rounds/" + round + "/questions", typed).status()).isEqualTo(200);
			questions.put(topic,
					jdbc.sql("select question_id from question_demand where demand_id = ?")
						.param(demands.get(0))
						.query(Long.class)
						.single());
		}
	}

	private void everyDemandIsSettledAndItsSubmitterTold(Map<Long, Integer> topics) {
		Set<String> marked = new HashSet<>();
		distillation.demands(officer, round).forEach((item) -> {
			if (topics.get(item.id()) < 0) {
				assertThat(item.asideReason()).isEqualTo(ASIDE);
			}
			else {
				assertThat(item.questionTitle()).isEqualTo(title(ScaleNeeds.topics().get(topics.get(item.id()))));
				marked.add(item.questionTitle());
			}
		});
		assertThat(marked).hasSize(ScaleNeeds.TOPICS);
		assertThat(jdbc.sql("""
				select count(*) from demand d where d.round_id = ? and exists (
				  select 1 from mail_outbox m where m.recipient_id = d.submitted_by
				    and m.key in ('demand-linked', 'demand-aside') and position(d.code in m.text_body) > 0)
				""").param(round).query(Integer.class).single()).as("told by mail").isEqualTo(ScaleNeeds.DEMANDS);
	}

	private Map<Long, Integer> topicsOfDemands() {
		Map<String, Integer> topicOfTitle = new HashMap<>();
		ScaleNeeds.all().forEach((need) -> topicOfTitle.put(need.title() + "/" + need.unit(), need.topic()));
		Map<Long, Integer> topics = new HashMap<>();
		jdbc.sql("select id, title || '/' || unit as what from demand where round_id = ?").param(round).query((row) -> {
			topics.put(row.getLong("id"), topicOfTitle.get(row.getString("what")));
		});
		return topics;
	}

	private void consult() {
		for (long question : ids("scientific_question where round_id = ?")) {
			long theCase = cases.about("question-distillation", new Ref(Kind.SCIENTIFIC_QUESTION, question))
				.orElseThrow()
				.id();
			String title = titleOfQuestion(question);
			complete(officer, theCase, "wordQuestion",
					Map.of("decision", "consult", "title", title, "statement", "针对" + title + "的难题，研究其形成与演化，揭示控制规律。"));
		}
		String page = "/rounds/" + round + "/consultation";
		Person first = leaders.values().iterator().next();
		watch.open("officer", office, page, "/questions?round=" + round, "/cases", "/inbox");
		watch.open("leader", site.browser(first), page, "/inbox", "/questions?round=" + round);
		for (Person leader : leaders.values()) {
			Site.Browser browser = site.browser(leader);
			Map<String, String> typed = new HashMap<>();
			List<String> asked = matches("name=\"question\" value=\"(\\d+)\"", browser.get(page).body())
				.map((one) -> one.group(1))
				.toList();
			asked.forEach((question) -> typed.put("opinion-" + question, "AGREE"));
			typed.put("question", String.join(",", asked));
			typed.put("_action", "submit");
			assertThat(watch.deed("leader", "answer 49 questions", () -> browser.post(page, typed)).body())
				.contains("已提交 " + ScaleNeeds.TOPICS + " 条意见");
		}
		engine.settle();
		assertThat(count("scientific_question where state = 'AGREED' and round_id = ?")).isEqualTo(ScaleNeeds.TOPICS);
	}

	private void closeDistillation() {
		Site.Reply closed = office.post(distillationPage() + "/close", Map.of());
		assertThat(closed.status()).as("no demand and no question is open").isEqualTo(200);
		watch.open("officer", office, distillationPage());
	}

	private void draft() {
		List<CSVRecord> topics = ScaleNeeds.topics();
		for (long question : ids("scientific_question where round_id = ?")) {
			String title = titleOfQuestion(question);
			CSVRecord topic = topics.stream().filter((one) -> title.equals(title(one))).findFirst().orElseThrow();
			long direction = directions.start(officer, round, List.of(question), title);
			int version = directions.read(officer, direction).version();
			directions.save(officer, direction, version,
					new DirectionContent(title, List.of(topic.get("code")),
							"针对" + topic.get("scene") + "的需求，研究" + topic.get("phenomenon") + "，揭示其控制机理，为"
									+ topic.get("object") + "提供理论基础。",
							"KEY", new BigDecimal("260"), topic.get("scene")));
		}
		engine.settle();
		String batch = "/directions/batch?round=" + round;
		watch.open("officer", office, "/directions?round=" + round, batch,
				batch + "&action=SUBMIT&selfChecked=true&reason=", "/directions/" + directionIds().get(0) + "/edit");
		office.get(batch);
		Site.Reply report = watch.deed("officer", "submit 49 directions", () -> office.post("/directions/batch",
				Map.of("ids", joined(directionIds()), "action", "SUBMIT", "selfChecked", "true", "reason", "")));
		assertThat(report.body()).contains("已办理 " + ScaleNeeds.TOPICS + " 个");
		engine.settle();
	}

	private void propose() {
		String page = "/rounds/" + round + "/panels";
		office.get(page);
		assertThat(watch.deed("officer", "propose 49 panels", () -> office.post(page + "/propose", Map.of())).body())
			.doesNotContain("state-warn");
	}

	private void invite() {
		String page = "/rounds/" + round + "/panels";
		watch.open("officer", office, page, "/panels/" + panelOf(directionIds().get(0)), "/experts",
				"/experts/" + experts.keySet().iterator().next());
		office.get(page);
		Site.Reply done = watch.deed("officer", "confirm 49 panels",
				() -> office.post(page + "/confirm", Map.of("directions", joined(directionIds()))));
		assertThat(done.body()).contains("alert-success").doesNotContain("alert-warning");
		assertThat(openOfAll("confirmPanel")).isEmpty();
		engine.settle();
	}

	private void review() {
		for (InboxItem task : openOfAll("answerInvitation")) {
			tasks.complete(experts.get(task.assigneeId()), task.id(), Map.of("answer", "ACCEPT", "pledge", true));
		}
		engine.settle();
		List<InboxItem> asked = openOfAll("reviewDirection");
		assertThat(asked).as("three experts for each").hasSize(PER_DIRECTION * ScaleNeeds.TOPICS);
		Map<Long, List<InboxItem>> byExpert = asked.stream().collect(Collectors.groupingBy(InboxItem::assigneeId));
		assertThat(byExpert).as("the work is spread").hasSizeGreaterThan(EXPERTS / 2);
		Person busiest = experts.get(byExpert.entrySet()
			.stream()
			.max(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.size(), other.size())))
			.orElseThrow()
			.getKey());
		watch.open("expert", site.browser(busiest), "/reviews", "/inbox");
		byExpert.forEach((expert, own) -> handIn(experts.get(expert), own));
		engine.settle();
		watch.open("officer", office, "/directions/" + directionIds().get(0), "/directions?round=" + round,
				"/directions.xlsx?round=" + round);
	}

	private void handIn(Person expert, List<InboxItem> own) {
		Map<String, Integer> versions = new LinkedHashMap<>();
		own.forEach((task) -> versions.put(task.id(), desks.save(expert, task.id(),
				new DeskDraft(List.of("18", "18", "17", "19", "20"), "APPROVE", COMMENT), 0)));
		assertThat(desks.submit(expert, versions, true)).allMatch(Handed::done);
	}

	private void signOff() {
		Person first = leaders.values().iterator().next();
		watch.open("leader", site.browser(first), "/sign-off");
		for (Person leader : leaders.values()) {
			Site.Browser browser = site.browser(leader);
			List<String> shown = signOffTasks(browser.get("/sign-off"));
			while (!shown.isEmpty()) {
				Map<String, String> typed = Map.of("task", String.join(",", shown), "rest", "AGREE");
				shown = signOffTasks(watch.deed("leader", "sign off a page", () -> browser.post("/sign-off", typed)));
			}
		}
		engine.settle();
		assertThat(openOfAll("adoptDirection")).hasSize(ScaleNeeds.TOPICS);
	}

	private static List<String> signOffTasks(Site.Reply page) {
		assertThat(page.status()).isEqualTo(200);
		return matches("name=\"task\" value=\"([^\"]+)\"", page.body()).map((one) -> one.group(1)).toList();
	}

	private void adopt() {
		Site.Browser browser = site.browser(committee);
		browser.get("/adoption");
		Map<String, String> typed = new HashMap<>(Map.of("round", Long.toString(round), "title", "2026年度第一次会议",
				"heldAt", "2026-10-20T09:00", "place", "沈阳", "seats", Integer.toString(COMMITTEE)));
		Site.Reply session = browser.post("/adoption", typed);
		assertThat(session.path()).matches("/adoption/\\d+");
		typed.putAll(Map.of("version", "1", "unanimous", "true", "deed", "CLOSE", "minutes", "审议通过全部方向。", "present",
				IntStream.range(0, COMMITTEE).mapToObj((i) -> "委员" + i).collect(Collectors.joining("\n"))));
		watch.open("committee", browser, "/adoption", session.path(), "/guides/" + round);
		assertThat(
				watch.deed("committee", "close a session on 49 directions", () -> browser.post(session.path(), typed))
					.body())
			.contains("会议已结束，决定已生效");
		engine.settle();
		watch.open("committee", browser, session.path());
		assertThat(count("guide_direction where state = 'ADOPTED' and round_id = ?")).isEqualTo(ScaleNeeds.TOPICS);
		assertThat(jdbc.sql("""
				select count(*) from committee_vote v join guide_direction g on g.id = v.direction_id
				where g.round_id = ? and v.votes_for = ?
				""").params(round, COMMITTEE).query(Integer.class).single()).isEqualTo(ScaleNeeds.TOPICS);
	}

	private void number() {
		String page = "/directions/numbering?round=" + round;
		office = site.browser(officer);
		office.get(page);
		watch.deed("officer", "number all fields",
				() -> office.post("/directions/numbering", Map.of("round", Long.toString(round))));
		watch.open("officer", office, page, "/guides/" + round, "/guides/" + round + "/publication",
				"/guides/" + round + "/draft.docx", "/guides/" + round + "/draft.pdf");
		Map<Long, List<Integer>> numbers = new TreeMap<>();
		jdbc.sql("select field_id, number from guide_direction where round_id = ? order by 1, 2")
			.param(round)
			.query((row) -> {
				numbers.computeIfAbsent(row.getLong(1), (field) -> new ArrayList<>()).add(row.getInt(2));
			});
		numbers.values()
			.forEach((own) -> assertThat(own)
				.containsExactlyElementsOf(IntStream.rangeClosed(1, own.size()).boxed().toList()));
	}

	private void publish() {
		LocalDateTime at = LocalDateTime.now(clock).toLocalDate().plusDays(1).atTime(LocalTime.of(9, 0));
		String page = "/guides/" + round + "/publication";
		Map<String, String> typed = new HashMap<>(
				Map.of("direction", joined(directionIds()), "when", "LATER", "publishAt", at.toString()));
		matches("name=\"(number-\\d+)\" value=\"(\\d+)\"", office.get(page).body())
			.forEach((one) -> typed.put(one.group(1), one.group(2)));
		assertThat(watch.deed("officer", "arrange the publication", () -> office.post(page, typed)).body())
			.contains("已安排");
		engine.settle();
		assertThat(site.browser().get("/public/guides/" + round).status()).as("before its time").isEqualTo(404);

		clock.moveTo(at.atZone(ZONE).toInstant().plusSeconds(5));
		engine.settle();
		assertThat(site.browser().get("/public/guides/" + round).status()).isEqualTo(200);
	}

	private void read() {
		List<Line> published = jdbc.sql("""
				select f.name, g.number, g.title from guide_direction g join field f on f.id = g.field_id
				where g.round_id = ? order by f.position, g.number
				""")
			.param(round)
			.query((row, index) -> new Line(row.getString(1), row.getInt(2), row.getString(3)))
			.list();
		assertThat(published).hasSize(ScaleNeeds.TOPICS);
		Site.Browser anybody = site.browser();
		String file = "/public/guides/" + round + "/editions/1/guide.";

		assertThat(PublishedFiles.ofWord(anybody.bytes(file + "docx"))).containsExactlyElementsOf(published);
		assertThat(PublishedFiles.ofSheet(anybody.bytes(file + "xlsx"))).containsExactlyElementsOf(published);
		String print = PublishedFiles.ofPdf(anybody.bytes(file + "pdf"));
		assertThat(published).allSatisfy((one) -> assertThat(print).contains(one.number() + "." + one.title()));
		assertThat(codes()).allSatisfy((code) -> assertThat(matches(code, print)).as(code).hasSize(1));
		assertThat(anybody.get("/public/directions?fund=" + fund).body()).contains("共 " + ScaleNeeds.TOPICS + " 条");
		assertThat(anybody.get("/public/guides/" + round + ".json").json().get("directions"))
			.hasSize(ScaleNeeds.TOPICS);
		assertThat(entries(anybody.bytes("/public/feed?fund=" + fund))).isEqualTo(ScaleNeeds.TOPICS);
		watch.open("anybody", anybody, "/", "/public/directions?fund=" + fund, "/public/guides",
				"/public/guides/" + round, "/public/directions/" + directionIds().get(0), "/public/feed",
				"/public/guides/feed", file + "docx", file + "pdf", file + "xlsx");
	}

	/** What the office looks at when all is done. */
	private void look() {
		office = site.browser(officer);
		watch.open("officer", office, "/inbox", demandList(), "/rounds", "/rounds/" + round,
				"/rounds/" + round + "/settings", "/questions?round=" + round, "/directions?round=" + round,
				"/guides/" + round, "/statistics", "/statistics?round=" + round, "/cases",
				"/trace/guide-direction/" + directionIds().get(0), "/cases/" + roundCase(), "/experts", "/admin/engine",
				"/statistics.xlsx", "/questions.xlsx");
		watch.open("expert", site.browser(experts.values().iterator().next()), "/reviews");
	}

	private static int entries(byte[] feed) {
		try {
			return DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new ByteArrayInputStream(feed))
				.getElementsByTagName("entry")
				.getLength();
		}
		catch (Exception ex) {
			throw new AssertionError("no feed", ex);
		}
	}

	private String demandList() {
		return "/rounds/" + round + "/demands";
	}

	private String checkPage(Person contact) {
		return "/rounds/" + round + "/check/" + contact.organisationId();
	}

	private String distillationPage() {
		return "/rounds/" + round + "/distillation";
	}

	private Map<String, String> fieldNames() {
		Map<String, String> names = new HashMap<>();
		jdbc.sql("select code, name from field").query((row) -> {
			names.put(row.getString(1), row.getString(2));
		});
		return names;
	}

	private String titleOfQuestion(long question) {
		return jdbc.sql("select title from scientific_question where id = ?")
			.param(question)
			.query(String.class)
			.single();
	}

	private List<String> codes() {
		return jdbc.sql("select code from guide_direction where round_id = ?").param(round).query(String.class).list();
	}

	private long panelOf(long direction) {
		return jdbc.sql("select id from panel where kind = 'guide-direction' and subject_id = ?")
			.param(direction)
			.query(Long.class)
			.single();
	}

	private List<InboxItem> openOfAll(String step) {
		return inbox.openAbout(Kind.GUIDE_DIRECTION, new HashSet<>(directionIds()))
			.values()
			.stream()
			.flatMap(List::stream)
			.filter((task) -> task.step().equals(step))
			.toList();
	}

	@SafeVarargs
	private static List<Long> ids(List<Item>... items) {
		return Arrays.stream(items).flatMap(List::stream).map(Item::id).toList();
	}

	private static String demandIds(List<Long> demands) {
		return "demandIds=" + joined(demands);
	}

	private static String joined(List<Long> ids) {
		return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
	}

	private static Stream<MatchResult> matches(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results();
	}

	private InboxItem taskOf(Person person, long theCase, String step) {
		return open(theCase, step).stream()
			.filter((one) -> one.groups() == null
					|| Group.codesOf(person).stream().anyMatch(List.of(one.groups().split(","))::contains))
			.findFirst()
			.orElseThrow(() -> new AssertionError(person.name() + " has no task " + step));
	}

	private void complete(Person person, long theCase, String step, Map<String, Object> answers) {
		complete(person, taskOf(person, theCase, step), answers);
	}

	private void complete(Person person, InboxItem task, Map<String, Object> answers) {
		watch.deed("anybody", task.step(), () -> {
			tasks.complete(person, task.id(), answers);
			return null;
		});
		engine.settle();
	}

	private List<InboxItem> open(long theCase, String step) {
		return inbox.openIn(theCase).stream().filter((task) -> task.step().equals(step)).toList();
	}

	private long roundCase() {
		return cases.about("demand-collection", new Ref(Kind.ROUND, round)).orElseThrow().id();
	}

	private List<Long> directionIds() {
		return ids("guide_direction where round_id = ?");
	}

	private List<Long> ids(String rows) {
		return jdbc.sql("select id from " + rows + " order by id").param(round).query(Long.class).list();
	}

	private int count(String rows) {
		return jdbc.sql("select count(*) from " + rows).param(round).query(Integer.class).single();
	}

	private static String title(CSVRecord topic) {
		return topic.get("object") + topic.get("phenomenon") + "机理";
	}

}
