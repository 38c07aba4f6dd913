package org.guantong.scale;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.demand.DemandCheckService;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.RoundService;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionService;
import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionService;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A round as large as a province's: 661 demands come in from spreadsheets, are distilled,
 * become 49 directions, each validated by three experts, adopted, published and printed.
 * Prints how long each stage took; asserts what came of it.
 */
@Tag("trust")
@GuantongTest
class RoundAtScaleTest {

	private static final int EXPERTS = 60;

	private static final int PER_DIRECTION = 3;

	private static final int MOST_PANELS = 12;

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
	private RoundService rounds;

	@Autowired
	private DemandCheckService checks;

	@Autowired
	private QuestionService questions;

	@Autowired
	private DistillationService distillation;

	@Autowired
	private DirectionService directions;

	@Autowired
	private ExpertService directory;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Cases cases;

	private final List<Person> contacts = new ArrayList<>();

	private final Map<String, Person> leaders = new HashMap<>();

	private final Map<Long, Person> experts = new HashMap<>();

	private Person officer;

	private Person committee;

	private long round;

	@AfterEach
	void backToNow() {
		clock.reset();
	}

	@Test
	void sixHundredAndSixtyOneDemandsBecomeFortyNinePublishedDirections() {
		people();
		timed("round opened", this::openRound);
		timed("demands imported", this::importDemands);
		timed("demands signed and checked", this::checkDemands);
		timed("distilled", this::distil);
		timed("consulted", this::consult);
		timed("drafted", this::draft);
		timed("panels proposed and confirmed", this::invite);
		timed("reviewed", this::review);
		timed("signed off and adopted", this::adopt);
		timed("published", this::publish);

		assertThat(count("demand where round_id = ?")).isEqualTo(ScaleNeeds.DEMANDS);
		assertThat(count("guide_direction where state = 'PUBLISHED' and round_id = ?")).isEqualTo(ScaleNeeds.TOPICS);
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
	}

	private void openRound() {
		round = given.round(given.fund(contacts.stream().mapToLong(Person::organisationId).toArray()));
		jdbc.sql(
				"update round set quota_per_co_funder = 300, quota_per_field = 300, experts_per_direction = ? where id = ?")
			.params(PER_DIRECTION, round)
			.update();
		rounds.open(officer, round);
		engine.settle();
	}

	private void importDemands() {
		int i = 0;
		for (ScaleNeeds.Need need : ScaleNeeds.all()) {
			demands.add(contacts.get(i++ % contacts.size()), round,
					new org.guantong.demand.DemandContent(given.field(need.field()), need.title(), need.unit(), null,
							"", "", need.background(), need.gap(), need.difficulties(), need.question(), need.code(),
							36, null, org.guantong.demand.DemandContent.Cooperation.JOINT,
							org.guantong.demand.DemandContent.IpOwnership.AGREED, need.scene(),
							org.guantong.demand.DemandContent.Urgency.SOON, "联系人", "13800000000", true),
					List.of());
		}
	}

	@Autowired
	private org.guantong.demand.DemandService demands;

	private void checkDemands() {
		contacts.forEach((contact) -> complete(contact, roundCase(), "submitDemands", Map.of("notClassified", true)));
		leaders.values().forEach((leader) -> complete(leader, roundCase(), "signOff", Map.of("decision", "approve")));
		contacts.forEach((contact) -> checks.give(officer, round, contact.organisationId(),
				new DemandCheckService.Selection(Set.of(), true, DemandVerdicts.Filter.any()), Verdict.ACCEPT, ""));
		open(roundCase(), "checkForm").forEach((task) -> complete(officer, task, Map.of("confirmed", true)));
		complete(officer, roundCase(), "confirmCollection", Map.of("confirmed", true));
	}

	private void distil() {
		Map<Integer, List<Long>> byTopic = demandsByTopic();
		byTopic.forEach((topic, demands) -> {
			if (topic < 0) {
				distillation.setDemandsAside(officer, demands, "属日常管理事务,不含科学问题。");
			}
			else {
				questions.propose(officer, round, questionTitle(topic), demands);
			}
		});
		engine.settle();
	}

	private Map<Integer, List<Long>> demandsByTopic() {
		Map<String, Integer> topicOfTitle = new HashMap<>();
		ScaleNeeds.all().forEach((need) -> topicOfTitle.put(need.title() + "/" + need.unit(), need.topic()));
		Map<Integer, List<Long>> byTopic = new LinkedHashMap<>();
		jdbc.sql("select id, title || '/' || unit as what from demand where round_id = ? and state = 'ACCEPTED'")
			.param(round)
			.query((row, number) -> Map.entry(row.getLong("id"), row.getString("what")))
			.list()
			.forEach((demand) -> byTopic
				.computeIfAbsent(topicOfTitle.get(demand.getValue()), (topic) -> new ArrayList<>())
				.add(demand.getKey()));
		return byTopic;
	}

