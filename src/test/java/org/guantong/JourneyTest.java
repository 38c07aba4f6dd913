package org.guantong;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole thread over HTTP: one demand becomes a question, a direction, a project, an
 * achievement and a signed transfer, each step done by whoever has to do it, and the
 * trace shows every link from both ends.
 */
@GuantongTest
class JourneyTest {

	private static final String CODE = "E0199";

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private Engine engine;

	@Autowired
	private Clock clock;

	@Autowired
	private ExpertService directory;

	private final Map<Long, Site.Api> signedIn = new LinkedHashMap<>();

	private Person officer;

	private Person contact;

	private Person leader;

	private Person committee;

	private Person pi;

	private Person host;

	private Person finance;

	private Person enterprise;

	private final List<Person> experts = new ArrayList<>();

	/** What the journey is at: the subject of the tasks to be done now. */
	private String at;

	@Test
	void aDemandBecomesASignedTransfer() {
		people();
		long round = roundIsOpened();
		long demand = demandIsCollected(round);
		long question = questionIsAgreed(round, demand);
		long direction = directionIsPublished(round, question);
		long project = projectIsEntered(direction);
		midtermIsPassed(project);
		long achievement = projectIsClosed(project);
		long transfer = achievementIsTransferred(achievement);

		List<String> chain = List.of("demand:" + demand, "scientific-question:" + question,
				"guide-direction:" + direction, "project:" + project, "achievement:" + achievement,
				"transfer:" + transfer);
		assertThat(linksTraced(officer, "demand", demand)).containsAll(pairs(chain));
		assertThat(linksTraced(officer, "transfer", transfer)).containsAll(pairs(chain));
		assertThat(linksTraced(contact, "demand", demand)).as("the side that had the need sees what became of it")
			.containsAll(pairs(chain));
		assertThat(signedIn).as("people who did something").hasSizeGreaterThanOrEqualTo(9);
	}

	private void people() {
		officer = given.officer();
		committee = given.person("管委会秘书", given.organisation("FUNDER", "管委会"), Role.COMMITTEE);
		long province = given.organisation("CO_FUNDER", "辽宁省科技厅");
		contact = given.person("联系人", province, Role.CO_FUNDER_CONTACT);
		leader = given.person("负责人", province, Role.CO_FUNDER_LEADER);
		long university = given.organisation("HOST", "北方理工大学");
		pi = given.person("项目负责人", university, Role.PI);
		host = given.person("科研处", university, Role.HOST);
		enterprise = given.person("企业技术部", given.organisation("DEMAND_SIDE", "重型装备公司"), Role.DEMAND_SIDE);
		IntStream.range(0, 5)
			.forEach((i) -> experts.add(given.person("专家" + i, given.organisation("HOST", "外省大学"), Role.EXPERT)));
		finance = given.person("财务专家", given.organisation("HOST", "会计师事务所"), Role.FINANCE_EXPERT);
		experts.forEach((expert) -> directory.describe(officer, expert.id(),
				new NewExpertProfile(0, List.of(CODE), List.of("铸锻件", "缺陷"), List.of(), 6)));
	}

	private long roundIsOpened() {
		long fund = post(officer, "/api/funds", Map.of("code", "F" + given.number(), "name", "辽宁联合基金" + given.number(),
				"type", "REGIONAL", "fields", List.of("MAT", "INF")));
		post(officer, "/api/funds/" + fund + "/agreements",
				Map.of("coFunderId", Long.toString(contact.organisationId()), "funderAmount", 1250, "coFunderAmount",
						3750, "firstYear", 2022, "lastYear", 2030));
		Map<String, Object> settings = new LinkedHashMap<>(Map.of("fundId", fund, "year", 2027, "title", "2027年度辽宁联合基金",
				"demandDeadline", day(30), "quotaPerCoFunder", 5, "quotaPerField", 3, "reminderDays", 3, "amendDays", 7,
				"consultationDays", 10));
		settings.putAll(Map.of("reviewDays", 14, "expertsPerDirection", 3, "quorum", 0.667, "passShare", 0.5,
				"recusalYears", 5));
		long round = post(officer, "/api/rounds", settings);
		Site.Reply opened = api(officer).post("/api/rounds/" + round + "/open", Map.of());
		assertThat(opened.status()).as(opened.body()).isLessThan(300);
		engine.settle();
		at = "round:" + round;
		return round;
	}

