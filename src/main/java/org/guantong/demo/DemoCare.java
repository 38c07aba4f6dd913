package org.guantong.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermRow;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.midterm.visit.VisitService;
import org.guantong.project.Project;
import org.guantong.project.ProjectService;
import org.guantong.project.annual.AnnualReport;
import org.guantong.project.annual.AnnualReportService;
import org.guantong.project.books.BooksService;
import org.guantong.project.books.LineTransfer;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ChangeService;
import org.guantong.project.change.NewChange;
import org.guantong.project.change.ProjectChange;

/**
 * What goes on around projects and checks: changes applied for, a visit, a co-author at
 * work.
 */
@ForDemonstration
@Order(8)
class DemoCare implements DemoStage {

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final DemoProjects projects;

	private final ChangeService changes;

	private final BooksService books;

	private final ProjectService service;

	private final DemoFiles files;

	private final AnnualReportService annual;

	private final JointFunds funds;

	private final MidtermBoard board;

	private final VisitService visits;

	private final ContributionService contributions;

	private final Clock clock;

	DemoCare(Script script, Cast cast, Desk desk, DemoProjects projects, ChangeService changes, BooksService books,
			ProjectService service, DemoFiles files, AnnualReportService annual, JointFunds funds, MidtermBoard board,
			VisitService visits, ContributionService contributions, Clock clock) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.projects = projects;
		this.changes = changes;
		this.books = books;
		this.service = service;
		this.files = files;
		this.annual = annual;
		this.funds = funds;
		this.board = board;
		this.visits = visits;
		this.contributions = contributions;
		this.clock = clock;
	}

	@Override
	public String play() {
		List<Script.Grant> running = script.projects()
			.stream()
			.filter((grant) -> projects.now(grant.key()).isUnderWay())
			.limit(4)
			.toList();
		askForTime(running.get(0));
		endorse(running.get(1), askForTime(running.get(1)), Map.of("decision", "ENDORSE"));
		endorse(running.get(2), askForTime(running.get(2)), Map.of("decision", "RETURN", "remarks", "请写明延长期内的经费安排。"));
		endorse(running.get(3), askToMove(running.get(3)), Map.of("decision", "ENDORSE"));
		Script.Grant first = running.get(0);
		books(first);
		annual();
		checksIn(MidtermState.REVIEWING).stream().limit(1).forEach(this::visit);
		checksIn(MidtermState.REPORTING).stream().limit(1).forEach(this::contribute);
		return running.size() + " changes of projects, a site visit and a contribution";
	}

	/**
	 * Last year's reports of one fund: two endorsed, one with the host, the others to be
	 * written.
	 */
	private void annual() {
		int year = LocalDate.now(clock).getYear() - 1;
		List<AnnualReport> opened = funds.findAllByOrderByCode()
			.stream()
			.flatMap((fund) -> annual.open(cast.officer(), fund.id(), year).stream())
			.toList();
		int written = 0;
		for (AnnualReport report : opened.subList(0, Math.min(3, opened.size()))) {
			Script.Grant grant = script.projects()
				.stream()
				.filter((one) -> projects.of(one.key()).id() == report.projectId())
				.findFirst()
				.orElseThrow();
			long caseId = desk.caseOf("annual-report", report.subject().ref());
			Person pi = cast.the(grant.pi());
			desk.add(pi, desk.await(pi, caseId, "writeReport"), Map.of("summary", "按任务书开展研究，完成年度试验，取得阶段数据，人员和设备到位。",
					"nextPlan", "完成剩余试验，开展验证。", "declaration", true));
			if (++written < 3) {
				desk.complete(cast.hostOf(grant.pi()), caseId, "endorseAnnual", Map.of("decision", "ENDORSE"));
			}
		}
	}

	/** Something signed for, one transfer before the host and one before the office. */
	private void books(Script.Grant grant) {
		Person pi = cast.the(grant.pi());
		long project = projects.of(grant.key()).id();
		books.commit(pi, project, "OPERATION", LocalDate.now(clock).minusDays(20), new BigDecimal("8000"),
				"委托测试合同（第三季度）");
		books.propose(pi, project, "OPERATION", "LABOUR", new BigDecimal("5000"), "研究生参与试验增加，劳务支出超出预计。");
		LineTransfer equipment = books.propose(pi, project, "OPERATION", "EQUIPMENT", new BigDecimal("4000"),
				"补充采购数据采集卡。");
		desk.complete(cast.hostOf(grant.pi()), desk.caseOf("budget-transfer", equipment.subject().ref()),
				"checkTransfer", Map.of("decision", "APPROVE"));
		service.expenditures(pi, project).stream().limit(3).forEach((entry) -> files.vouch(pi, entry));
	}

	private ProjectChange askForTime(Script.Grant grant) {
		Project project = projects.of(grant.key());
		return changes.apply(cast.the(grant.pi()), project.id(), new NewChange(ChangeKind.TERM, "关键试验装置改造延误，部件级验证须顺延。",
				"延长期内完成部件级验证和用户试用，研究目标和指标不变。", null, null, project.endsOn().plusMonths(6), List.of()));
	}

	private ProjectChange askToMove(Script.Grant grant) {
		Project project = projects.of(grant.key());
		long elsewhere = script.projects()
			.stream()
			.map((one) -> cast.the(one.pi()).organisationId())
			.filter((host) -> host != project.hostId())
			.findFirst()
			.orElseThrow();
		return changes.apply(cast.the(grant.pi()), project.id(), new NewChange(ChangeKind.HOST, "项目负责人调入新单位，团队随迁。",
				"试验平台在新单位重建，研究内容不变。", null, elsewhere, null, List.of()));
	}

	private void endorse(Script.Grant grant, ProjectChange change, Map<String, Object> answer) {
		desk.complete(cast.hostOf(grant.pi()), desk.caseOf("project-change", change.subject().ref()), "endorseChange",
				answer);
	}

	private void visit(MidtermRow check) {
		visits.plan(cast.officer(), check.id(), new VisitService.Plan(LocalDate.now(clock).plusDays(10),
				check.host() + "实验室", cast.officer().name(), "", null));
	}

	/** Somebody else's PI is asked for a part of the report. */
	private void contribute(MidtermRow check) {
		Script.Grant grant = script.projects()
			.stream()
			.filter((one) -> projects.of(one.key()).id() == check.projectId())
			.findFirst()
			.orElseThrow();
		Person pi = cast.the(grant.pi());
		Person colleague = script.projects()
			.stream()
			.map((one) -> cast.the(one.pi()))
			.filter((person) -> person.organisationId() != pi.organisationId())
			.findFirst()
			.orElseThrow();
		contributions.ask(pi, check.id(), colleague.username(), "贵单位承担的试验部分：已完成的试验、主要数据和存在问题。",
				LocalDate.now(clock).plusDays(14));
	}

	private List<MidtermRow> checksIn(MidtermState state) {
		return board.find(cast.officer(), new MidtermFilter("", state, "", null, 0)).items();
	}

}
