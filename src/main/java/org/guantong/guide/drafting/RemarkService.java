package org.guantong.guide.drafting;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/**
 * The office talks about a passage of a direction, on the passage. Co-funders and experts
 * do not read it.
 */
@Service
@Transactional
public class RemarkService {

	private static final int LONGEST = 1000;

	private final Threads threads;

	private final DirectionService directions;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	RemarkService(Threads threads, DirectionService directions, People people, Mailbox mailbox, AuditTrail audit) {
		this.threads = threads;
		this.directions = directions;
		this.people = people;
		this.mailbox = mailbox;
		this.audit = audit;
	}

	/** The threads of a direction, open ones first. */
	@PreAuthorize("@directionPermissions.mayReadRemarks(#actor)")
	@Transactional(readOnly = true)
	public List<Threads.Thread> of(Person actor, long direction) {
		return threads.in(direction, directions.read(actor, direction).content());
	}

	/**
	 * Makes a remark about a passage.
	 * @param quote the passage, as the one who remarks read it
	 * @return the id of the thread it begins
	 * @throws InvalidInput when nothing is said
	 * @throws Stale when the text has no such passage any more
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public long begin(Person actor, long direction, TextField field, String quote, String body) {
		String said = said(body);
		GuideDirection about = unpublished(actor, direction);
		Passage passage = Passage.of(about.content())
			.stream()
			.filter((one) -> one.field() == field && one.text().equals(quote == null ? null : quote.strip()))
			.findFirst()
			.orElseThrow(() -> new Stale("guide.stale.passage"));
		long thread = threads.open(direction, passage, actor);
		say(actor, about, thread, said);
		return thread;
	}

	/** Answers; takes a resolved thread up again. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void answer(Person actor, long threadId, String body) {
		String said = said(body);
		Threads.Thread thread = require(threadId);
		GuideDirection about = unpublished(actor, thread.directionId());
		if (thread.isResolved()) {
			threads.resolve(threadId, null);
		}
		say(actor, about, threadId, said);
	}

	/** Notes that nothing is left to do about a thread, or that something is. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void resolve(Person actor, long threadId, boolean resolved) {
		Threads.Thread thread = require(threadId);
		if (thread.isResolved() != resolved) {
			threads.resolve(threadId, resolved ? actor : null);
			audit.record(actor, resolved ? "direction.remark-resolved" : "direction.remark-reopened",
					directions.read(actor, thread.directionId()).subject().ref(), "thread " + threadId);
		}
	}

	/** The direction a thread is about. */
	@PreAuthorize("@directionPermissions.mayReadRemarks(#actor)")
	@Transactional(readOnly = true)
	public long directionOf(Person actor, long threadId) {
		return require(threadId).directionId();
	}

	private void say(Person actor, GuideDirection about, long thread, String body) {
		threads.add(thread, body, actor);
		audit.record(actor, "direction.remarked", about.subject().ref(), "thread " + thread);
		threads.concerned(thread)
			.stream()
			.filter((person) -> person != actor.id())
			.map(people::require)
			.filter(Person::isOffice)
			.forEach((person) -> mailbox.post(Notice.of("remarked", person, "direction-" + about.id(),
					"/directions/" + about.id() + "#remarks", about.code() + " " + about.title(), actor.name(), body)));
	}

	private GuideDirection unpublished(Person actor, long id) {
		GuideDirection direction = directions.read(actor, id);
		if (direction.isPublished()) {
			throw new Stale("guide.stale.published");
		}
		return direction;
	}

	private Threads.Thread require(long thread) {
		return threads.find(thread).orElseThrow(() -> new NotFound("direction-thread", thread));
	}

	private static String said(String body) {
		String said = body == null ? "" : body.strip();
		if (said.isEmpty()) {
			throw InvalidInput.of("body", "guide.problem.remark");
		}
		int length = said.codePointCount(0, said.length());
		if (length > LONGEST) {
			throw InvalidInput.of("body", "form.tooLong", LONGEST, length);
		}
		return said;
	}

}
