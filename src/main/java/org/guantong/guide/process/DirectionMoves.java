package org.guantong.guide.process;

import java.time.Clock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.DirectionPublished;
import org.guantong.guide.DirectionSources;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;

/** Moves a direction on, writes it down, and tells the co-funders concerned. */
@Component
class DirectionMoves {

	private final GuideDirections directions;

	private final DirectionSources sources;

	private final Cases cases;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DirectionMoves(GuideDirections directions, DirectionSources sources, Cases cases, People people, Mailbox mailbox,
			AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.directions = directions;
		this.sources = sources;
		this.cases = cases;
		this.people = people;
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

	/** Publishes and tells everybody concerned. */
	void publish(long id) {
		GuideDirection published = move(null, id, "published", "", (direction) -> direction.published(clock.instant()));
		audience(id).forEach((person) -> mailbox.post(Notice.of("published", person, thread(id), "/directions/" + id,
				name(published), published.publishedAt().atZone(clock.getZone()).toLocalDate())));
		events.publishEvent(new DirectionPublished(id, published.roundId(), published.fieldId(), published.number()));
	}

	/** Tells the co-funders concerned how a direction ended. */
	void tellDecision(GuideDirection direction, String remarks) {
		audience(direction.id()).forEach((person) -> mailbox
			.post(Notice.of("decided", person, thread(direction.id()), "/directions/" + direction.id(), name(direction),
					new DefaultMessageSourceResolvable("guide.state." + direction.state()), remarks)));
	}

	private Stream<Person> audience(long id) {
		return sources.coFundersConcerned(id)
			.stream()
			.flatMap((coFunder) -> Stream.of(Role.CO_FUNDER_LEADER, Role.CO_FUNDER_CONTACT)
				.flatMap((role) -> people.members(Group.of(role, coFunder)).stream()))
			.distinct();
	}

	private String thread(long id) {
		Case found = cases.about("guide-validation", directions.require(id).subject().ref()).orElseThrow();
		return "case-" + found.id();
	}

	private static String name(GuideDirection direction) {
		return direction.code() + " " + direction.title();
	}

}
