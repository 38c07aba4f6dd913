package org.guantong.demand.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandCollecting;
import org.guantong.demand.DemandCollection;
import org.guantong.demand.DemandCollections;
import org.guantong.demand.DemandQuotas;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.Agreements;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Subject;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What the model demand-collection calls, and what its tasks do. */
@Component("demandSteps")
public class DemandSteps implements ProcessSteps {

	private final DemandCollecting collecting;

	private final DemandCollections collections;

	private final DemandVerdicts verdicts;

	private final DemandSheets sheets;

	private final DemandQuotas quotas;

	private final Rounds rounds;

	private final Agreements agreements;

	private final Clock clock;

	DemandSteps(DemandCollecting collecting, DemandCollections collections, DemandVerdicts verdicts,
			DemandSheets sheets, DemandQuotas quotas, Rounds rounds, Agreements agreements, Clock clock) {
		this.collecting = collecting;
		this.collections = collections;
		this.verdicts = verdicts;
		this.sheets = sheets;
		this.quotas = quotas;
		this.rounds = rounds;
		this.agreements = agreements;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "demand-collection";
	}

	@Override
	public void define(StepCatalogue steps) {
		// the process itself reminds of the deadline as early as the round says
		steps.step("submitDemands")
			.affairOf(DemandSteps::coFunder)
			.page(DemandSteps::page)
			.prefill((task) -> sheets.toSubmit(round(task), coFunder(task)))
			.remindBefore((task) -> Duration.ofDays(1))
			.check((task, form) -> requireDraftsWithinQuotas(task))
			.onComplete((task, form) -> collecting.submit(task.actor(), roundId(task), coFunder(task),
					form.text("remark")));
		steps.step("signOff")
			.affairOf(DemandSteps::coFunder)
			.page(DemandSteps::page)
			.prefill((task) -> sheets.toSign(round(task), coFunder(task)))
			.check(this::requireWithinQuotas)
			.onComplete(this::signOff);
		steps.step("amendDemands")
			.affairOf(DemandSteps::coFunder)
			.page(DemandSteps::page)
			.prefill((task) -> sheets.toAmend(round(task), coFunder(task)))
			.onComplete((task, form) -> collecting.submit(task.actor(), roundId(task), coFunder(task),
					form.text("remark")));
		steps.step("checkForm")
			.affairOf(DemandSteps::coFunder)
			.about(this::ofCoFunder)
			.page((task) -> "/rounds/" + roundId(task) + "/check/" + coFunder(task))
			.prefill((task) -> sheets.toCheck(round(task), coFunder(task)))
			.check((task, form) -> requireAllJudged(task))
			.onComplete((task, form) -> collecting.judge(task.actor(), roundId(task), coFunder(task)));
		steps.step("confirmCollection")
			.page(DemandSteps::page)
			.prefill((task) -> sheets.toConfirm(roundId(task)))
			.onComplete((task, form) -> collecting.close(task.actor(), roundId(task)));
	}

	public List<Long> coFunders(long roundId) {
		return agreements.coFundersOf(roundId);
	}

	public String contactsOf(long coFunderId) {
		return Group.of(Role.CO_FUNDER_CONTACT, coFunderId).code();
	}

	public String leadersOf(long coFunderId) {
		return Group.of(Role.CO_FUNDER_LEADER, coFunderId).code();
	}

	public String officers() {
		return Group.of(Role.OFFICER).code();
	}

	public Date deadline(long roundId) {
		return Date.from(rounds.require(roundId).demandDeadline());
	}

	/**
	 * The round's reminder days before the deadline; where that is past already, half way
	 * to it.
	 */
	public Date reminderDate(long roundId) {
		Round round = rounds.require(roundId);
		Instant now = clock.instant();
		Instant wanted = round.demandDeadline().minus(Duration.ofDays(round.reminderDays()));
		return Date
			.from(wanted.isAfter(now) ? wanted : now.plus(Duration.between(now, round.demandDeadline()).dividedBy(2)));
	}

	public boolean isExtended(long roundId) {
		return rounds.require(roundId).demandDeadline().isAfter(clock.instant());
	}

	public void remindCoFunder(long roundId, long coFunderId) {
		collecting.remind(roundId, coFunderId);
	}

	public void recordLate(long roundId, long coFunderId) {
		collecting.recordLate(roundId, coFunderId);
	}

	public Date signOffDue(long roundId) {
		return in(rounds.require(roundId).amendDays());
	}

	public boolean isSigned(long roundId, long coFunderId) {
		return collections.require(roundId, coFunderId).state() == DemandCollection.State.CHECKING;
	}

	public Date amendDue(long roundId) {
		return in(rounds.require(roundId).amendDays());
	}

	public void amendmentOver(long roundId, long coFunderId) {
		collecting.amendmentOver(roundId, coFunderId);
	}

	public Date checkDue(long roundId) {
		return in(rounds.require(roundId).reviewDays());
	}

	public boolean hasReturned(long roundId, long coFunderId) {
		return collections.require(roundId, coFunderId).state() == DemandCollection.State.AMENDING;
	}

	public Date confirmDue(long roundId) {
		return in(rounds.require(roundId).reviewDays());
	}

	private void signOff(TaskContext task, FormData form) {
		if ("approve".equals(form.text("decision"))) {
			collecting.sign(task.actor(), roundId(task), coFunder(task));
		}
		else {
			collecting.returnAll(task.actor(), roundId(task), coFunder(task), form.text("reason"));
		}
	}

	private void requireDraftsWithinQuotas(TaskContext task) {
		if (collecting.of(roundId(task), coFunder(task), EnumSet.of(Demand.State.DRAFT)).isEmpty()) {
			throw InvalidInput.of("", "demand.problem.nothingToSubmit");
		}
		quotas.requireWithin(round(task), coFunder(task));
	}

	/** A leader may always send back what is too much. */
	private void requireWithinQuotas(TaskContext task, FormData form) {
		if ("approve".equals(form.text("decision"))) {
			quotas.requireWithin(round(task), coFunder(task));
		}
	}

	private void requireAllJudged(TaskContext task) {
		long open = verdicts.given(roundId(task), coFunder(task))
			.stream()
			.filter((row) -> row.verdict() == null)
			.count();
		if (open > 0) {
			throw InvalidInput.of("", "demand.problem.undecided", open);
		}
	}

	private Subject ofCoFunder(TaskContext task) {
		Round round = round(task);
		return Subject.of(Kind.ROUND, round.id(), round.code(),
				round.title() + " · " + collections.require(round.id(), coFunder(task)).coFunderName());
	}

	private Date in(int days) {
		return Date.from(clock.instant().plus(Duration.ofDays(days)));
	}

	private Round round(TaskContext task) {
		return rounds.require(roundId(task));
	}

	private static long roundId(TaskContext task) {
		return task.id("roundId");
	}

	private static long coFunder(TaskContext task) {
		return task.id("coFunderId");
	}

	private static String page(TaskContext task) {
		return "/rounds/" + roundId(task) + "/demands";
	}

}
