package org.guantong.guide.edition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionAudience;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.edition.Edition.State;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * Correcting a published guide: one officer drafts another edition, a second one confirms
 * it; what was published before stays as it was.
 */
@Service
@Transactional
public class CorrectionService {

	private static final int LONGEST_REASON = 500;

	private final Editions editions;

	private final DirectionAudience audience;

	private final Rounds rounds;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final Clock clock;

	CorrectionService(Editions editions, DirectionAudience audience, Rounds rounds, People people, Mailbox mailbox,
			AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.audience = audience;
		this.rounds = rounds;
		this.people = people;
		this.mailbox = mailbox;
		this.audit = audit;
		this.clock = clock;
	}

	/** The correction of a round that is under way; empty when there is none. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public Optional<Correction> underWay(Person actor, long round) {
		return find(round).map((edition) -> {
			List<EditionDirection> now = editions.directions(edition.id());
			List<EditionDirection> before = editions.directions(inForce(round).id());
			return new Correction(edition, people.require(edition.draftedBy()).name(), now,
					DirectionChange.between(before, now));
		});
	}

	/**
	 * Begins a correction.
	 * @param reason why, as readers will be told; 5 to 500 characters
	 * @throws NotFound when nothing is published
	 * @throws Stale when a correction is under way already
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Edition begin(Person actor, long round, String reason) {
		String why = reason == null ? "" : reason.strip();
		if (why.length() < 5 || why.length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "guide.problem.correction.reason", LONGEST_REASON);
		}
		editions.lock(round);
		Edition earlier = inForce(round);
		if (find(round).isPresent()) {
			throw new Stale("guide.stale.correction");
		}
		long id = editions.create(round, Edition.Kind.CORRECTION, State.DRAFT, null, why, actor.id());
		editions.includeAll(id, earlier.id());
		audit.record(actor, "guide.correction-begun", new Ref(Kind.GUIDE, id), why);
		return editions.require(id);
	}

	/**
	 * Writes what a direction is to say.
	 * @param version the correction's version this began from
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void write(Person actor, long round, int version, long direction, DirectionContent content) {
		Edition edition = own(actor, round, version, State.DRAFT);
		List<FieldProblem> problems = content.gaps();
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		if (editions.directions(edition.id()).stream().noneMatch((line) -> line.directionId() == direction)) {
			throw NotFound.of(Kind.GUIDE_DIRECTION, direction);
		}
		move(edition, State.DRAFT);
		editions.write(edition.id(), direction, content);
		audit.record(actor, "guide.correction-saved", new Ref(Kind.GUIDE, edition.id()), "direction " + direction);
	}

	/** Asks the other officers to confirm it. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void propose(Person actor, long round, int version) {
		Edition edition = own(actor, round, version, State.DRAFT);
		if (changes(edition).isEmpty()) {
			throw InvalidInput.of("", "guide.problem.correction.nothing");
		}
		move(edition, State.PROPOSED);
		audit.record(actor, "guide.correction-proposed", new Ref(Kind.GUIDE, edition.id()), edition.reason());
		people.withRole(Role.OFFICER)
			.stream()
			.filter((one) -> one.id() != actor.id())
			.forEach((one) -> mailbox.post(Notice.of("correction-proposed", one, thread(round), page(round),
					rounds.require(round).title(), actor.name(), edition.reason())));
	}

	/**
	 * Publishes it as the next edition.
	 * @throws AccessDeniedException when the actor drafted it
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Edition confirm(Person actor, long round, int version) {
		editions.lock(round);
		Edition edition = others(actor, round, version);
		List<DirectionChange> changes = changes(edition);
		editions.includeAll(edition.id(), inForce(round).id());
		editions.publish(edition.id(), clock.instant(), actor.id());
		Edition published = editions.require(edition.id());
		audit.record(actor, "guide.corrected", new Ref(Kind.GUIDE, edition.id()), "edition " + published.number());
		changes.stream()
			.flatMap((change) -> audience.of(change.after().directionId()))
			.distinct()
			.forEach((person) -> mailbox.post(Notice.of("guide-corrected", person, thread(round),
					"/public/guides/" + round + "/editions/" + published.number() + "/changes",
					rounds.require(round).title(), published.number(), published.reason())));
		return published;
	}

	/** Gives it back to whoever drafted it. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void giveBack(Person actor, long round, int version, String remark) {
		Edition edition = others(actor, round, version);
		String why = remark == null ? "" : remark.strip();
		if (why.length() < 5 || why.length() > LONGEST_REASON) {
			throw InvalidInput.of("remark", "guide.problem.correction.reason", LONGEST_REASON);
		}
		move(edition, State.DRAFT);
		audit.record(actor, "guide.correction-returned", new Ref(Kind.GUIDE, edition.id()), why);
		mailbox.post(Notice.of("correction-returned", people.require(edition.draftedBy()), thread(round), page(round),
				rounds.require(round).title(), actor.name(), why));
	}

	/** Gives the correction up; nothing of it is published. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void drop(Person actor, long round, int version) {
		Edition edition = seen(round, version);
		move(edition, State.DROPPED);
		audit.record(actor, "guide.correction-dropped", new Ref(Kind.GUIDE, edition.id()), edition.reason());
	}

	private Optional<Edition> find(long round) {
		return editions.underWay(round).stream().filter((one) -> one.kind() == Edition.Kind.CORRECTION).findFirst();
	}

	private Edition inForce(long round) {
		return editions.inForce(round).orElseThrow(() -> NotFound.of(Kind.GUIDE, round));
	}

	private Edition seen(long round, int version) {
		Edition edition = find(round).orElseThrow(() -> NotFound.of(Kind.GUIDE, round));
		if (edition.version() != version) {
			throw new Stale("guide.stale.correction.changed");
		}
		return edition;
	}

	private Edition own(Person actor, long round, int version, State state) {
		Edition edition = seen(round, version);
		if (edition.draftedBy() != actor.id()) {
			throw new AccessDeniedException("a correction is written by the officer who began it");
		}
		if (edition.state() != state) {
			throw new Stale("guide.stale.correction.changed");
		}
		return edition;
	}

	private Edition others(Person actor, long round, int version) {
		Edition edition = seen(round, version);
		if (edition.draftedBy() == actor.id()) {
			throw new AccessDeniedException("a correction is confirmed by a second officer");
		}
		if (edition.state() != State.PROPOSED) {
			throw new Stale("guide.stale.correction.changed");
		}
		return edition;
	}

	private void move(Edition edition, State to) {
		if (!editions.move(edition, to)) {
			throw new Stale("guide.stale.correction.changed");
		}
	}

	private List<DirectionChange> changes(Edition edition) {
		return DirectionChange.between(editions.directions(inForce(edition.roundId()).id()),
				editions.directions(edition.id()));
	}

	private static String thread(long round) {
		return "guide-" + round;
	}

	private static String page(long round) {
		return "/guides/" + round + "/correction";
	}

}
