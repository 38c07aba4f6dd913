package org.guantong.guide.edition;

import java.time.Clock;
import java.time.Instant;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.workflow.Deadlines;

/** Lets a guide that waits for its time appear earlier or later than was arranged. */
@Service
@Transactional
public class ReschedulingService {

	private static final String PROCESS = "guide-validation";

	private static final String TIMER = "publicationDay";

	private final Editions editions;

	private final GuideDirections directions;

	private final Deadlines deadlines;

	private final AuditTrail audit;

	private final Clock clock;

	ReschedulingService(Editions editions, GuideDirections directions, Deadlines deadlines, AuditTrail audit,
			Clock clock) {
		this.editions = editions;
		this.directions = directions;
		this.deadlines = deadlines;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Moves the time of all directions of a scheduled edition together.
	 * @param version the edition's version this began from
	 * @param at when it is to appear; null for at once
	 * @throws InvalidInput when the time is past or too far away
	 * @throws Stale when it has appeared or was moved meanwhile
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Edition move(Person actor, long round, long editionId, int version, Instant at) {
		editions.lock(round);
		Edition edition = editions.require(editionId);
		if (edition.roundId() != round) {
			throw new NotFound("edition", editionId);
		}
		Instant now = clock.instant();
		if (at != null && !PublicationService.isInReach(at, now)) {
			throw InvalidInput.of("publishAt", "guide.problem.publication.time");
		}
		Instant when = at == null ? now : at;
		if (edition.state() != Edition.State.SCHEDULED || edition.version() != version
				|| !editions.reschedule(edition, when)) {
			throw new Stale("guide.stale.publication");
		}
		editions.directions(editionId).forEach((line) -> move(line.directionId(), when));
		audit.record(actor, "guide.rescheduled", new Ref(Kind.GUIDE, editionId), edition.publishAt() + " → " + when);
		return editions.require(editionId);
	}

	private void move(long direction, Instant when) {
		directions.save(directions.require(direction).scheduled(when.atZone(clock.getZone()).toLocalDate()));
		deadlines.retime(PROCESS, new Ref(Kind.GUIDE_DIRECTION, direction), TIMER);
	}

}
