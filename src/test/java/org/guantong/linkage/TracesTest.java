package org.guantong.linkage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * One question joins two co-funders' demands; one direction answers it and funds two
 * projects of two hosts; each has an achievement, the first a transfer.
 */
@GuantongTest
class TracesTest {

	@Autowired
	private Traces traces;

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private long north;

	private Person northContact;

	private Person southContact;

	private Person pi;

	private Person otherPi;

	private Person buyer;

	private Ref northDemand;

	private Ref southDemand;

	private Ref question;

	private Ref direction;

	private Ref project;

	private Ref otherProject;

	private Ref achievement;

	private Ref otherAchievement;

	private Ref transfer;

	@BeforeEach
	void aWholeChain() {
		north = given.organisation("CO_FUNDER", "北方省科技厅");
		northContact = given.person("北方联系人", north, Role.CO_FUNDER_CONTACT);
		southContact = given.person("南方联系人", given.organisation("CO_FUNDER", "南方省科技厅"), Role.CO_FUNDER_CONTACT);
		pi = given.person("甲教授", given.organisation("HOST", "甲大学"), Role.PI);
		otherPi = given.person("乙教授", given.organisation("HOST", "乙大学"), Role.PI);
		buyer = given.person("企业经理", given.organisation("DEMAND_SIDE", "用户企业"), Role.DEMAND_SIDE);
		long round = given.round(given.fund(north, southContact.organisationId()));
		northDemand = ref(Kind.DEMAND, given.demand(round, northContact, "MAT", "北方需求"));
		southDemand = ref(Kind.DEMAND, given.demand(round, southContact, "MAT", "南方需求"));
		question = ref(Kind.SCIENTIFIC_QUESTION,
				given.question(round, "MAT", "共同问题", northDemand.id(), southDemand.id()));
		direction = ref(Kind.GUIDE_DIRECTION, given.direction(round, "MAT", "共同方向", question.id()));
		project = ref(Kind.PROJECT, given.project(direction.id(), pi, "甲项目"));
		otherProject = ref(Kind.PROJECT, given.project(direction.id(), otherPi, "乙项目"));
		achievement = ref(Kind.ACHIEVEMENT, given.achievement(project.id(), "甲成果"));
		otherAchievement = ref(Kind.ACHIEVEMENT, given.achievement(otherProject.id(), "乙成果"));
		jdbc.sql("update achievement set state = 'REPORTED' where id = ?").param(otherAchievement.id()).update();
		transfer = ref(Kind.TRANSFER, transferOf(achievement.id(), buyer, "甲成果转化"));
	}

	@Test
	void fromADemandOneReadsAllItLedTo() {
		assertThat(titles(given.officer(), northDemand)).containsExactlyInAnyOrder("北方需求", "共同问题", "共同方向", "甲项目", "乙项目",
				"甲成果", "乙成果", "甲成果转化");
	}

	@Test
	void fromAContractOneReadsBackToTheDemandsItAnswersAndToNothingBesides() {
		Trace trace = trace(given.officer(), transfer);
		assertThat(trace.nodes()).extracting(TraceNode::title)
			.containsExactly("北方需求", "南方需求", "共同问题", "共同方向", "甲项目", "甲成果", "甲成果转化");
		assertThat(trace.edges()).containsExactlyInAnyOrder(edge(northDemand, question, "distilled-into"),
				edge(southDemand, question, "distilled-into"), edge(question, direction, "answered-by"),
				edge(direction, project, "funded-as"), edge(project, achievement, "produced"),
				edge(achievement, transfer, "applied-by"));
	}

	@Test
	void fromTheMiddleOneReadsBothWays() {
		assertThat(titles(given.officer(), direction)).hasSize(9);
		assertThat(titles(given.officer(), project)).contains("北方需求", "甲成果转化").doesNotContain("乙项目", "乙成果");
	}

	@Test
	void whatLeadsNowhereYetIsATraceOfItsOwn() {
		long round = given.round(given.fund(north));
		Ref lonely = ref(Kind.DEMAND, given.demand(round, northContact, "SEA", "刚提交的需求"));
		Trace trace = trace(northContact, lonely);
		assertThat(trace.nodes()).containsExactly(trace.start());
		assertThat(trace.edges()).isEmpty();
	}

