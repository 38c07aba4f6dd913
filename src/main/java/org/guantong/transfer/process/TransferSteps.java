package org.guantong.transfer.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.transfer.GateDecision;
import org.guantong.transfer.Transfer;
import org.guantong.transfer.TransferState;
import org.guantong.transfer.Transfers;
import org.guantong.transfer.process.TransferFile.Stage;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What {@code transfer-incubation} asks of us, and what its human steps do. */
@Component("transferSteps")
public class TransferSteps implements ProcessSteps {

	private static final String DEMAND_SIDE = "DEMAND_SIDE";

	private static final String HOST = "HOST";

	private final Transfers transfers;

	private final GuideDirections directions;

	private final Rounds rounds;

	private final TransferFile file;

	private final TransferSheet sheet;

	private final TransferNotices notices;

	private final TransferRules rules;

	private final AuditTrail audit;

	private final Clock clock;

	TransferSteps(Transfers transfers, GuideDirections directions, Rounds rounds, TransferFile file,
			TransferSheet sheet, TransferNotices notices, TransferRules rules, AuditTrail audit, Clock clock) {
		this.transfers = transfers;
		this.directions = directions;
		this.rounds = rounds;
		this.file = file;
		this.sheet = sheet;
		this.notices = notices;
		this.rules = rules;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "transfer-incubation";
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("answerInterest").prefill((task) -> sheet.basics(transfer(task))).decide(this::answer);
		// Confidential like the arguments themselves: its form names the experts.
		steps.step("assignArgumentExperts")
			.prefill((task) -> sheet.withCandidates(transfer(task)))
			.check((task, form) -> rules.enoughExperts(form))
			.onComplete(this::invite)
			.confidential();
		steps.step("argueTransfer")
			.prefill((task) -> sheet.basics(transfer(task)))
			.onComplete(this::argue)
			.confidential();
		steps.step("decideFunding")
			.prefill((task) -> sheet.withArguments(transfer(task)))
			.check((task, form) -> rules.funding(form))
			.decide(this::fund);
		steps.step("signByHost")
			.prefill((task) -> sheet.terms(transfer(task), HOST, DEMAND_SIDE))
			.check((task, form) -> rules.signedByNow(form))
			.onComplete((task, form) -> sign(task, form, HOST));
		steps.step("signByDemandSide")
			.prefill((task) -> sheet.terms(transfer(task), DEMAND_SIDE, HOST))
			.check((task, form) -> rules.signedByNow(form))
			.onComplete((task, form) -> sign(task, form, DEMAND_SIDE));
		steps.step("reportStage").prefill((task) -> sheet.stageToReport(transfer(task))).onComplete(this::report);
		steps.step("decideGate")
			.prefill((task) -> sheet.stage(transfer(task)))
			.check((task, form) -> rules.extension(form, stage(task), file.isExtended(task.id("transferId"))))
			.decide(this::decideGate);
		steps.step("recordOutcome")
			.prefill((task) -> sheet.outcome(transfer(task)))
			.check((task, form) -> rules.signedByNow(form))
			.onComplete(this::recordOutcome);
	}

	private Map<String, Object> answer(TaskContext task, FormData form) {
		boolean willing = form.text("answer").equals("WILLING");
		Transfer transfer = transfer(task);
		file.reply(transfer.id(), form.text("reply"));
		if (!willing) {
			file.end(transfer.id(), TransferState.DECLINED);
		}
		tell(task, willing ? "WILLING" : "UNWILLING", form.text("reply"));
		return Map.of("willing", willing);
	}

	private void invite(TaskContext task, FormData form) {
		file.invite(task.id("transferId"), form.choices("experts"), inDays(round(task).reviewDays()));
		record(task, "transfer.experts-invited", form.choices("experts").size() + " experts");
	}

	private void argue(TaskContext task, FormData form) {
		file.argue(task.id("transferId"), task.id("expertId"), form);
		record(task, "transfer.argued", form.text("opinion"));
	}

	private Map<String, Object> fund(TaskContext task, FormData form) {
		String mode = form.text("fundingMode");
		boolean supported = !mode.equals("DEFER");
		file.fund(task.id("transferId"), form, task.actor());
		if (supported) {
			file.state(task.id("transferId"), TransferState.ARGUED);
		}
		else {
			file.end(task.id("transferId"), TransferState.DECLINED);
		}
		tell(task, mode, form.text("remarks"));
		return Map.of("supported", supported);
	}

