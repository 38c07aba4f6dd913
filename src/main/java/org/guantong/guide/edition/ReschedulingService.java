package org.guantong.guide.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

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
import org.guantong.workflow.Processes;

/**
 * Lets a guide that waits for its time appear earlier or later than was arranged, or not.
 */
@Service
@Transactional
public class ReschedulingService {

	private static final String PROCESS = "guide-validation";

	private static final String TIMER = "publicationDay";

	private static final String CALLED_OFF = "PublicationCalledOff";

	private static final int LONGEST_REASON = 200;

	private final Editions editions;

	private final GuideDirections directions;

	private final Deadlines deadlines;

	private final Processes processes;

	private final AuditTrail audit;

	private final Clock clock;

	ReschedulingService(Editions editions, GuideDirections directions, Deadlines deadlines, Processes processes,
			AuditTrail audit, Clock clock) {
		this.editions = editions;
		this.directions = directions;
		this.deadlines = deadlines;
		this.processes = processes;
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
		Edition edition = scheduled(round, editionId);
		Instant now = clock.instant();
		if (at != null && !PublicationService.isInReach(at, now)) {
			throw InvalidInput.of("publishAt", "guide.problem.publication.time");
		}
		Instant when = at == null ? now : at;
		if (edition.version() != version || !editions.reschedule(edition, when)) {
			throw new Stale("guide.stale.publication");
		}
		editions.directions(editionId).forEach((line) -> move(line.directionId(), when));
		audit.record(actor, "guide.rescheduled", new Ref(Kind.GUIDE, editionId), edition.publishAt() + " → " + when);
		return editions.require(editionId);
	}

	/**
	 * Calls off what was arranged: nothing appears, and each direction waits again for
	 * its publication to be arranged.
	 * @param version the edition's version this began from
	 * @param reason why, at most 200 characters; goes on record
	 * @throws Stale when it has appeared or was moved meanwhile
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public void callOff(Person actor, long round, long editionId, int version, String reason) {
		editions.lock(round);
		Edition edition = scheduled(round, editionId);
		if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "guide.problem.publication.reason", LONGEST_REASON);
		}
		if (edition.version() != version || !editions.move(edition, Edition.State.DROPPED)) {
			throw new Stale("guide.stale.publication");
		}
		editions.directions(editionId).forEach((line) -> {
			directions.save(directions.require(line.directionId()).scheduled(null));
			processes.correlate(CALLED_OFF, new Ref(Kind.GUIDE_DIRECTION, line.directionId()), Map.of());
		});
		audit.record(actor, "guide.called-off", new Ref(Kind.GUIDE, editionId), reason.strip());
	}

	private Edition scheduled(long round, long editionId) {
		Edition edition = editions.require(editionId);
		if (edition.roundId() != round) {
			throw new NotFound("edition", editionId);
		}
		if (edition.state() != Edition.State.SCHEDULED) {
			throw new Stale("guide.stale.publication");
		}
		return edition;
	}

	private void move(long direction, Instant when) {
		directions.save(directions.require(direction).scheduled(when.atZone(clock.getZone()).toLocalDate()));
		deadlines.retime(PROCESS, new Ref(Kind.GUIDE_DIRECTION, direction), TIMER);
	}

}
