package org.guantong.guide.process;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.review.MemberLeft;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Processes;

/** Tells the case of a direction that somebody is off its panel. */
@Component
class SeatProcess {

	/** The message that passes a place on; the member's id follows it. */
	private static final String SEAT_VACATED = "SeatVacated-";

	private final Processes processes;

	private final Cases cases;

	private final People people;

	private final Mailbox mailbox;

	SeatProcess(Processes processes, Cases cases, People people, Mailbox mailbox) {
		this.processes = processes;
		this.cases = cases;
		this.people = people;
		this.mailbox = mailbox;
	}

	/** The next in reserve is asked; whoever left is told that nothing is expected. */
	@EventListener(condition = "#left.subject().kind().name() == 'GUIDE_DIRECTION'")
	void on(MemberLeft left) {
		Case about = cases.about(GuideProcess.ID, left.subject()).orElseThrow();
		mailbox.post(Notice.of("seat-released", people.require(left.expertId()), "case-" + about.id(), "/inbox",
				about.subject().code() + " " + about.subject().title(),
				new DefaultMessageSourceResolvable("guide.left." + left.why())));
		processes.tell(SEAT_VACATED + left.memberId(), left.subject(), Map.of());
	}

}