	private long demandIsCollected(long round) {
		Map<String, Object> need = new LinkedHashMap<>();
		need.put("title", "大型铸锻件内部缺陷在线预测");
		need.put("field", "MAT");
		need.put("unit", "北方重型铸锻公司");
		need.put("background", "百万千瓦级转子锻件依赖经验控制，废品率高。");
		need.put("gap", "国内缺少凝固与热加工耦合的缺陷演化模型。");
		need.put("difficulties", "多尺度缺陷演化机理不清，预测误差超过30%。");
		need.put("indicators", List.of(Map.of("name", "预测误差", "current", "30", "target", "10", "unit", "%")));
		need.put("months", 36);
		need.put("cooperation", "JOINT");
		need.put("ipOwnership", "SHARED");
		need.put("urgency", "URGENT");
		need.put("contactName", "王工");
		need.put("contactPhone", "13800000000");
		need.put("notClassified", true);
		long demand = post(contact, "/api/rounds/" + round + "/demands", need);
		complete(contact, "submitDemands", Map.of("notClassified", true));
		complete(leader, "signOff", Map.of("decision", "approve"));
		api(officer).post("/api/rounds/" + round + "/check/" + contact.organisationId(),
				Map.of("all", true, "verdict", "ACCEPT"));
		complete(officer, "checkForm", Map.of("confirmed", true));
		complete(officer, "confirmCollection", Map.of("confirmed", true));
		return demand;
	}

	private long questionIsAgreed(long round, long demand) {
		long question = post(officer, "/api/rounds/" + round + "/questions",
				Map.of("title", "大型铸锻件缺陷多尺度演化机理", "demandIds", List.of(Long.toString(demand))));
		engine.settle();
		at = "scientific-question:" + question;
		complete(officer, "wordQuestion", Map.of("decision", "consult", "title", "大型铸锻件缺陷多尺度演化机理", "statement",
				"针对大型铸锻件内部缺陷难以预测的问题，研究凝固与热加工过程中缺陷的多尺度演化规律。"));
		complete(leader, "consult", Map.of("opinion", "AGREE"));
		return question;
	}

