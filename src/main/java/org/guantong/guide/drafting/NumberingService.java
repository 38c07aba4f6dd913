package org.guantong.guide.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.guide.drafting.Numbering.Change;
import org.guantong.guide.drafting.Numbering.Place;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * The office puts the directions of a field in order and numbers them 1 to n. Nobody can
 * type a number that is taken: the others make room.
 */
@Service
@Transactional
public class NumberingService {

	private final Numbering numbering;

	private final GuideDirections directions;

	private final Rounds rounds;

	private final AuditTrail audit;

	NumberingService(Numbering numbering, GuideDirections directions, Rounds rounds, AuditTrail audit) {
		this.numbering = numbering;
		this.directions = directions;
		this.rounds = rounds;
		this.audit = audit;
	}

	/** The order within each field of a round, by the id of the field. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public Map<Long, List<Place>> orders(Person actor, long round) {
		rounds.require(round);
		return numbering.orders(round);
	}

	/** Numbers the directions of a field 1 to n in their present order. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<Change> renumber(Person actor, long round, long field) {
		rounds.require(round);
		return write(actor, numbering.lock(round, field));
	}

	/** Numbers every field of a round. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<Change> renumberAll(Person actor, long round) {
		List<Change> changes = new ArrayList<>();
		rounds.require(round);
		numbering.orders(round).keySet().forEach((field) -> changes.addAll(renumber(actor, round, field)));
		return changes;
	}

	/**
	 * Puts a direction before ({@code -1}) or after ({@code 1}) its neighbour.
	 * @throws Stale when it is published, rejected or withdrawn
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<Change> shift(Person actor, long id, int by) {
		List<Place> movable = movable(directions.require(id));
		int at = indexOf(movable, id);
		int to = Math.max(0, Math.min(movable.size() - 1, at + Integer.signum(by)));
		return reorder(actor, directions.require(id), movable, at, to);
	}

	/**
	 * Puts a direction at that place among those of its field; the others make room.
	 * @param number 1 for the first; beyond the last means last
	 * @throws InvalidInput below 1, or the number of a published direction
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public List<Change> place(Person actor, long id, int number) {
		GuideDirection direction = directions.require(id);
		if (number < 1 || number > 999) {
			throw InvalidInput.of("number", "guide.problem.number.range");
		}
		List<Place> all = numbering.lock(direction.roundId(), direction.fieldId());
		if (all.stream().anyMatch((place) -> place.isFixed() && place.number() == number)) {
			throw InvalidInput.of("number", "guide.problem.number.published", number);
		}
		List<Place> movable = movable(direction);
		long fixedBefore = all.stream().filter((place) -> place.isFixed() && place.number() < number).count();
		int to = (int) Math.max(0, Math.min(movable.size() - 1, number - 1 - fixedBefore));
		return reorder(actor, direction, movable, indexOf(movable, id), to);
	}

	private List<Change> reorder(Person actor, GuideDirection direction, List<Place> movable, int from, int to) {
		movable.add(to, movable.remove(from));
		List<Place> order = new ArrayList<>(numbering.order(direction.roundId(), direction.fieldId()));
		order.removeIf((place) -> !place.isFixed());
		order.addAll(movable);
		return write(actor, order);
	}

	private List<Place> movable(GuideDirection direction) {
		List<Place> movable = new ArrayList<>(numbering.lock(direction.roundId(), direction.fieldId()));
		movable.removeIf(Place::isFixed);
		return movable;
	}

	private static int indexOf(List<Place> movable, long id) {
		for (int i = 0; i < movable.size(); i++) {
			if (movable.get(i).id() == id) {
				return i;
			}
		}
		throw new Stale("guide.stale.notNumbered");
	}

	private List<Change> write(Person actor, List<Place> order) {
		List<Change> changes = numbering.apply(order);
		changes.forEach((change) -> audit.record(actor, "direction.numbered",
				new Ref(Kind.GUIDE_DIRECTION, change.place().id()),
				(change.place().number() == null ? "—" : change.place().number()) + " → " + change.now()));
		return changes;
	}

}
