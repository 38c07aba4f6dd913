package org.guantong.guide.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;

/**
 * The numbers of the directions of one field in one round: each at most once. What is
 * published keeps its number.
 */
@Component
public class Numbering {

	private final JdbcClient jdbc;

	Numbering(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A direction in the order of its field.
	 *
	 * @param number null when it has none yet
	 * @param isFixed whether it keeps its number: it is published, or stands in a guide
	 * that waits for its time
	 */
	public record Place(long id, String code, String title, State state, Integer number, boolean isFixed) {
	}

	/** A number that changed; null where there was none. */
	public record Change(Place place, int now) {
	}

	/** The live directions of a field by number, those without one last, by code. */
	public List<Place> order(long round, long field) {
		return places(round, field, "");
	}

	/** The number a direction has, else the first that is free. */
	public int proposed(GuideDirection direction) {
		if (direction.number() != null) {
			return direction.number();
		}
		Set<Integer> taken = taken(order(direction.roundId(), direction.fieldId()));
		int number = 1;
		while (taken.contains(number)) {
			number++;
		}
		return number;
	}

	/** Whether another direction of its field has that number. */
	public boolean isTaken(GuideDirection direction, int number) {
		return jdbc.sql("""
				select exists (select 1 from guide_direction
				  where round_id = ? and field_id = ? and number = ? and id <> ?)
				""")
			.params(direction.roundId(), direction.fieldId(), number, direction.id())
			.query(Boolean.class)
			.single();
	}

	/** Gives directions numbers that are free, or one another's. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void give(Map<Long, Integer> numbers) {
		// all give up their number first: two that swap never have the same one
		numbers.keySet().forEach((id) -> write(id, null));
		numbers.forEach(this::write);
	}

	/** What numbering a field 1 to n in its present order would change. */
	public List<Change> planned(long round, long field) {
		return changes(order(round, field));
	}

	/** What numbering 1 to n in this order would change; writes nothing. */
	static List<Change> changes(List<Place> order) {
		Set<Integer> fixed = taken(order.stream().filter(Place::isFixed).toList());
		List<Change> changes = new ArrayList<>();
		int next = 1;
		for (Place place : order) {
			if (place.isFixed()) {
				continue;
			}
			while (fixed.contains(next)) {
				next++;
			}
			if (!Objects.equals(place.number(), next)) {
				changes.add(new Change(place, next));
			}
			next++;
		}
		return changes;
	}

	/**
	 * Holds the field's directions until the transaction ends, so that two who renumber
	 * do so one after the other.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	List<Place> lock(long round, long field) {
		return places(round, field, " for update of g");
	}

	@Transactional(propagation = Propagation.MANDATORY)
	List<Change> apply(List<Place> order) {
		List<Change> changes = changes(order);
		Map<Long, Integer> numbers = new LinkedHashMap<>();
		changes.forEach((change) -> numbers.put(change.place().id(), change.now()));
		give(numbers);
		return changes;
	}

	/** The fields of a round that have live directions, each with its order. */
	Map<Long, List<Place>> orders(long round) {
		Map<Long, List<Place>> orders = new LinkedHashMap<>();
		jdbc.sql("""
				select distinct f.id, f.position from guide_direction g join field f on f.id = g.field_id
				where g.round_id = ? and g.state not in ('REJECTED', 'NOT_ADOPTED', 'WITHDRAWN') order by f.position
				""")
			.param(round)
			.query((row, index) -> row.getLong("id"))
			.list()
			.forEach((field) -> orders.put(field, order(round, field)));
		return orders;
	}

	private List<Place> places(long round, long field, String lock) {
		return jdbc.sql("""
				select g.id, g.code, g.title, g.state, g.number, (g.state = 'PUBLISHED' or exists (
				         select 1 from guide_edition_direction d join guide_edition e on e.id = d.edition_id
				         where d.direction_id = g.id and e.state = 'SCHEDULED')) as fixed
				from guide_direction g
				where g.round_id = ? and g.field_id = ? and g.state not in ('REJECTED', 'NOT_ADOPTED', 'WITHDRAWN')
				order by g.number nulls last, g.code
				""" + lock)
			.params(round, field)
			.query((row, index) -> new Place(row.getLong("id"), row.getString("code"), row.getString("title"),
					State.valueOf(row.getString("state")), row.getObject("number", Integer.class),
					row.getBoolean("fixed")))
			.list();
	}

	private void write(long direction, Integer number) {
		jdbc.sql("update guide_direction set number = :number where id = :id")
			.param("number", number, java.sql.Types.INTEGER)
			.param("id", direction)
			.update();
	}

	private static Set<Integer> taken(List<Place> places) {
		return places.stream().map(Place::number).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