	private long directionIsPublished(long round, long question) {
		long direction = post(officer, "/api/rounds/" + round + "/directions",
				Map.of("questionIds", List.of(question), "title", "大型铸锻件缺陷演化机理"));
		engine.settle();
		at = "guide-direction:" + direction;
		int version = api(officer).get("/api/directions/" + direction).json().findValue("version").asInt();
		Site.Reply saved = api(officer).put("/api/directions/" + direction,
				Map.of("version", version, "title", "大型铸锻件缺陷多尺度演化机理", "applicationCodes", List.of(CODE), "text",
						"针对大型铸锻件内部缺陷难以预测的问题，研究凝固与热加工耦合过程，揭示缺陷多尺度演化机理，为高品质锻件制造提供理论依据。", "category", "KEY", "intensity",
						260, "expectedApplication", "重型装备关键锻件制造"));
		assertThat(saved.status()).as(saved.body()).isEqualTo(200);
		complete(officer, "draftDirection",
				Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		complete(officer, "confirmPanel", Map.of("experts", ids(experts.subList(0, 3)), "reserves",
				ids(experts.subList(3, 5)), "answerDays", 5, "reviewDays", 14));
		for (Person expert : experts.subList(0, 3)) {
			complete(expert, "answerInvitation", Map.of("answer", "ACCEPT", "pledge", true));
			complete(expert, "reviewDirection",
					Map.of("scores",
							List.of(18, 18, 17, 19, 20).stream().map((points) -> Map.of("points", points)).toList(),
							"recommendation", "APPROVE", "comment", "科学问题凝练准确，需求明确。", "pledge", true));
		}
		complete(leader, "coFunderSignOff", Map.of("decision", "AGREE"));
		complete(committee, "adoptDirection",
				Map.of("votesFor", 9, "votesAgainst", 0, "abstentions", 1, "decision", "ADOPT"));
		complete(officer, "schedulePublication", Map.of("number", 1, "when", "NOW"));
		return direction;
	}

	private long projectIsEntered(long direction) {
		String code = api(officer).get("/api/directions/" + direction).json().findValue("code").asText();
		LocalDate start = LocalDate.now(clock).minusYears(2).withDayOfYear(1);
		Map<String, Object> project = new LinkedHashMap<>();
		project.put("code", "U" + (start.getYear() % 100) + "A" + (2000 + given.number() % 7000));
		project.put("title", "大型铸锻件凝固缺陷的多尺度建模与预测");
		project.put("direction", code);
		project.put("pi", pi.username());
		project.put("category", "KEY");
		project.put("directCost", 2600000);
		project.put("startsOn", start.toString());
		project.put("endsOn", start.plusYears(4).minusDays(1).toString());
		project.put("scheme", "2024");
		project.put("budget", List.of(line("EQUIPMENT", 900000), line("OPERATION", 1100000), line("LABOUR", 600000)));
		project.put("milestones", List.of(Map.of("title", "建立缺陷演化模型", "plannedOn", start.plusYears(1).toString(),
				"indicators", List.of(Map.of("name", "预测误差", "baseline", "30", "target", "10", "unit", "%")))));
		return post(officer, "/api/projects", project);
	}

	private static Map<String, Object> line(String code, int planned) {
		return Map.of("line", code, "planned", planned, "received", planned);
	}

	private void midtermIsPassed(long project) {
		at = "midterm-check:" + post(officer, "/api/projects/" + project + "/midterm-checks", Map.of("dueOn", day(30)));
		engine.settle();
		JsonNode report = task(pi, "reportProgress").get("data");
		List<Map<String, Object>> stages = rows(report, "stages", Map.of("state", "DONE", "actualOn", day(-30)));
		List<Map<String, Object>> reached = rows(report, "reached", Map.of("actual", "12"));
		List<Map<String, Object>> spending = rows(report, "spending", Map.of("spent", 400000));
		spending.stream()
			.filter((row) -> row.get("received").toString().startsWith("0"))
			.forEach((row) -> row.put("spent", 0));
		complete(pi, "reportProgress", Map.of("stages", stages, "reached", reached, "progressState", "ON_PLAN",
				"summary", "缺陷演化模型已建立，预测误差降至12%。", "spending", spending, "declaration", true));
		complete(host, "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
		complete(officer, "assignExperts",
				Map.of("technicalExperts", ids(experts.subList(0, 1)), "financeExpert", Long.toString(finance.id())));
		complete(experts.get(0), "reviewProgress",
				Map.of("conflict", "NONE", "grade", "A", "reasons", "进展良好，达到预期。", "pledge", true));
		complete(finance, "reviewSpending",
				Map.of("conflict", "NONE", "grade", "A", "reasons", "账目清楚，支出合规。", "pledge", true));
		complete(contact, "coFunderOpinion", Map.of("served", "YES"));
		complete(officer, "decide", Map.of("decision", "CONTINUE"));
	}

	private long projectIsClosed(long project) {
		at = "closure:" + post(officer, "/api/projects/" + project + "/closures", Map.of("dueOn", day(60)));
		engine.settle();
		JsonNode form = task(pi, "submitFinalReport").get("data");
		List<Map<String, Object>> accounts = rows(form, "accounts", Map.of("budget", 100000, "spent", 90000));
		complete(pi, "submitFinalReport",
				Map.of("summary", "建立了铸锻件缺陷多尺度演化模型，回应了企业需求。", "indicators",
						List.of(Map.of("name", "预测误差", "target", "≤10%", "achieved", "8%", "met", "YES")), "accounts",
						accounts, "achievements", List.of(softwareAchievement()), "declaration", true));
		complete(host, "endorseClosure", Map.of("decision", "ENDORSE", "opinion", "材料属实，同意上报。"));
		complete(officer, "assignClosureExperts", Map.of("decision", "PROCEED", "experts", ids(experts.subList(0, 3))));
		for (Person expert : experts.subList(0, 3)) {
			complete(expert, "reviewClosure",
					Map.of("conclusion", "PASS", "comments", "完成了任务书规定的全部研究内容。", "pledge", true));
		}
		complete(officer, "concludeClosure", Map.of("verdict", "ACCEPT", "remarks", "同意结题。"));
		JsonNode found = api(officer).get("/api/achievements?text=" + encoded("铸锻件缺陷预测软件")).json().get("items");
		assertThat(found).hasSize(1);
		return found.get(0).get("id").asLong();
	}

	private Map<String, Object> softwareAchievement() {
		Map<String, Object> achievement = new LinkedHashMap<>(Map.of("title", "铸锻件缺陷预测软件", "keywords", "铸锻件、缺陷", "form",
				"SOFTWARE", "nature", "APPLIED", "originality", "ORIGINAL", "stage", "MATURE", "trl", "7", "intention",
				"WILLING", "mode", "LICENSE", "potentialValue", "HIGH"));
		achievement.put("description", "可用于大型锻件工艺设计。");
		return achievement;
	}

	private long achievementIsTransferred(long achievement) {
		long transfer = post(enterprise, "/api/achievements/" + achievement + "/transfers",
				Map.of("need", "用于转子锻件工艺设计，降低废品率。", "mode", "LICENSE"));
		engine.settle();
		at = "transfer:" + transfer;
		complete(pi, "answerInterest", Map.of("answer", "WILLING", "reply", "愿意许可使用，须署名。"));
		complete(officer, "assignArgumentExperts", Map.of("experts", ids(experts)));
		for (Person expert : experts) {
			complete(expert, "argueTransfer", Map.of("feasibility", 8, "market", 7, "risk", 6, "opinion", "SUPPORT",
					"comments", "技术路线成熟，市场明确可期。", "pledge", true));
		}
		complete(officer, "decideFunding", Map.of("fundingMode", "LOCAL_FUND", "supportAmount", 1000000, "firstPayment",
				600000, "g2On", day(90), "g3On", day(180), "g4On", day(365), "remarks", "同意支持。"));
		Map<String, Object> terms = Map.of("contractType", "LICENSE", "mode", "LICENSE", "amount", 1200000, "signedOn",
				day(0), "confirmed", true);
		complete(enterprise, "signByDemandSide", terms);
		complete(host, "signByHost", terms);
		for (String gate : List.of("G2", "G3", "G4")) {
			complete(pi, "reportStage", Map.of("report", gate + "阶段：完成样本测试，误差低于一成。", "achieved", "YES"));
			complete(officer, "decideGate", Map.of("decision", "GO", "remarks", "达到目标。"));
		}
		complete(officer, "recordOutcome", Map.of("contractNumber", "2026210000123", "contractType", "LICENSE", "mode",
				"LICENSE", "amount", 1200000, "signedOn", day(0), "effect", "用于三条转子锻件生产线。"));
		assertThat(api(enterprise).get("/api/transfers/" + transfer).json().get("state").asText()).isEqualTo("SIGNED");
		return transfer;
	}

	private Site.Api api(Person person) {
		return signedIn.computeIfAbsent(person.id(), (id) -> site.api(person));
	}

	/** Posts and answers the id of what was made. */
	private long post(Person person, String path, Object content) {
		Site.Reply reply = api(person).post(path, content);
		assertThat(reply.status()).as(path + " " + reply.body()).isBetween(200, 201);
		return reply.json().get("id").asLong();
	}

	/**
	 * The person's open task of that step about what the journey is at, with its form.
	 */
	private JsonNode task(Person person, String step) {
		List<String> seen = new ArrayList<>();
		for (int page = 0;; page++) {
			JsonNode items = api(person).get("/api/tasks?size=100&page=" + page).json().get("items");
			assertThat(items).as(person.name() + "'s tasks, " + step + " about " + at + " among " + seen).isNotEmpty();
			for (JsonNode item : items) {
				String about = item.at("/subject/kind").asText() + ":" + item.at("/subject/id").asLong();
				seen.add(item.get("step").asText() + " " + about);
				if (item.get("step").asText().equals(step) && about.equals(at)) {
					return api(person).get("/api/tasks/" + item.get("id").asText()).json();
				}
			}
		}
	}

	private void complete(Person person, String step, Map<String, Object> form) {
		String id = task(person, step).get("id").asText();
		Site.Reply reply = api(person).post("/api/tasks/" + id + "/complete", form);
		assertThat(reply.status()).as(step + " " + reply.body()).isEqualTo(200);
		engine.settle();
	}

	private List<Map<String, Object>> rows(JsonNode data, String list, Map<String, Object> filledIn) {
		List<Map<String, Object>> rows = new ArrayList<>();
		data.get(list).forEach((row) -> {
			Map<String, Object> filled = new LinkedHashMap<>();
			row.fields().forEachRemaining((field) -> filled.put(field.getKey(), field.getValue().asText()));
			filled.putAll(filledIn);
			rows.add(filled);
		});
		return rows;
	}

	private List<String> linksTraced(Person reader, String kind, long id) {
		JsonNode trace = api(reader).get("/api/trace/" + kind + "/" + id).json();
		List<String> links = new ArrayList<>();
		trace.get("edges").forEach((edge) -> links.add(edge.get("from").asText() + " → " + edge.get("to").asText()));
		return links;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static List<String> pairs(List<String> chain) {
		return IntStream.range(1, chain.size()).mapToObj((i) -> chain.get(i - 1) + " → " + chain.get(i)).toList();
	}

	private static List<String> ids(List<Person> people) {
		return people.stream().map((person) -> Long.toString(person.id())).toList();
	}

	private String day(int days) {
		return LocalDate.now(clock).plusDays(days).toString();
	}

}
