package org.guantong.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.demand.Demand;
import org.guantong.demand.Demands;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * What the office does with demands to make questions of them, and who may read those.
 */
@Service
@Transactional
public class QuestionService {

	private final ScientificQuestions questions;

	private final QuestionDemands sources;

	private final QuestionList list;

	private final Demands demands;

	private final Rounds rounds;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	QuestionService(ScientificQuestions questions, QuestionDemands sources, QuestionList list, Demands demands,
			Rounds rounds, JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.questions = questions;
		this.sources = sources;
		this.list = list;
		this.demands = demands;
		this.rounds = rounds;
		this.jdbc = jdbc;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** Questions this person may read, by code. */
	@Transactional(readOnly = true)
	@PreAuthorize("@questionPermissions.mayRead(#actor)")
	public QuestionList.Page find(Person actor, QuestionList.Filter filter, int page, int size) {
		return list.find(actor, filter, page, size);
	}

	/**
	 * The question.
	 * @throws NotFound when there is none, or none this person may read
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@questionPermissions.mayRead(#actor)")
	public ScientificQuestion require(Person actor, long id) {
		ScientificQuestion question = questions.require(id);
		if (!list.reads(actor, id)) {
			throw NotFound.of(Kind.SCIENTIFIC_QUESTION, id);
		}
		return question;
	}

	/**
	 * Puts accepted demands together into a question, to be worded next.
	 * @param demandIds one or more of the round that wait for a question
	 * @throws InvalidInput when one of them does not
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public ScientificQuestion propose(Person actor, long roundId, String title, List<Long> demandIds) {
		int year = rounds.require(roundId).year();
		Set<Long> distinct = new LinkedHashSet<>(demandIds);
		if (distinct.isEmpty()) {
			throw InvalidInput.of("demandIds", "question.problem.noDemands");
		}
		distinct.stream().sorted().forEach((demand) -> requireWaiting(roundId, demand));
		Demand first = demands.require(distinct.iterator().next());
		ScientificQuestion question = questions
			.save(ScientificQuestion.proposed(nextCode(year), roundId, first.fieldId(), title));
		distinct.forEach((demand) -> sources.add(question.id(), demand));
		audit.record(actor, "question.proposed", question.subject().ref(), question.code() + " from " + distinct);
		events.publishEvent(new QuestionProposed(question.id()));
		return question;
	}

	/** Adds a waiting demand to a question that is being worded. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void merge(Person actor, long id, long demandId) {
		ScientificQuestion question = requireDraft(id);
		requireWaiting(question.roundId(), demandId);
		sources.add(id, demandId);
		touch(question);
		audit.record(actor, "question.merged", question.subject().ref(), "demand " + demandId);
	}

	/**
	 * Takes a demand out of a question that is being worded; it waits for another one
	 * then.
	 * @throws InvalidInput when it is the last one
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void split(Person actor, long id, long demandId) {
		ScientificQuestion question = requireDraft(id);
		if (!sources.remove(id, demandId)) {
			throw NotFound.of(Kind.DEMAND, demandId);
		}
		if (sources.of(id).isEmpty()) {
			throw InvalidInput.of("", "question.problem.lastDemand");
		}
		touch(question);
		audit.record(actor, "question.split", question.subject().ref(), "demand " + demandId);
	}

	/** Puts on record why no question takes up a demand. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void setDemandAside(Person actor, long demandId, String reason) {
		if (reason == null || reason.isBlank()) {
			throw InvalidInput.of("reason", "form.required");
		}
		requireWaiting(demands.require(demandId).roundId(), demandId);
		jdbc.sql("insert into demand_aside (demand_id, reason, set_by, set_at) values (?, ?, ?, ?)")
			.params(demandId, reason.strip(), actor.id(), Timestamp.from(clock.instant()))
			.update();
		audit.record(actor, "demand.set-aside", new Ref(Kind.DEMAND, demandId), reason.strip());
	}

	/** Lets a demand that was set aside wait for a question again. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void takeDemandBack(Person actor, long demandId) {
		if (jdbc.sql("delete from demand_aside where demand_id = ?").param(demandId).update() == 0) {
			throw NotFound.of(Kind.DEMAND, demandId);
		}
		audit.record(actor, "demand.taken-back", new Ref(Kind.DEMAND, demandId), "");
	}

	/** Throws AccessDeniedException unless that person may watch what is distilled. */
	@PreAuthorize("@questionPermissions.mayWatch(#actor)")
	public void requireWatcher(Person actor) {
		// the annotation is the rule
	}

	/** Throws AccessDeniedException unless that person may distil. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void requireDistiller(Person actor) {
		// the annotation is the rule
	}

	private void requireWaiting(long roundId, long demandId) {
		if (!sources.lockWaiting(roundId, demandId)) {
			throw InvalidInput.of("demandIds", "question.problem.notWaiting",
					demands.findById(demandId).map(Demand::code).orElse(Long.toString(demandId)));
		}
	}

	private ScientificQuestion requireDraft(long id) {
		ScientificQuestion question = questions.require(id);
		if (question.state() != ScientificQuestion.State.DRAFT) {
			throw new Stale("question.stale.notDraft");
		}
		return question;
	}

	/** Counts the version up, so that two people's changes do not cross. */
	private void touch(ScientificQuestion question) {
		questions.save(question);
	}

	private String nextCode(int year) {
		int number = jdbc.sql("""
				insert into question_series (year, last) values (?, 1)
				on conflict (year) do update set last = question_series.last + 1 returning last
				""").param(year).query(Integer.class).single();
		return "Q%d-%04d".formatted(year, number);
	}

}