	private void sign(TaskContext task, FormData form, String party) {
		long id = task.id("transferId");
		file.sign(id, party, form, task.actor());
		record(task, "transfer.signed", party + " " + form.number("amount").toPlainString());
		if (file.termsAgree(id)) {
			file.state(id, TransferState.AGREED);
			tell(task, "AGREED", null);
		}
	}

	private void report(TaskContext task, FormData form) {
		Stage stage = stage(task);
		file.report(task.id("transferId"), stage.gate(), form);
		file.state(task.id("transferId"), TransferState.INCUBATING);
		record(task, "transfer.stage-reported", stage.gate() + " " + form.text("achieved"));
	}

	private Map<String, Object> decideGate(TaskContext task, FormData form) {
		GateDecision decision = GateDecision.valueOf(form.text("decision"));
		Stage stage = stage(task);
		file.decide(task.id("transferId"), stage.gate(), form, task.actor());
		if (decision == GateDecision.STOP) {
			file.end(task.id("transferId"), TransferState.STOPPED);
		}
		tell(task, stage.gate() + "." + decision, form.text("remarks"));
		return Map.of("gateDecision", decision.name());
	}

	private void recordOutcome(TaskContext task, FormData form) {
		file.outcome(task.id("transferId"), form, task.actor());
		file.end(task.id("transferId"), TransferState.SIGNED);
		tell(task, "TRANSFERRED", form.text("effect"));
	}

	private void tell(TaskContext task, String news, String remarks) {
		Transfer transfer = transfer(task);
		notices.decided(transfer, sheet.project(transfer), news, remarks);
		record(task, "transfer.decided", news + ((remarks != null) ? ": " + remarks : ""));
	}

	/** Who leads the project the achievement comes from: an account id. */
	public String piOf(long transferId) {
		return Long.toString(sheet.project(transfers.require(transferId)).piId());
	}

	/** The engine takes assignees as text. */
	public String accountOf(long expertId) {
		return Long.toString(expertId);
	}

	/** The host institution's administrators. */
	public String hostOf(long transferId) {
		return Group.of(Role.HOST, sheet.project(transfers.require(transferId)).hostId()).code();
	}

	/** Those of the demand side's organisation. */
	public String demandSideOf(long transferId) {
		return Group.of(Role.DEMAND_SIDE, transfers.require(transferId).demandSideId()).code();
	}

	public Date answerDue(long transferId) {
		Transfer transfer = transfers.require(transferId);
		return Date.from(transfer.declaredAt().plus(Duration.ofDays(round(transfer).consultationDays())));
	}

	public Date officeDue(long transferId) {
		return Date.from(inDays(round(transfers.require(transferId)).consultationDays()));
	}

	/** Both parties have twice the time of an answer to sign. */
	public Date signDue(long transferId) {
		return Date.from(inDays(2 * round(transfers.require(transferId)).consultationDays()));
	}

	public Date argumentDue(long transferId) {
		return Date.from(transfers.require(transferId).argumentDueAt());
	}

	/** The end of the day the present stage is planned for, or was put off to. */
	public Date stageDue(long transferId) {
		LocalDate due = file.stage(transferId).orElseThrow().due();
		return Date.from(due.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
	}

	public List<Long> expertsOf(long transferId) {
		return file.experts(transferId);
	}

	public boolean termsAgree(long transferId) {
		return file.termsAgree(transferId);
	}

	public boolean hasStageAhead(long transferId) {
		return file.stage(transferId).isPresent();
	}

	public void tellNoAnswer(long transferId) {
		Transfer transfer = transfers.require(transferId);
		notices.unanswered(transfer, sheet.project(transfer));
		audit.record(null, "transfer.unanswered", transfer.subject().ref(), transfer.code());
	}

	private Transfer transfer(TaskContext task) {
		return transfers.require(task.id("transferId"));
	}

	private Stage stage(TaskContext task) {
		return file.stage(task.id("transferId")).orElseThrow();
	}

	private Round round(TaskContext task) {
		return round(transfer(task));
	}

	private Round round(Transfer transfer) {
		return rounds.require(directions.require(sheet.project(transfer).directionId()).roundId());
	}

	private Instant inDays(int days) {
		return clock.instant().plus(Duration.ofDays(days));
	}

	private void record(TaskContext task, String action, String detail) {
		audit.record(task.actor(), action, task.subject().ref(), detail);
	}

}
