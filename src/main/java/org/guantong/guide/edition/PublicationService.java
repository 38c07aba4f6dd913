package org.guantong.guide.edition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.GuideDirections;
import org.guantong.guide.drafting.Numbering;
import org.guantong.guide.edition.PublicationPlan.Waiting;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** Settles when a whole guide appears, and with which numbers. */
@Service
@Transactional
public class PublicationService {

	private static final String STEP = "schedulePublication";

	private static final int MOST_TASKS = 5_000;

	private static final int LARGEST_NUMBER = 999;

	private static final Duration FARTHEST = Duration.ofDays(730);

	private final Editions editions;

	private final GuideDirections directions;

	private final Numbering numbering;

	private final Rounds rounds;

	private final Inbox inbox;

	private final Tasks tasks;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	PublicationService(Editions editions, GuideDirections directions, Numbering numbering, Rounds rounds, Inbox inbox,
			Tasks tasks, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.editions = editions;
		this.directions = directions;
		this.numbering = numbering;
		this.rounds = rounds;
		this.inbox = inbox;
		this.tasks = tasks;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** What this officer can publish of a round now. */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	@Transactional(readOnly = true)
	public PublicationPlan plan(Person actor, long round) {
		int underWay = jdbc.sql("""
				select count(*) from guide_direction where round_id = ?
				  and state in ('DRAFT', 'IN_REVIEW', 'REVISING', 'SIGN_OFF')
				""").param(round).query(Integer.class).single();
		return new PublicationPlan(round, rounds.require(round).title(), waiting(actor, round),
				editions.underWay(round)
					.stream()
					.filter((edition) -> edition.state() == Edition.State.SCHEDULED)
					.toList(),
				underWay);
	}

	/**
	 * Lets these directions appear together, as one edition of the guide.
	 * @param numbers by direction: its number among the directions of its field
	 * @param at when; null for at once, which takes the engine a few seconds
	 * @throws InvalidInput when a direction does not wait for publication, a number is
	 * taken or no number, or the time is past
	 */
	@PreAuthorize("@directionPermissions.mayDraft(#actor)")
	public Edition schedule(Person actor, long round, Map<Long, Integer> numbers, Instant at) {
		editions.lock(round);
		Map<Long, Waiting> waiting = waiting(actor, round).stream()
			.collect(Collectors.toMap(Waiting::directionId, (one) -> one));
		Instant now = clock.instant();
		require(round, waiting, numbers, at, now);
		Instant when = at == null ? now : at;
		long edition = editions.schedule(round, when, actor.id());
		audit.record(actor, "guide.scheduled", new Ref(Kind.GUIDE, edition), numbers.size() + " directions at " + when);
		var day = when.atZone(clock.getZone()).toLocalDate();
		numbering.give(numbers);
		numbers.keySet().forEach((id) -> {
			directions.save(directions.require(id).scheduled(day));
			editions.include(edition, id);
		});
		numbers.forEach((id, number) -> tasks.complete(actor, waiting.get(id).taskId(),
				Map.of("number", number, "when", "LATER", "publishOn", day.toString())));
		return editions.require(edition);
	}

	private void require(long round, Map<Long, Waiting> waiting, Map<Long, Integer> numbers, Instant at, Instant now) {
		List<FieldProblem> problems = new ArrayList<>();
		if (numbers.isEmpty()) {
			problems.add(FieldProblem.of("direction", "guide.problem.publication.none"));
		}
		if (at != null && !isInReach(at, now)) {
			problems.add(FieldProblem.of("publishAt", "guide.problem.publication.time"));
		}
		Set<String> taken = taken(round, numbers.keySet());
		numbers.forEach((id, number) -> {
			Waiting one = waiting.get(id);
			if (one == null) {
				problems.add(FieldProblem.of("direction", "guide.problem.publication.stranger"));
			}
			else if (number == null || number < 1 || number > LARGEST_NUMBER) {
				problems.add(FieldProblem.of("number-" + id, "guide.problem.publication.number", one.title()));
			}
			else if (!taken.add(one.fieldId() + "/" + number)) {
				problems.add(FieldProblem.of("number-" + id, "guide.problem.number", number));
			}
		});
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	/** Whether something may be arranged for that moment. */
	static boolean isInReach(Instant at, Instant now) {
		return !at.isBefore(now) && !at.isAfter(now.plus(FARTHEST));
	}

	private Set<String> taken(long round, Set<Long> but) {
		return new HashSet<>(jdbc.sql("""
				select field_id || '/' || number from guide_direction
				where round_id = :round and number is not null and not id = any (:but)
				""").param("round", round).param("but", but.toArray(Long[]::new)).query(String.class).list());
	}

	private List<Waiting> waiting(Person actor, long round) {
		Map<Long, String> open = inbox.list(actor, InboxFilter.ALL, 0, MOST_TASKS)
			.stream()
			.filter((item) -> item.step().equals(STEP))
			.collect(Collectors.toMap((item) -> item.subject().id(), InboxItem::id));
		if (open.isEmpty()) {
			return List.of();
		}
		Map<Long, Integer> last = new HashMap<>();
		jdbc.sql("select field_id, max(number) from guide_direction where round_id = ? and number > 0 group by 1")
			.param(round)
			.query((row) -> {
				last.put(row.getLong(1), row.getInt(2));
			});
		return jdbc.sql("""
				select g.id, g.code, g.title, g.field_id, f.name, f.name_en, g.number from guide_direction g
				join field f on f.id = g.field_id
				where g.round_id = ? and g.state = 'ADOPTED' order by f.position, g.number nulls last, g.code
				""")
			.param(round)
			.query((row, index) -> new Waiting(row.getLong("id"), row.getString("code"), row.getString("title"),
					row.getLong("field_id"), row.getString("name"), row.getString("name_en"), row.getInt("number"),
					open.get(row.getLong("id"))))
			.list()
			.stream()
			.filter((one) -> one.taskId() != null)
			.map((one) -> one.number() > 0 ? one : numbered(one, last.merge(one.fieldId(), 1, Integer::sum)))
			.toList();
	}

	private static Waiting numbered(Waiting one, int number) {
		return new Waiting(one.directionId(), one.code(), one.title(), one.fieldId(), one.fieldName(),
				one.fieldNameEn(), number, one.taskId());
	}

}
