package org.guantong.guide.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.edition.Publication;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.shared.Kind;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Processes;

/** Starts the case of a direction, and ends it when the direction is given up. */
@Component
public class GuideProcess {

	/** The process every direction goes through. */
	public static final String ID = "guide-validation";

	/** The message that starts a case. */
	static final String DIRECTION_DRAFTED = "DirectionDrafted";

	/** The end a case reaches when its direction is given up. */
	static final String WITHDRAWN = "已撤销";

	private final Processes processes;

	private final DirectionMoves moves;

	private final Publication publication;

	private final Inbox inbox;

	private final People people;

	private final Mailbox mailbox;

	GuideProcess(Processes processes, DirectionMoves moves, Publication publication, Inbox inbox, People people,
			Mailbox mailbox) {
		this.processes = processes;
		this.moves = moves;
		this.publication = publication;
		this.inbox = inbox;
		this.people = people;
		this.mailbox = mailbox;
	}

	public void start(GuideDirection direction) {
		processes.start(DIRECTION_DRAFTED, direction.subject(), Map.of("directionId", direction.id()));
	}

	/**
	 * Ends the case, and tells the co-funders concerned and those whose task is gone.
	 */
	public GuideDirection withdraw(Person actor, GuideDirection direction, String reason) {
		List<Long> waitedFor = inbox.openAbout(Kind.GUIDE_DIRECTION, List.of(direction.id()))
			.getOrDefault(direction.id(), List.of())
			.stream()
			.map(InboxItem::assigneeId)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		publication.leave(direction.roundId(), direction.id());
		processes.cancel(ID, direction.subject().ref(), WITHDRAWN);
		GuideDirection withdrawn = moves.move(actor, direction.id(), "withdrawn", reason,
				(one) -> one.in(State.WITHDRAWN));
		moves.tellDecision(withdrawn, reason);
		waitedFor.stream()
			.filter((person) -> person != actor.id())
			.map(people::require)
			.forEach((person) -> mailbox.post(Notice.of("withdrawn", person, "direction-" + direction.id(), "/inbox",
					direction.code() + " " + direction.title())));
		return withdrawn;
	}

}
