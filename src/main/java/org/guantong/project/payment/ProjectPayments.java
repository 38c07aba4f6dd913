package org.guantong.project.payment;

import java.time.LocalDate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.project.Project;

/**
 * What decisions on a project do to its payments; called by the stage that decides, in
 * its transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProjectPayments {

	private final Instalments instalments;

	private final AuditTrail audit;

	ProjectPayments(Instalments instalments, AuditTrail audit) {
		this.instalments = instalments;
		this.audit = audit;
	}

	/**
	 * The mid-term check was passed: what waited for it can be paid, and what it held
	 * back is held no longer. A hold of the office's own stays.
	 */
	public void passed(Project project) {
		instalments.lock(project.id());
		instalments.release(project.id());
		instalments.holds(project.id())
			.stream()
			.filter((hold) -> hold.isOpen() && !hold.cause().equals("OFFICE"))
			.findFirst()
			.ifPresent((hold) -> instalments.lift(project.id(), "中期检查通过", null));
		audit.record(null, "payment.released", project.subject().ref(), "mid-term check passed");
	}

	/**
	 * Nothing more is paid until the hold is lifted; one that lasts is replaced.
	 * @param cause RECTIFY, ADJUST or SUSPEND
	 * @param reviewOn when the office looks again; may be null
	 */
	public void hold(Project project, String cause, String reason, LocalDate reviewOn) {
		instalments.lock(project.id());
		instalments.lift(project.id(), "由新的决定代替", null);
		instalments.hold(project.id(), cause, reason, reviewOn, null);
		audit.record(null, "payment.held", project.subject().ref(), cause);
	}

	/** The project is over: what was not paid never will be. */
	public void cancel(Project project) {
		instalments.lock(project.id());
		int many = instalments.cancelOpen(project.id());
		audit.record(null, "payment.cancelled", project.subject().ref(), many + " instalments");
	}

}
