package org.guantong.project.annual.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.calendar.BusinessDays;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.project.ReportedStages;
import org.guantong.project.annual.AnnualReport;
import org.guantong.project.annual.AnnualReports;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What {@code annual-report} asks of us. */
@Component("annualSteps")
public class AnnualSteps implements ProcessSteps {

	/** Working days the host has to check a report. */
	private static final int ENDORSE_DAYS = 10;

	private final AnnualReports reports;

	private final Projects projects;

	private final Milestones milestones;

	private final Budgets budgets;

	private final People people;

	private final Mailbox mailbox;

	private final BusinessDays days;

	private final AuditTrail audit;

	private final MessageSource messages;

	private final Clock clock;

	AnnualSteps(AnnualReports reports, Projects projects, Milestones milestones, Budgets budgets, People people,
			Mailbox mailbox, BusinessDays days, AuditTrail audit, MessageSource messages, Clock clock) {
		this.reports = reports;
		this.projects = projects;
		this.milestones = milestones;
		this.budgets = budgets;
		this.people = people;
		this.mailbox = mailbox;
		this.days = days;
		this.audit = audit;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String process() {
		return AnnualProcess.ID;
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("writeReport").prefill(this::writing).check(this::checkStages).onComplete(this::submit);
		steps.step("endorseAnnual").prefill(this::reading).decide(this::endorse);
	}

	public String piOf(long reportId) {
		return Long.toString(project(reportId).piId());
	}

	public String hostOf(long reportId) {
		return Group.of(Role.HOST, project(reportId).hostId()).code();
	}

	public Date reportDue(long reportId) {
		return Date.from(reports.require(reportId)
			.dueOn()
			.plusDays(1)
			.atStartOfDay(clock.getZone())
			.toInstant()
			.minusSeconds(1));
	}

	public Date endorseDue() {
		ZonedDateTime now = clock.instant().atZone(clock.getZone());
		return Date.from(days.plus(now.toLocalDate(), ENDORSE_DAYS)
			.atTime(now.toLocalTime())
			.atZone(clock.getZone())
			.toInstant());
	}

	/** The report is late: the host is asked to see to it. */
	public void remindHost(long reportId) {
		AnnualReport report = reports.require(reportId);
		people.members(Group.of(Role.HOST, project(reportId).hostId()))
			.forEach((person) -> post("annual-overdue", report, person, subject(report), report.pi(), report.dueOn()));
		audit.record(null, "annual.overdue", report.subject().ref(), "host told");
	}

	private Map<String, Object> head(AnnualReport report) {
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("code", report.projectCode());
		sheet.put("title", report.title());
		sheet.put("year", Integer.toString(report.year()));
		sheet.put("returned", report.returned());
		sheet.put("lineTable",
				budgets.of(report.projectId())
					.lines()
					.stream()
					.map((line) -> Map.<String, Object>of("line", line.in(LocaleContextHolder.getLocale()), "planned",
							"%,.2f".formatted(line.planned()), "spent", "%,.2f".formatted(line.spent())))
					.toList());
		return sheet;
	}

	/** Filled in from what was handed in before, else from the plan as it stands. */
	private Map<String, Object> writing(TaskContext task) {
		AnnualReport report = reports.require(task.id("reportId"));
		List<Milestone> plan = milestones.of(report.projectId());
		Map<String, Object> sheet = head(report);
		sheet.put("stages", plan.stream().map((one) -> stage(one, report)).toList());
		sheet.put("reached",
				plan.stream().flatMap((one) -> one.indicators().stream()).map((one) -> reached(one, report)).toList());
		if (report.isSubmitted()) {
			sheet.put("summary", report.summary());
			sheet.put("problems", report.problems());
			sheet.put("nextPlan", report.nextPlan());
		}
		return sheet;
	}

	private static Map<String, Object> stage(Milestone milestone, AnnualReport report) {
		AnnualReport.Stage said = report.stages()
			.stream()
			.filter((one) -> one.milestoneId() == milestone.id() && milestone.mayBeReportedAs(one.state()))
			.findFirst()
			.orElse(new AnnualReport.Stage(milestone.id(), milestone.state(), milestone.actualOn(), milestone.note()));
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("milestone", milestone.number() + ". " + milestone.title());
		row.put("planned", milestone.plannedOn().toString());
		row.put("state", said.state());
		row.put("actualOn", said.actualOn() == null ? null : said.actualOn().toString());
		row.put("note", said.note());
		return row;
	}

	private static Map<String, Object> reached(Milestone.Indicator indicator, AnnualReport report) {
		String actual = report.reached()
			.stream()
			.filter((one) -> one.indicatorId() == indicator.id())
			.map(AnnualReport.Reached::actual)
			.findFirst()
			.orElse(indicator.actual());
		return Map.of("indicator", indicator.name(), "target", (indicator.target() + " " + indicator.unit()).strip(),
				"actual", actual);
	}

	private void checkStages(TaskContext task, FormData form) {
		long project = reports.require(task.id("reportId")).projectId();
		List<FieldProblem> problems = ReportedStages.problems(milestones.of(project), form, LocalDate.now(clock));
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private void submit(TaskContext task, FormData form) {
		AnnualReport report = reports.require(task.id("reportId"));
		List<Milestone> plan = milestones.of(report.projectId());
		List<Milestone.Indicator> indicators = plan.stream().flatMap((one) -> one.indicators().stream()).toList();
		List<AnnualReport.Stage> stages = new ArrayList<>();
		for (int row = 0; row < plan.size(); row++) {
			FormData said = form.rows("stages").get(row);
			stages.add(new AnnualReport.Stage(plan.get(row).id(), said.text("state"), said.date("actualOn"),
					orEmpty(said.text("note"))));
		}
		List<AnnualReport.Reached> reached = new ArrayList<>();
		for (int row = 0; row < indicators.size(); row++) {
			reached.add(new AnnualReport.Reached(indicators.get(row).id(),
					orEmpty(form.rows("reached").get(row).text("actual"))));
		}
		reports.submit(report.id(), new AnnualReport.Said(form.text("summary"), orEmpty(form.text("problems")),
				orEmpty(form.text("nextPlan")), stages, reached));
		audit.record(task.actor(), "annual.submitted", report.subject().ref(), "");
	}

	private Map<String, Object> reading(TaskContext task) {
		AnnualReport report = reports.require(task.id("reportId"));
		Map<String, Object> sheet = writing(task);
		sheet.put("summaryText", report.summary());
		sheet.put("problemsText", report.problems().isEmpty() ? "—" : report.problems());
		sheet.put("nextPlanText", report.nextPlan().isEmpty() ? "—" : report.nextPlan());
		sheet.put("stageTable", milestones.of(report.projectId()).stream().map((one) -> {
			Map<String, Object> row = stage(one, report);
			row.put("stateText", messages.getMessage("project.milestone." + row.get("state"), null,
					LocaleContextHolder.getLocale()));
			row.replaceAll((key, value) -> value == null ? "—" : value);
			return row;
		}).toList());
		return sheet;
	}

	private Map<String, Object> endorse(TaskContext task, FormData form) {
		AnnualReport report = reports.require(task.id("reportId"));
		boolean endorsed = form.text("decision").equals("ENDORSE");
		if (endorsed) {
			reports.endorse(report.id(), task.actor().id());
		}
		else {
			reports.giveBack(report.id(), form.text("reasons"));
			post("returned", report, people.require(project(report.id()).piId()), subject(report),
					task.actor().organisationName() + " " + task.actor().name(), form.text("reasons"));
		}
		audit.record(task.actor(), endorsed ? "annual.endorsed" : "annual.returned", report.subject().ref(), "");
		return Map.of("endorsed", endorsed);
	}

	private void post(String key, AnnualReport report, Person person, Object... arguments) {
		mailbox.post(Notice.of(key, person, "annual-" + report.id(), "/annual-reports/" + report.id(), arguments));
	}

	private static String subject(AnnualReport report) {
		return report.code() + " " + report.title();
	}

	private Project project(long reportId) {
		return projects.require(reports.require(reportId).projectId());
	}

	private static String orEmpty(String text) {
		return text == null ? "" : text;
	}

}
