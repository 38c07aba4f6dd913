package org.guantong.guide.adoption;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.adoption.CommitteeSession.Item;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * The management committee adopts directions in a session: who is present, the vote on
 * each, and with the session's end the decisions take effect.
 */
@Service
@Transactional
public class CommitteeService {

	private static final String STEP = "adoptDirection";

	private static final int MOST_TASKS = 5_000;

	private final CommitteeSessions sessions;

	private final Rounds rounds;

	private final Inbox inbox;

	private final Tasks tasks;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	CommitteeService(CommitteeSessions sessions, Rounds rounds, Inbox inbox, Tasks tasks, AuditTrail audit,
			JdbcClient jdbc, Clock clock) {
		this.sessions = sessions;
		this.rounds = rounds;
		this.inbox = inbox;
		this.tasks = tasks;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A round with directions that wait for a session. */
	public record Waiting(long roundId, String roundTitle, int directions) {
	}

	@PreAuthorize("@directionPermissions.mayReadDraftGuide(#actor)")
	@Transactional(readOnly = true)
	public List<SessionEntry> all(Person actor) {
		return sessions.all();
	}

	/** The rounds with directions that are on no session's agenda yet. */
	@PreAuthorize("@directionPermissions.mayReadDraftGuide(#actor)")
	@Transactional(readOnly = true)
	public List<Waiting> waiting(Person actor) {
		return jdbc.sql("""
				select g.round_id, r.title as round_title, count(*) as directions
				from inbox_task t join guide_direction g on g.id = t.subject_id join round r on r.id = g.round_id
				where t.step = 'adoptDirection' and t.kind = 'guide-direction' and t.state = 'OPEN'
				  and not exists (select 1 from committee_item i join committee_session s on s.id = i.session_id
				                  where i.direction_id = g.id and s.closed_at is null)
				group by g.round_id, r.title, r.year order by r.year desc
				""").query(Waiting.class).list();
	}

	@PreAuthorize("@directionPermissions.mayReadDraftGuide(#actor)")
	@Transactional(readOnly = true)
	public CommitteeSession open(Person actor, long id) {
		return sessions.require(id);
	}

	/**
	 * Calls a session about all directions of a round that wait for one.
	 * @throws InvalidInput when none waits
	 */
	@PreAuthorize("@directionPermissions.mayRunSession(#actor)")
	public long call(Person actor, long round, SessionSheet sheet) {
		require(sheet.problems());
		rounds.require(round);
		jdbc.sql("select id from round where id = ? for update").param(round).query(Long.class).single();
		List<Long> taken = sessions.onAgenda(round);
		List<Long> directions = jdbc.sql("""
				select g.id from guide_direction g join field f on f.id = g.field_id
				where g.round_id = ? and exists (
				  select 1 from inbox_task t where t.step = 'adoptDirection' and t.kind = 'guide-direction'
				    and t.subject_id = g.id and t.state = 'OPEN')
				order by f.position, g.number nulls last, g.code
				""").param(round).query(Long.class).list().stream().filter((id) -> !taken.contains(id)).toList();
		if (directions.isEmpty()) {
			throw InvalidInput.of("", "guide.problem.session.empty");
		}
		long id = sessions.create(round, sheet, directions, actor);
		audit.record(actor, "session.called", new Ref(Kind.ROUND, round), sheet.title());
		return id;
	}

	/**
	 * Records what is known of it so far.
	 * @param version the one this began from
	 */
	@PreAuthorize("@directionPermissions.mayRunSession(#actor)")
	public CommitteeSession save(Person actor, long id, int version, SessionSheet sheet) {
		CommitteeSession session = running(id, version);
		require(sheet.problems());
		if (!sessions.save(session, sheet)) {
			throw new Stale("guide.stale.session");
		}
		audit.record(actor, "session.recorded", new Ref(Kind.ROUND, session.roundId()), sheet.title());
		return sessions.require(id);
	}

	/**
	 * Ends it as it is recorded: every decision takes effect, all of them or none.
	 * @throws InvalidInput without quorum, with directions neither voted on nor deferred,
	 * more votes than members present, or a refusal without reasons
	 */
	@PreAuthorize("@directionPermissions.mayDecide(#actor)")
	public CommitteeSession close(Person actor, long id, int version) {
		CommitteeSession session = running(id, version);
		require(problems(session));
		Map<Long, String> open = open(actor);
		for (Item item : session.items()) {
			if (!item.deferred()) {
				decide(actor, session, item, open);
			}
		}
		if (!sessions.close(session, actor, clock.instant())) {
			throw new Stale("guide.stale.session");
		}
		audit.record(actor, "session.closed", new Ref(Kind.ROUND, session.roundId()),
				session.title() + ": " + session.adopted() + " of " + session.items().size() + " adopted");
		return sessions.require(id);
	}

	private void decide(Person actor, CommitteeSession session, Item item, Map<Long, String> open) {
		String task = open.get(item.directionId());
		if (task == null) {
			throw new Stale("guide.stale.session.item");
		}
		boolean adopts = session.adopts(item);
		sessions.decide(session.id(), item.directionId(), adopts);
		Map<String, Object> input = new HashMap<>(Map.of("votesFor", item.votesFor(), "votesAgainst",
				item.votesAgainst(), "abstentions", item.abstentions(), "decision", adopts ? "ADOPT" : "DECLINE"));
		if (!adopts) {
			input.put("remarks", item.remarks());
		}
		tasks.complete(actor, task, input);
	}

	private static List<FieldProblem> problems(CommitteeSession session) {
		List<FieldProblem> problems = new ArrayList<>();
		int present = session.present().size();
		if (present < session.needed()) {
			problems.add(FieldProblem.of("present", "guide.problem.session.quorum", session.needed(), present));
		}
		for (Item item : session.items()) {
			String field = "votes-" + item.directionId();
			if (item.deferred()) {
				continue;
			}
			if (!item.isVoted() || item.votes() == 0) {
				problems.add(FieldProblem.of(field, "guide.problem.session.notVoted", item.title()));
			}
			else if (item.votes() > present) {
				problems.add(FieldProblem.of(field, "guide.problem.session.tooMany", item.title(), present));
			}
			else if (!session.adopts(item) && item.remarks().length() < 5) {
				problems.add(FieldProblem.of(field, "guide.problem.session.remarks", item.title()));
			}
		}
		return problems;
	}

	private CommitteeSession running(long id, int version) {
		CommitteeSession session = sessions.require(id);
		if (session.isClosed() || session.version() != version) {
			throw new Stale("guide.stale.session");
		}
		return session;
	}

	private Map<Long, String> open(Person actor) {
		return inbox.list(actor, InboxFilter.ALL, 0, MOST_TASKS)
			.stream()
			.filter((item) -> item.step().equals(STEP))
			.collect(Collectors.toMap((item) -> item.subject().id(), InboxItem::id, (one, other) -> one, TreeMap::new));
	}

	private static void require(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
