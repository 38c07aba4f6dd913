package org.guantong.midterm.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermFigure;
import org.guantong.midterm.MidtermFigures;
import org.guantong.midterm.MidtermOpinion;
import org.guantong.midterm.MidtermRectifications;
import org.guantong.midterm.MidtermReports;
import org.guantong.midterm.MidtermReviews;
import org.guantong.project.ProjectSight;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;

/** What the model of the mid-term check calls. */
@Component("midtermSteps")
public class MidtermSteps implements ProcessSteps {

	private final ReportTasks reportTasks;

	private final ReviewTasks reviewTasks;

	private final DecisionTasks decisionTasks;

	private final RectificationTasks rectificationTasks;

	private final MidtermProgress progress;

	private final MidtermSheets sheets;

	private final MidtermReports reports;

	private final MidtermFigures figures;

	private final MidtermReviews reviews;

	private final MidtermOutcome outcome;

	private final MidtermRectifications rectifications;

	private final MidtermLetters letters;

	private final ProjectSight sight;

	private final AuditTrail audit;

	private final Clock clock;

	MidtermSteps(ReportTasks reportTasks, ReviewTasks reviewTasks, DecisionTasks decisionTasks,
			RectificationTasks rectificationTasks, MidtermProgress progress, MidtermSheets sheets,
			MidtermReports reports, MidtermFigures figures, MidtermReviews reviews, MidtermOutcome outcome,
			MidtermRectifications rectifications, MidtermLetters letters, ProjectSight sight, AuditTrail audit,
			Clock clock) {
		this.reportTasks = reportTasks;
		this.reviewTasks = reviewTasks;
		this.decisionTasks = decisionTasks;
		this.rectificationTasks = rectificationTasks;
		this.progress = progress;
		this.sheets = sheets;
		this.reports = reports;
		this.figures = figures;
		this.reviews = reviews;
		this.outcome = outcome;
		this.rectifications = rectifications;
		this.letters = letters;
		this.sight = sight;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String process() {
		return MidtermProcess.ID;
	}

	@Override
	public void define(StepCatalogue steps) {
		reportTasks.define(steps);
		reviewTasks.define(steps);
		decisionTasks.define(steps);
		rectificationTasks.define(steps);
	}

	public String piOf(long checkId) {
		return Long.toString(sheets.project(checkId).piId());
	}

	/** An account id as the engine wants it: in text. */
	public String accountOf(long expertId) {
		return Long.toString(expertId);
	}

	public String hostOf(long checkId) {
		return Group.of(Role.HOST, sheets.project(checkId).hostId()).code();
	}

	public String office() {
		return Group.of(Role.OFFICER).code();
	}

	/** A termination is confirmed by the committee or by another officer. */
	public List<String> confirmers() {
		return List.of(Group.of(Role.COMMITTEE).code(), Group.of(Role.OFFICER).code());
	}

	public List<String> contactsOf(long coFunderId) {
		return List.of(Group.of(Role.CO_FUNDER_CONTACT, coFunderId).code(),
				Group.of(Role.CO_FUNDER_LEADER, coFunderId).code());
	}

	public Date reportDue(long checkId) {
		return Date.from(progress.check(checkId).reportDue());
	}

	public Date endorseDue(long checkId) {
		return Date.from(progress.in(checkId, progress.settings(checkId).endorseDays()));
	}

	public Date assignDue(long checkId) {
		return officeDue(checkId);
	}

	public Date reviewDue(long checkId) {
		return reviews.of(checkId)
			.stream()
			.filter((review) -> review.state().equals("INVITED"))
			.map((review) -> Date.from(review.due()))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	public Date opinionDue(long checkId) {
		return Date.from(progress.check(checkId).opinionDue());
	}

	public Date decideDue(long checkId) {
		return officeDue(checkId);
	}

	public Date confirmDue(long checkId) {
		return officeDue(checkId);
	}

	public Date recheckDue(long checkId) {
		return officeDue(checkId);
	}

	public Date rectifyDue(long checkId) {
		LocalDate due = rectifications.latest(checkId).dueOn();
		return Date.from(due.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1));
	}

	private Date officeDue(long checkId) {
		return Date.from(progress.in(checkId, progress.settings(checkId).decideDays()));
	}

	/** The report is late: the host is asked to see to it. */
	public void escalate(long checkId) {
		letters.overdue(checkId);
		audit.record(null, "midterm.report-overdue", progress.check(checkId).ref(), "host told");
	}

	public Date escalateDue(long checkId) {
		return Date.from(progress.escalateDue(checkId));
	}

	/** It is still missing: the co-funders concerned are told. */
	public void tellCoFunders(long checkId) {
		letters.missing(checkId, sight.coFundersOf(sheets.project(checkId)));
		audit.record(null, "midterm.report-missing", progress.check(checkId).ref(), "co-funders told");
	}

	public boolean reportEndorsed(long checkId) {
		return reports.require(checkId).endorsedAt() != null;
	}

	public void computeFigures(long checkId) {
		progress.compute(checkId);
	}

	public List<Long> figuresOf(long checkId) {
		return figures.of(checkId).stream().map(MidtermFigure::id).toList();
	}

	public String kindOf(long figureId) {
		return figures.require(figureId).kind();
	}

	public double behindBy(long figureId) {
		return figures.require(figureId).behindBy().max(BigDecimal.ZERO).doubleValue();
	}

	public double aheadBy(long figureId) {
		return figures.require(figureId).behindBy().negate().max(BigDecimal.ZERO).doubleValue();
	}

	public boolean overPlan(long figureId) {
		return figures.require(figureId).isOverPlan();
	}

	public int daysLate(long figureId) {
		return figures.require(figureId).daysLate();
	}

	public boolean wanting(long figureId) {
		return figures.require(figureId).wanting();
	}

	public int behindLimit(long checkId) {
		return progress.settings(checkId).behindLimit();
	}

	public int aheadLimit(long checkId) {
		return progress.settings(checkId).aheadLimit();
	}

	public int lateLimit(long checkId) {
		return progress.settings(checkId).lateLimit();
	}

	public void keepFlag(long figureId, String flag) {
		figures.flag(figureId, flag);
	}

	public List<Long> technicalExperts(long checkId) {
		return reviews.awaited(checkId, ReviewTasks.TECHNICAL);
	}

	public List<Long> financeExperts(long checkId) {
		return reviews.awaited(checkId, ReviewTasks.FINANCE);
	}

	/** The co-funders concerned who have not been heard yet. */
	public List<Long> coFundersAsked(long checkId) {
		List<Long> heard = reviews.opinions(checkId).stream().map(MidtermOpinion::coFunderId).toList();
		return sight.coFundersOf(sheets.project(checkId)).stream().filter((id) -> !heard.contains(id)).toList();
	}

	/** The days are over: who said nothing has no opinion. */
	public void closeOpinions(long checkId) {
		coFundersAsked(checkId).forEach((coFunder) -> reviews.opine(checkId, coFunder, "NONE", "", null));
		audit.record(null, "midterm.opinions-closed", progress.check(checkId).ref(), "days over");
	}

	public boolean reviewsComplete(long checkId) {
		return reviews.hasSubmitted(checkId, ReviewTasks.TECHNICAL)
				&& reviews.hasSubmitted(checkId, ReviewTasks.FINANCE);
	}

	public String technicalGrade(long checkId) {
		return reviews.worstGrade(checkId, ReviewTasks.TECHNICAL);
	}

	public String financeGrade(long checkId) {
		return reviews.worstGrade(checkId, ReviewTasks.FINANCE);
	}

	public int warnings(long checkId) {
		return (int) figures.of(checkId).stream().filter(MidtermFigure::isFlagged).count();
	}

	public String need(long checkId) {
		return reviews.worstNeed(checkId);
	}

	/** CHANGE or TERMINATE where the PI applied for it, else NONE. */
	public String appliedFor(long checkId) {
		String state = reports.require(checkId).progressState();
		return state.equals("CHANGE") || state.equals("TERMINATE") ? state : "NONE";
	}

	public void keepSuggestion(long checkId, String suggestion) {
		progress.suggest(checkId, suggestion);
	}

	public void issueDecision(long checkId) {
		outcome.issue(checkId);
	}

	public boolean rectificationEndorsed(long checkId) {
		return rectifications.latest(checkId).endorsedAt() != null;
	}

	public void passRectification(long checkId) {
		outcome.pass(checkId);
	}

}
