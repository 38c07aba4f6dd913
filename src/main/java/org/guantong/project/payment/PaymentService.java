package org.guantong.project.payment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Plans payments to projects, records them, holds them and lets them go on. */
@Service
@Transactional
public class PaymentService {

	private static final int LONGEST_REASON = 500;

	private final Instalments instalments;

	private final PlanProposal proposal;

	private final PaymentPermissions permissions;

	private final PaymentLetters letters;

	private final ProjectSight sight;

	private final Budgets budgets;

	private final Milestones milestones;

	private final AuditTrail audit;

	private final Clock clock;

	PaymentService(Instalments instalments, PlanProposal proposal, PaymentPermissions permissions,
			PaymentLetters letters, ProjectSight sight, Budgets budgets, Milestones milestones, AuditTrail audit,
			Clock clock) {
		this.instalments = instalments;
		this.proposal = proposal;
		this.permissions = permissions;
		this.letters = letters;
		this.sight = sight;
		this.budgets = budgets;
		this.milestones = milestones;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The plan as the reader may see it: a co-funder its own payments, all others all.
	 * @throws NotFound for those the project is no concern of
	 */
	@PreAuthorize("@paymentPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public PaymentPlan plan(Person actor, long projectId) {
		Project project = sight.require(actor, projectId);
		boolean ownOnly = permissions.seesOwnOnly(actor) && actor.id() != project.piId();
		return new PaymentPlan(project, instalments.limit(projectId),
				instalments.of(projectId)
					.stream()
					.filter((one) -> !ownOnly || one.payerId() == actor.organisationId())
					.toList(),
				instalments.holds(projectId));
	}

	/** Who may be planned to pay, by id. */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public Map<Long, String> payers(Person actor, long projectId) {
		return proposal.payers(sight.require(actor, projectId));
	}

	/** What can be waited for. */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public List<Milestone> milestones(Person actor, long projectId) {
		return milestones.of(sight.require(actor, projectId).id());
	}

	/** The rest of the plan by the default shares; nothing is written. */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public List<NewInstalment> propose(Person actor, long projectId) {
		PaymentPlan plan = plan(actor, projectId);
		return proposal.of(plan.project(), plan.limit().subtract(plan.paid()));
	}

	/**
	 * Plans what is not yet paid, in place of what was planned before.
	 * @throws InvalidInput naming every field that cannot be taken
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void plan(Person actor, long projectId, List<NewInstalment> wanted) {
		Project project = underWay(actor, projectId);
		instalments.lock(projectId);
		Set<Long> marks = milestones.of(projectId).stream().map(Milestone::id).collect(Collectors.toSet());
		List<FieldProblem> problems = PlanCheck.problems(plan(actor, projectId), proposal.payers(project).keySet(),
				marks, wanted);
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		instalments.replaceOpen(projectId, wanted);
		audit.record(actor, "payment.planned", project.subject().ref(), wanted.size() + " instalments, "
				+ wanted.stream().map(NewInstalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString()
				+ " CNY");
	}

	/**
	 * Notes that an instalment was paid, and enters it into the project's books.
	 * @param on not after today
	 * @param voucher number of the payment's voucher, up to 60 characters
	 * @param booked whether the host has entered its arrival already
	 * @throws InvalidInput when a field cannot be taken, or the budget cannot take in
	 * that much
	 * @throws Stale when it was paid, cancelled or held meanwhile
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void pay(Person actor, long projectId, long instalmentId, LocalDate on, String voucher, boolean booked) {
		Project project = sight.require(actor, projectId);
		requireSaid(voucher, 60, "voucher", "payment.invalid.voucher");
		if (on == null || on.isAfter(LocalDate.now(clock)) || on.isBefore(project.startsOn().minusYears(1))) {
			throw InvalidInput.of("paidOn", "payment.invalid.paidOn");
		}
		instalments.lock(projectId);
		Instalment found = instalments.of(projectId)
			.stream()
			.filter((one) -> one.id() == instalmentId)
			.findFirst()
			.orElseThrow(() -> new NotFound("instalment", instalmentId));
		if (!found.state().equals("READY") || !instalments.pay(instalmentId, on, voucher.strip(), booked, actor.id())) {
			throw new Stale("payment.stale." + found.state());
		}
		if (!booked) {
			book(projectId, found.amount(), on);
		}
		letters.paid(project, found, on.toString());
		audit.record(actor, "payment.paid", project.subject().ref(),
				"no. " + found.number() + ", " + found.amount().toPlainString() + " CNY, " + voucher.strip());
	}

	private void book(long projectId, BigDecimal amount, LocalDate on) {
		Map<BudgetLine, BigDecimal> spread = ReceiptSpread.of(amount, budgets.of(projectId).lines())
			.orElseThrow(() -> InvalidInput.of("booked", "payment.invalid.booked"));
		spread.forEach((line, part) -> budgets.receive(line, part, on));
	}

	/**
	 * Holds everything that is not paid (缓拨).
	 * @param reviewOn when to look again, after today; may be null
	 * @throws Stale when payments are held already
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void hold(Person actor, long projectId, String reason, LocalDate reviewOn) {
		Project project = underWay(actor, projectId);
		requireSaid(reason, LONGEST_REASON, "reason", "payment.invalid.reason");
		if (reviewOn != null && !reviewOn.isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("reviewOn", "payment.invalid.reviewOn");
		}
		instalments.lock(projectId);
		if (plan(actor, projectId).hold() != null) {
			throw new Stale("payment.stale.HELD");
		}
		hold(actor, project, "OFFICE", reason.strip(), reviewOn, "payment.held");
	}

	/**
	 * Holds on what is held, to look again another day; both stay on record.
	 * @param reviewOn when to look again, after today
	 * @throws Stale when nothing is held
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void holdOn(Person actor, long projectId, String reason, LocalDate reviewOn) {
		Project project = underWay(actor, projectId);
		requireSaid(reason, LONGEST_REASON, "reason", "payment.invalid.reason");
		if (reviewOn == null || !reviewOn.isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("reviewOn", "payment.invalid.reviewOn");
		}
		instalments.lock(projectId);
		PaymentHold before = lift(actor, projectId, "经复核继续缓拨");
		hold(actor, project, before.cause(), reason.strip(), reviewOn, "payment.held-on");
	}

	/**
	 * Lets payments go on, those that waited for the mid-term check too if a decision
	 * held them.
	 * @throws Stale when nothing is held
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public void resume(Person actor, long projectId, String reason) {
		Project project = underWay(actor, projectId);
		requireSaid(reason, LONGEST_REASON, "reason", "payment.invalid.reason");
		instalments.lock(projectId);
		PaymentHold hold = lift(actor, projectId, reason.strip());
		if (hold.cause().equals("ADJUST") || hold.cause().equals("SUSPEND")) {
			instalments.release(projectId);
		}
		letters.resumed(project, reason.strip());
		audit.record(actor, "payment.resumed", project.subject().ref(), reason.strip());
	}

	private void hold(Person actor, Project project, String cause, String reason, LocalDate reviewOn, String act) {
		instalments.hold(project.id(), cause, reason, reviewOn, actor.id());
		letters.held(project, reason);
		audit.record(actor, act, project.subject().ref(), reason);
	}

	/** Ends what is held, and answers what it was. */
	private PaymentHold lift(Person actor, long projectId, String reason) {
		PaymentHold hold = plan(actor, projectId).hold();
		if (hold == null || !instalments.lift(projectId, reason, actor.id())) {
			throw new Stale("payment.stale.notHeld");
		}
		return hold;
	}

	private Project underWay(Person actor, long projectId) {
		Project project = sight.require(actor, projectId);
		if (project.state().equals("TERMINATED") || project.state().equals("CLOSED")) {
			throw new Stale("payment.stale.ended");
		}
		return project;
	}

	private static void requireSaid(String text, int longest, String field, String message) {
		if (text == null || text.isBlank() || text.strip().length() > longest) {
			throw InvalidInput.of(field, message);
		}
	}

}
