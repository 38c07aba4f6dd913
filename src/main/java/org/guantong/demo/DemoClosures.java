package org.guantong.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.core.annotation.Order;

import org.guantong.achievement.Closure;
import org.guantong.achievement.ClosureService;
import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/** Closures: some accepted, with what was registered, and one at every step. */
@ForDemonstration
@Order(8)
class DemoClosures implements DemoStage {

	private static final int DAYS_TO_REPORT = 6;

	private static final int EXPERTS = 3;

	private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

	/** Names of budget lines by code. */
	private static final Map<String, String> LINES = Map.of("EQUIPMENT", "设备费", "OPERATION", "业务费", "LABOUR", "劳务费",
			"PARTNERS", "合作研究转拨", "INDIRECT", "间接费用");

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final Phrases phrases;

	private final DemoProjects projects;

	private final ClosureService closures;

	private final Clock clock;

	private int next;

	DemoClosures(Script script, Cast cast, Desk desk, Phrases phrases, DemoProjects projects, ClosureService closures,
			Clock clock) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.phrases = phrases;
		this.projects = projects;
		this.closures = closures;
		this.clock = clock;
	}

	@Override
	public String play() {
		Map<String, Script.Report> reports = script.closures()
			.stream()
			.collect(Collectors.toMap(Script.Report::project, Function.identity()));
		List<Script.Grant> ending = script.projects().stream().filter((grant) -> grant.closure() != null).toList();
		ending.forEach((grant) -> close(grant, reports.get(grant.key())));
		long closed = ending.stream().filter((grant) -> grant.closure().equals("CLOSED")).count();
		return "%d closures, %d of them accepted".formatted(ending.size(), closed);
	}

	private void close(Script.Grant grant, Script.Report report) {
		Closure closure = closures.open(cast.officer(), projects.of(grant.key()).id(),
				LocalDate.now(clock).plusDays(DAYS_TO_REPORT));
		long caseId = desk.caseOf("project-closure", closure.subject(grant.title()).ref());
		String stage = grant.closure();
		if (stage.equals("REPORTING")) {
			return;
		}
		report(caseId, grant, report);
		if (stage.equals("ENDORSING")) {
			return;
		}
		desk.complete(cast.hostOf(grant.pi()), caseId, "endorseClosure",
				Map.of("decision", "ENDORSE", "opinion", report.opinion()));
		if (stage.equals("ASSIGNING")) {
			return;
		}
		review(caseId, stage.equals("REVIEWING") ? 1 : EXPERTS);
		if (stage.equals("CLOSED")) {
			desk.complete(cast.officer(), caseId, "concludeClosure",
					Map.of("verdict", "ACCEPT", "remarks", "任务书指标完成，经费合规，同意结题，成果按类别登记。"));
			desk.awaitEnd(caseId);
		}
	}

	@SuppressWarnings("unchecked")
	private void report(long caseId, Script.Grant grant, Script.Report report) {
		Person pi = cast.the(grant.pi());
		InboxItem task = desk.await(pi, caseId, "submitFinalReport");
		List<Map<String, Object>> accounts = (List<Map<String, Object>>) desk.filled(pi, task).get("accounts");
		desk.complete(pi, task,
				Map.of("summary", report.summary(), "indicators", indicators(grant), "accounts",
						accounts.stream().map((row) -> account(row, grant)).toList(), "achievements",
						report.achievements(), "declaration", true));
	}

	private static List<Map<String, Object>> indicators(Script.Grant grant) {
		List<Map<String, Object>> rows = new ArrayList<>();
		grant.milestones()
			.forEach((mark) -> rows.add(Map.of("name", mark.name(), "target", mark.target() + mark.unit(), "achieved",
					mark.actual() + mark.unit(), "met", "YES")));
		return rows;
	}

	private static Map<String, Object> account(Map<String, Object> row, Script.Grant grant) {
		Map<String, Object> filled = new HashMap<>(row);
		String code = LINES.entrySet()
			.stream()
			.filter((line) -> line.getValue().equals(row.get("line")))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
		filled.put("budget", yuan(grant.budget().get(code)));
		filled.put("spent", yuan(grant.spent().get(code)));
		return filled;
	}

	private static BigDecimal yuan(BigDecimal wan) {
		return wan == null ? BigDecimal.ZERO : wan.multiply(WAN).setScale(2, RoundingMode.HALF_UP);
	}

	private void review(long caseId, int answers) {
		List<String> experts = new ArrayList<>();
		for (int i = 0; i < EXPERTS; i++) {
			next++;
			experts.add(Long.toString(cast.the("expert%02d".formatted(1 + (next * 3) % 16)).id()));
		}
		desk.complete(cast.officer(), caseId, "assignClosureExperts",
				Map.of("decision", "PROCEED", "experts", experts));
		desk.await(caseId, "reviewClosure", EXPERTS)
			.stream()
			.limit(answers)
			.forEach((task) -> desk.complete(desk.holder(task), task,
					Map.of("conclusion", "PASS", "comments", phrases.say("closurePass"), "pledge", true)));
		if (answers == EXPERTS) {
			desk.await(caseId, "concludeClosure", 1);
		}
	}

}
