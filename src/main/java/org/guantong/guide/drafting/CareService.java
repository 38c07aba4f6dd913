package org.guantong.guide.drafting;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.guide.process.GuideProcess;
import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

/** Who looks after a direction, and giving one up. */
@Service
@Transactional
public class CareService {

	private static final int LONGEST = 500;

	private final DirectionService directions;

	private final GuideDirections all;

	private final DirectionOfficers officers;

	private final Withdrawals withdrawals;

	private final GuideProcess process;

	private final Inbox inbox;

	private final Tasks tasks;

	private final AuditTrail audit;

	CareService(DirectionService directions, GuideDirections all, DirectionOfficers officers, Withdrawals withdrawals,
			GuideProcess process, Inbox inbox, Tasks tasks, AuditTrail audit) {
		this.directions = directions;
		this.all = all;
		this.officers = officers;
		this.withdrawals = withdrawals;
		this.process = process;
		this.inbox = inbox;
		this.tasks = tasks;
		this.audit = audit;
	}

	/** The officers a direction can be given to. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public List<Person> candidates(Person actor) {
		return officers.candidates();
	}

	/**
	 * Gives a direction to an officer, with the office's open tasks about it and those to
	 * come.
	 * @throws InvalidInput when that is no officer
	 * @throws Stale when nothing is left to look after
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void assign(Person actor, long id, long officerId) {
		Person officer = officers.candidates()
			.stream()
			.filter((person) -> person.id() == officerId)
			.findFirst()
			.orElseThrow(() -> InvalidInput.of("officer", "guide.problem.officer"));
		GuideDirection direction = directions.forEditing(actor, id);
		if (!direction.state().isWithdrawable()) {
			throw new Stale("guide.stale.ended");
		}
		officers.assign(id, officer, actor);
		audit.record(actor, "direction.assigned", direction.subject().ref(), officer.username());
		inbox.openAbout(Kind.GUIDE_DIRECTION, List.of(id))
			.getOrDefault(id, List.of())
			.stream()
			.filter((item) -> item.groups() != null
					&& List.of(item.groups().split(",")).contains(Group.of(Role.OFFICER).code()))
			.forEach((item) -> tasks.give(actor, item.id(), officer));
	}

	/**
	 * Gives a direction up: its case ends, and those concerned are told why.
	 * @throws InvalidInput without a reason, or with more than 500 characters
	 * @throws Stale when it is published, or came to an end before
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void withdraw(Person actor, long id, String reason) {
		String why = reason == null ? "" : reason.strip();
		if (why.isEmpty()) {
			throw InvalidInput.of("reason", "guide.problem.reason");
		}
		int length = why.codePointCount(0, why.length());
		if (length > LONGEST) {
			throw InvalidInput.of("reason", "form.tooLong", LONGEST, length);
		}
		GuideDirection direction = all.require(id);
		if (!direction.state().isWithdrawable()) {
			throw new Stale("guide.stale.ended");
		}
		withdrawals.record(id, why, actor);
		process.withdraw(actor, direction, why);
	}

}