	/**
	 * For each reader, which things may be the start of a trace: all others answer 404.
	 */
	@Test
	void everyReaderMayStartFromExactlyWhatTheirRolesLetThemKnow() {
		Set<Ref> all = Set.of(northDemand, southDemand, question, direction, project, otherProject, achievement,
				otherAchievement, transfer);
		Set<Ref> open = Set.of(direction, achievement);
		Set<Ref> fromNorth = Set.of(northDemand, question, direction, project, otherProject, achievement,
				otherAchievement, transfer);
		Set<Ref> fromSouth = Set.of(southDemand, question, direction, project, otherProject, achievement,
				otherAchievement, transfer);
		Set<Ref> ofProject = Set.of(question, direction, project, achievement, transfer);
		assertThat(starts(given.officer(), all)).isEqualTo(all);
		assertThat(starts(somebody(Role.AUDITOR), all)).isEqualTo(all);
		assertThat(starts(somebody(Role.COMMITTEE), all)).isEqualTo(all);
		assertThat(starts(northContact, all)).isEqualTo(fromNorth);
		assertThat(starts(given.person("北方领导", north, Role.CO_FUNDER_LEADER), all)).isEqualTo(fromNorth);
		assertThat(starts(southContact, all)).isEqualTo(fromSouth);
		assertThat(starts(pi, all)).isEqualTo(ofProject);
		assertThat(starts(given.person("科研处", pi.organisationId(), Role.HOST), all)).isEqualTo(ofProject);
		assertThat(starts(otherPi, all))
			.isEqualTo(Set.of(question, direction, otherProject, otherAchievement, achievement));
		assertThat(starts(buyer, all)).isEqualTo(Set.of(question, direction, project, achievement, transfer));
		for (Role role : List.of(Role.EXPERT, Role.FINANCE_EXPERT, Role.PI, Role.HOST, Role.DEMAND_SIDE,
				Role.CO_FUNDER_CONTACT)) {
			assertThat(starts(somebody(role), all)).as("a stranger who is %s", role).isEqualTo(open);
		}
		assertThat(starts(given.person("同单位专家", north, Role.EXPERT), all))
			.as("the role decides, not the employer alone")
			.isEqualTo(open);
	}

	@Test
	void aPiSeesThatThereAreDemandsButNotWhich() {
		Trace trace = trace(pi, project);
		List<TraceNode> demands = trace.nodes().stream().filter((node) -> node.kind() == Kind.DEMAND).toList();
		assertThat(demands).containsExactly(new TraceNode("demand:undisclosed-1", Kind.DEMAND, null, null, null, null),
				new TraceNode("demand:undisclosed-2", Kind.DEMAND, null, null, null, null));
		assertThat(trace.edges()).contains(new TraceEdge("demand:undisclosed-1", question.toString(), "distilled-into"),
				new TraceEdge("demand:undisclosed-2", question.toString(), "distilled-into"));
	}

	@Test
	void whatIsUndisclosedKeepsTheChainWhole() {
		Trace trace = trace(somebody(Role.EXPERT), achievement);
		assertThat(trace.nodes()).extracting(TraceNode::isDisclosed)
			.containsExactly(false, false, false, true, false, true, false);
		assertThat(trace.edges()).hasSize(6);
	}

	@Test
	void aCoFunderLearnsOfADirectionOnceItHasLeftTheOffice() {
		long round = given.round(given.fund(north));
		Ref demand = ref(Kind.DEMAND, given.demand(round, northContact, "SEA", "海洋需求"));
		long seaQuestion = given.question(round, "SEA", "海洋问题", demand.id());
		Ref draft = ref(Kind.GUIDE_DIRECTION, draft(round, "海洋方向", seaQuestion));
		assertThat(titles(given.officer(), demand)).contains("海洋方向");
		assertThat(titles(northContact, demand)).containsExactly("海洋需求", "海洋问题", null);
		assertThat(starts(northContact, Set.of(draft))).isEmpty();
		jdbc.sql("update guide_direction set state = 'IN_REVIEW' where id = ?").param(draft.id()).update();
		assertThat(titles(northContact, demand)).contains("海洋方向");
	}

	@Test
	void theSearchFindsOnlyWhatTheReaderMayKnowAndCountsNoMore() {
		String word = "独一无二" + given.number();
		jdbc.sql("update demand set title = ? where id = ?").params(word + "甲", southDemand.id()).update();
		jdbc.sql("update demand set title = ? where id = ?").params(word + "乙", northDemand.id()).update();
		assertThat(find(given.officer(), word, null).total()).isEqualTo(2);
		assertThat(find(northContact, word, null).nodes()).extracting(TraceNode::title).containsExactly(word + "乙");
		assertThat(find(northContact, word, null).total()).isEqualTo(1);
		assertThat(find(northContact, word, Kind.PROJECT).total()).isZero();
		assertThat(find(pi, word, null).total()).isZero();
		assertThat(find(given.officer(), word + "　乙", null).total()).as("all words").isEqualTo(1);
		assertThat(find(given.officer(), "%", null).nodes()).as("no wildcards").isEmpty();
		assertThat(find(pi, "甲项目", null).nodes()).extracting(TraceNode::id).contains(project.id());
	}

