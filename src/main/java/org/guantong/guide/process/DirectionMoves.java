package org.guantong.guide.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionAudience;
import org.guantong.guide.DirectionPublished;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.guide.edition.Edition;
import org.guantong.guide.edition.Publication;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;

/** Moves a direction on, writes it down, and tells the co-funders concerned. */
@Component
class DirectionMoves {

	private final GuideDirections directions;

	private final DirectionAudience audience;

	private final Publication publication;

	private final Rounds rounds;

	private final Cases cases;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DirectionMoves(GuideDirections directions, DirectionAudience audience, Publication publication, Rounds rounds,
			Cases cases, Mailbox mailbox, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.directions = directions;
		this.audience = audience;
		this.publication = publication;
		this.rounds = rounds;
		this.cases = cases;
		this.mailbox = mailbox;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * @param actor null when the process moved on by itself
	 * @param action what happened, e.g. {@code adopted}
	 */
	GuideDirection move(Person actor, long id, String action, String detail, UnaryOperator<GuideDirection> change) {
		GuideDirection moved = directions.save(change.apply(directions.require(id)));
		audit.record(actor, "direction." + action, moved.subject().ref(), detail);
		return moved;
	}

	/**
	 * Publishes a direction, with all that are to appear together with it, and tells
	 * everybody concerned; nothing when it has appeared with another one already.
	 */
	void publish(long id) {
		long round = directions.require(id).roundId();
		publication.begin(round, id).ifPresent((batch) -> {
			Instant now = clock.instant();
			List<GuideDirection> published = batch.directions()
				.stream()
				.map((one) -> move(null, one, "published", "", (direction) -> direction.published(now)))
				.toList();
			Edition edition = publication.finish(round, batch, now);
			audit.record(null, "guide.published", new Ref(Kind.GUIDE, edition.id()), "edition " + edition.number());
			tellPublished(published, edition);
			published.forEach(
					(one) -> events.publishEvent(new DirectionPublished(one.id(), round, one.fieldId(), one.number())));
		});
	}

	/** One mail to each: of the direction, or of the whole guide where several appear. */
	private void tellPublished(List<GuideDirection> published, Edition edition) {
		LocalDate day = edition.publishedAt().atZone(clock.getZone()).toLocalDate();
		if (published.size() == 1) {
			GuideDirection only = published.get(0);
			audience.of(only.id())
				.forEach((person) -> mailbox.post(Notice.of("published", person, thread(only.id()),
						"/directions/" + only.id(), name(only), day)));
			return;
		}
		published.stream()
			.flatMap((one) -> audience.of(one.id()))
			.distinct()
			.forEach((person) -> mailbox.post(Notice.of("guide-published", person, "guide-" + edition.roundId(),
					"/public/guides/" + edition.roundId(), rounds.require(edition.roundId()).title(), edition.number(),
					published.size(), day)));
	}

	/** Tells the co-funders concerned how a direction ended. */
	void tellDecision(GuideDirection direction, String remarks) {
		audience.of(direction.id())
			.forEach((person) -> mailbox.post(Notice.of("decided", person, thread(direction.id()),
					"/directions/" + direction.id(), name(direction),
					new DefaultMessageSourceResolvable("guide.state." + direction.state()), remarks)));
	}

	private String thread(long id) {
		Case found = cases.about("guide-validation", directions.require(id).subject().ref()).orElseThrow();
		return "case-" + found.id();
	}

	private static String name(GuideDirection direction) {
		return direction.code() + " " + direction.title();
	}

}
