package org.guantong.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermService;
import org.guantong.workflow.InboxItem;

/** Mid-term checks: one at every step, and one of each outcome. */
@ForDemonstration
@Order(7)
class DemoMidterm implements DemoStage {

	private static final int DAYS_TO_REPORT = 12;

	private static final int DAYS_TO_RECTIFY = 45;

	private static final List<String> RECTIFIED = List.of("RECTIFYING", "RECHECKING", "RECTIFIED");

	/** What experts and finance experts give, by how the check is to go on. */
	private static final Map<String, String> GRADES = Map.of("A", "AA", "B", "BB", "DECIDING", "BC", "RECTIFYING", "CC",
			"RECHECKING", "CC", "RECTIFIED", "CC", "TERMINATING", "DD", "ADJUSTED", "CB", "REVIEWING", "AA");

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final Phrases phrases;

	private final DemoProjects projects;

	private final DemoMidtermReport reports;

	private final MidtermService checks;

	private final Clock clock;

	private int next;

	DemoMidterm(Script script, Cast cast, Desk desk, Phrases phrases, DemoProjects projects, DemoMidtermReport reports,
			MidtermService checks, Clock clock) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.phrases = phrases;
		this.projects = projects;
		this.reports = reports;
		this.checks = checks;
		this.clock = clock;
	}

	@Override
	public String play() {
		List<Script.Grant> checked = script.projects().stream().filter((grant) -> grant.midterm() != null).toList();
		checked.forEach(this::check);
		return checked.size() + " mid-term checks, at every step";
	}

	private void check(Script.Grant grant) {
		MidtermCheck check = checks.open(cast.officer(), projects.of(grant.key()).id(),
				LocalDate.now(clock).plusDays(DAYS_TO_REPORT));
		long caseId = desk.caseOf("midterm-check", check.ref());
		String stage = grant.midterm();
		if (stage.equals("REPORTING")) {
			return;
		}
		reports.submit(caseId, grant);
		Person host = cast.hostOf(grant.pi());
		if (stage.equals("ENDORSING")) {
			return;
		}
		desk.complete(host, caseId, "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
		if (stage.equals("ASSIGNING")) {
			desk.await(caseId, "assignExperts", 1);
			return;
		}
		review(caseId, stage);
		if (stage.equals("REVIEWING") || stage.equals("DECIDING")) {
			return;
		}
		decide(caseId, stage);
		if (RECTIFIED.contains(stage) && !stage.equals("RECTIFYING")) {
			rectify(caseId, grant, host, stage);
		}
		if (List.of("A", "B", "ADJUSTED", "RECTIFIED").contains(stage)) {
			desk.awaitEnd(caseId);
		}
	}

	/**
	 * While under review, one expert has answered, the others and the co-funders have
	 * not.
	 */
	private void review(long caseId, String stage) {
		String grades = GRADES.get(stage);
		InboxItem assignment = desk.await(caseId, "assignExperts", 1).get(0);
		desk.complete(cast.officer(), assignment, Map.of("technicalExperts", List.of(expert(), expert()),
				"financeExpert", Long.toString(cast.the("finance" + (1 + next % 3)).id())));
		List<InboxItem> technical = desk.await(caseId, "reviewProgress", 2);
		boolean all = !stage.equals("REVIEWING");
		technical.stream().limit(all ? 2 : 1).forEach((task) -> grade(task, "scientific", grades.charAt(0)));
		List<InboxItem> finance = desk.await(caseId, "reviewSpending", 1);
		List<InboxItem> opinions = desk.await(caseId, "coFunderOpinion", 2);
		if (all) {
			finance.forEach((task) -> grade(task, "finance", grades.charAt(1)));
			opinions.forEach((task) -> opine(task, grades.charAt(0)));
			desk.await(caseId, "decide", 1);
		}
	}

	private String expert() {
		next++;
		return Long.toString(cast.the("expert%02d".formatted(1 + next % 16)).id());
	}

	private void grade(InboxItem task, String side, char grade) {
		desk.complete(desk.holder(task), task, Map.of("conflict", "NONE", "grade", String.valueOf(grade), "reasons",
				phrases.say(side + grade), "pledge", true));
	}

	private void opine(InboxItem task, char grade) {
		Person contact = cast.ofGroup(task.groups(), "contact");
		desk.complete(contact, task, switch (grade) {
			case 'A', 'B' -> Map.of("served", "YES", "remarks", "与需求单位保持联系，进展符合预期。");
			case 'C' -> Map.of("served", "PARTLY", "reasons", "现场试验推进较慢，建议尽快与需求单位确定试验场地和时间。");
			default -> Map.of("served", "NO", "reasons", "两年内未与需求单位开展实质性合作，原需求已由其他途径解决。");
		});
	}

	private void decide(long caseId, String stage) {
		Map<String, Object> decision = switch (stage) {
			case "A" -> Map.of("decision", "CONTINUE");
			case "B" ->
				Map.of("decision", "CONTINUE_WITH_REMARKS", "remarks", "同意继续实施。请加强与需求单位的对接，下一年度报告中说明第二个里程碑的补做情况。");
			case "ADJUSTED" -> Map.of("decision", "ADJUST", "remarks", "同意调整技术路线：第三年起改用原位测量方案，总经费不变，考核指标相应修订。");
			case "TERMINATING" -> Map.of("decision", "TERMINATE", "remarks", "核心试验长期停滞，需求已不存在，拟终止实施并清算结余经费。");
			default ->
				Map.of("decision", "RECTIFY", "rectifyBy", LocalDate.now(clock).plusDays(DAYS_TO_RECTIFY).toString(),
						"remarks", "请补齐第一个里程碑的试验条件，说明经费支出滞后的原因并提出赶工计划。");
		};
		desk.complete(cast.officer(), caseId, "decide", decision);
	}

	private void rectify(long caseId, Script.Grant grant, Person host, String stage) {
		desk.complete(cast.the(grant.pi()), caseId, "reportRectification",
				Map.of("report", "已补建试验小区并完成标定，第一个里程碑指标达到任务书要求；调整了采购计划，滞后的业务费将在两个季度内按合同支付。", "declaration", true));
		desk.complete(host, caseId, "endorseRectification", Map.of("decision", "ENDORSE"));
		if (stage.equals("RECTIFIED")) {
			desk.complete(cast.officer(), caseId, "recheck", Map.of("result", "PASSED"));
		}
	}

}