	@Test
	void theApiAnswersAsTheDesignSays() {
		JsonNode answer = site.api(pi).get("/api/trace/transfer/" + transfer.id()).json();
		JsonNode first = answer.get("nodes").get(0);
		assertThat(first.get("kind").asText()).isEqualTo("demand");
		assertThat(first.has("title")).isFalse();
		JsonNode last = answer.get("nodes").get(answer.get("nodes").size() - 1);
		assertThat(last.get("kind").asText()).isEqualTo("transfer");
		assertThat(last.get("id").asLong()).isEqualTo(transfer.id());
		assertThat(last.get("title").asText()).isEqualTo("甲成果转化");
		assertThat(last.get("code").asText()).startsWith("T");
		assertThat(last.get("state").asText()).isNotEmpty();
		assertThat(answer.get("edges")).anySatisfy((edge) -> {
			assertThat(edge.get("from").asText()).isEqualTo(achievement.toString());
			assertThat(edge.get("to").asText()).isEqualTo(transfer.toString());
			assertThat(edge.get("relation").asText()).isEqualTo("applied-by");
		});
		assertThat(answer.toString()).doesNotContain("北方需求", "南方需求");
		assertThat(site.api(pi).get("/api/trace/demand/" + northDemand.id()).status()).isEqualTo(404);
		assertThat(site.api(pi).get("/api/trace/demand/999999999").status()).isEqualTo(404);
		assertThat(site.api(pi).get("/api/trace/nothing/1").status()).isEqualTo(404);
		assertThat(site.api(pi).get("/api/trace/round/1").status()).isEqualTo(404);
		assertThat(
				site.api(pi).get("/api/trace?q=甲项目".replace("甲项目", "%E7%94%B2%E9%A1%B9%E7%9B%AE")).json().get("items"))
			.isNotEmpty();
	}

	@Test
	void thePageShowsTheChainInBothLanguages() {
		Site.Browser browser = site.browser(pi);
		Site.Reply page = browser.get("/trace/project/" + project.id());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body())
			.contains("（不公开）", "共同问题", "起点", "凝练为", "/projects/" + project.id(), "/public/directions/" + direction.id())
			.doesNotContain("北方需求", "南方需求", "/questions/", "??");
		assertThat(browser.get("/trace/project/" + project.id() + "?lang=en").body())
			.contains("(undisclosed)", "distilled into", "Start")
			.doesNotContain("??", "凝练为");
		assertThat(browser.get("/trace?q=%E7%94%B2").body()).contains("甲项目").doesNotContain("??");
		assertThat(browser.get("/trace/demand/" + northDemand.id()).status()).isEqualTo(404);
		assertThat(site.browser().get("/trace").path()).isEqualTo("/login");
	}

	private Set<Ref> starts(Person reader, Set<Ref> all) {
		Map<Boolean, Set<Ref>> byAnswer = new TreeMap<>(
				all.stream().collect(Collectors.partitioningBy((one) -> isOpen(reader, one), Collectors.toSet())));
		byAnswer.get(false).forEach((one) -> assertThatThrownBy(() -> trace(reader, one)).isInstanceOf(NotFound.class));
		return byAnswer.get(true);
	}

	private boolean isOpen(Person reader, Ref start) {
		try {
			return trace(reader, start).start().isDisclosed();
		}
		catch (NotFound ex) {
			return false;
		}
	}

	private Trace trace(Person reader, Ref start) {
		return As.reader(reader, () -> traces.of(reader, start));
	}

	private TraceHits find(Person reader, String words, Kind kind) {
		return As.reader(reader, () -> traces.find(reader, words, kind, 0, 20));
	}

	private List<String> titles(Person reader, Ref start) {
		return trace(reader, start).nodes().stream().map(TraceNode::title).toList();
	}

	private Person somebody(Role role) {
		return given.person("某人", given.organisation("HOST", "别处"), role);
	}

	private static Ref ref(Kind kind, long id) {
		return new Ref(kind, id);
	}

	private static TraceEdge edge(Ref from, Ref to, String relation) {
		return new TraceEdge(from.toString(), to.toString(), relation);
	}

	private long draft(long round, String title, long question) {
		long direction = jdbc.sql("""
				insert into guide_direction (code, round_id, field_id, title) values (?, ?, ?, ?) returning id
				""").params("G" + given.number(), round, given.field("SEA"), title).query(Long.class).single();
		jdbc.sql("insert into direction_question (direction_id, question_id) values (?, ?)")
			.params(direction, question)
			.update();
		return direction;
	}

	private long transferOf(long achievement, Person demandSide, String title) {
		return jdbc.sql("""
				insert into transfer (code, achievement_id, demand_side_id, title) values (?, ?, ?, ?) returning id
				""")
			.params("T" + given.number(), achievement, demandSide.organisationId(), title)
			.query(Long.class)
			.single();
	}

}