	private void consult() {
		for (long question : ids("scientific_question where round_id = ?")) {
			long theCase = cases.about("question-distillation", new Ref(Kind.SCIENTIFIC_QUESTION, question))
				.orElseThrow()
				.id();
			String title = jdbc.sql("select title from scientific_question where id = ?")
				.param(question)
				.query(String.class)
				.single();
			complete(officer, theCase, "wordQuestion",
					Map.of("decision", "consult", "title", title, "statement", "针对" + title + "的难题,研究其形成与演化,揭示控制规律。"));
			open(theCase, "consult").forEach((task) -> complete(leaderOf(task), task, Map.of("opinion", "AGREE")));
		}
		assertThat(count("scientific_question where state = 'AGREED' and round_id = ?")).isEqualTo(ScaleNeeds.TOPICS);
	}

	private void draft() {
		List<CSVRecord> topics = ScaleNeeds.topics();
		for (long question : ids("scientific_question where round_id = ?")) {
			String title = jdbc.sql("select title from scientific_question where id = ?")
				.param(question)
				.query(String.class)
				.single();
			CSVRecord topic = topics.stream().filter((one) -> title.equals(title(one))).findFirst().orElseThrow();
			long direction = directions.start(officer, round, List.of(question), title);
			engine.settle();
			int version = directions.read(officer, direction).version();
			directions.save(officer, direction, version,
					new DirectionContent(title, List.of(topic.get("code")),
							"针对" + topic.get("scene") + "的需求,研究" + topic.get("phenomenon") + ",揭示其控制机理,为"
									+ topic.get("object") + "提供理论基础。",
							"KEY", new BigDecimal("260"), topic.get("scene")));
			complete(officer, directionCase(direction), "draftDirection",
					Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		}
	}

	private void invite() {
		for (long direction : directionIds()) {
			InboxItem task = open(directionCase(direction), "confirmPanel").get(0);
			complete(officer, task, new LinkedHashMap<>(tasks.open(officer, task.id()).data()));
		}
	}

	private void review() {
		Set<Long> asked = new HashSet<>();
		for (long direction : directionIds()) {
			long theCase = directionCase(direction);
			List<InboxItem> invitations = open(theCase, "answerInvitation");
			assertThat(invitations).as("experts of direction " + direction).hasSize(PER_DIRECTION);
			invitations.forEach((task) -> complete(experts.get(task.assigneeId()), task,
					Map.of("answer", "ACCEPT", "pledge", true)));
			for (InboxItem task : open(theCase, "reviewDirection")) {
				asked.add(task.assigneeId());
				complete(experts.get(task.assigneeId()), task, sheet());
			}
		}
		assertThat(asked).as("the work is spread").hasSizeGreaterThan(EXPERTS / 2);
	}

	private static Map<String, Object> sheet() {
		return Map.of("scientific", 18, "normative", 18, "inclusive", 17, "guiding", 19, "safe", 20, "recommendation",
				"APPROVE", "comment", "科学问题凝练准确,需求明确。", "pledge", true);
	}

	private void adopt() {
		for (long direction : directionIds()) {
			long theCase = directionCase(direction);
			open(theCase, "coFunderSignOff")
				.forEach((task) -> complete(leaderOf(task), task, Map.of("decision", "AGREE")));
			complete(committee, theCase, "adoptDirection",
					Map.of("votesFor", 9, "votesAgainst", 0, "abstentions", 1, "decision", "ADOPT"));
		}
	}

	private void publish() {
		int number = 1;
		for (long direction : directionIds()) {
			complete(officer, directionCase(direction), "schedulePublication",
					Map.of("number", number++, "when", "NOW"));
		}
		clock.pass(Duration.ofDays(1));
		engine.settle();
	}

	private Person leaderOf(InboxItem task) {
		return Stream.of(task.groups().split(",")).map(leaders::get).filter(Objects::nonNull).findFirst().orElseThrow();
	}

	private void complete(Person person, long theCase, String step, Map<String, Object> answers) {
		List<InboxItem> there = open(theCase, step);
		InboxItem task = there.stream()
			.filter((one) -> one.groups() == null
					|| Group.codesOf(person).stream().anyMatch(List.of(one.groups().split(","))::contains))
			.findFirst()
			.orElseThrow(() -> new AssertionError(person.name() + " has no task " + step + " among " + there));
		complete(person, task, answers);
	}

	private void complete(Person person, InboxItem task, Map<String, Object> answers) {
		tasks.complete(person, task.id(), answers);
		engine.settle();
	}

	private List<InboxItem> open(long theCase, String step) {
		return inbox.openIn(theCase).stream().filter((task) -> task.step().equals(step)).toList();
	}

	private long roundCase() {
		return cases.about("demand-collection", new Ref(Kind.ROUND, round)).orElseThrow().id();
	}

	private long directionCase(long direction) {
		return cases.about("guide-validation", new Ref(Kind.GUIDE_DIRECTION, direction)).orElseThrow().id();
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

	private static String questionTitle(int topic) {
		return title(ScaleNeeds.topics().get(topic));
	}

	private static String title(CSVRecord topic) {
		return topic.get("object") + topic.get("phenomenon") + "机理";
	}

	private static void timed(String stage, Runnable work) {
		long start = System.nanoTime();
		work.run();
		System.out.printf("scale: %-32s %6.1f s%n", stage, (System.nanoTime() - start) / 1e9);
	}

}
