package org.guantong.question;

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
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.question.Objection.Resolution;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
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

	private final DemandOutcomes outcomes;

	private final Objections objections;

	private final DistillationClosing closing;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	QuestionService(ScientificQuestions questions, QuestionDemands sources, QuestionList list, Demands demands,
			Rounds rounds, DemandOutcomes outcomes, Objections objections, DistillationClosing closing, JdbcClient jdbc,
			AuditTrail audit, ApplicationEventPublisher events) {
		this.questions = questions;
		this.sources = sources;
		this.list = list;
		this.demands = demands;
		this.rounds = rounds;
		this.outcomes = outcomes;
		this.objections = objections;
		this.closing = closing;
		this.jdbc = jdbc;
		this.audit = audit;
		this.events = events;
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
	 * @throws Stale when the round's distillation is closed
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public ScientificQuestion propose(Person actor, long roundId, String title, List<Long> demandIds) {
		int year = requireCollected(roundId).year();
		Set<Long> distinct = requireWaiting(roundId, demandIds);
		ScientificQuestion question = begin(year, roundId, title, distinct);
		audit.record(actor, "question.proposed", question.subject().ref(), question.code() + " from " + distinct);
		return question;
	}

	/** Adds waiting demands to a question that is being worded. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void merge(Person actor, long id, List<Long> demandIds) {
		ScientificQuestion question = requireDraft(id);
		Set<Long> distinct = requireWaiting(question.roundId(), demandIds);
		distinct.forEach((demand) -> sources.add(id, demand));
		touch(question);
		outcomes.linked(question, distinct);
		distinct
			.forEach((demand) -> audit.record(actor, "question.merged", question.subject().ref(), "demand " + demand));
	}

	/** Demands that are still being collected may yet change or be joined by others. */
	private Round requireCollected(long roundId) {
		Round round = rounds.require(roundId);
		if (round.state() == Round.State.OPEN) {
			throw new Stale("question.stale.collecting");
		}
		return round;
	}

	/** Adds a waiting demand to a question that is being worded. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void merge(Person actor, long id, long demandId) {
		merge(actor, id, List.of(demandId));
	}

	/**
	 * Takes demands out of a question that is being worded; they wait for another one
	 * then.
	 * @throws InvalidInput when none would be left
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void split(Person actor, long id, List<Long> demandIds) {
		outcomes.waiting(takeOut(actor, requireDraft(id), demandIds));
	}

	/** Takes one demand out of a question that is being worded. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void split(Person actor, long id, long demandId) {
		split(actor, id, List.of(demandId));
	}

	/**
	 * Makes a question of its own of some demands of one that is being worded.
	 * @return the new question
	 * @throws InvalidInput when none would be left
	 */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public ScientificQuestion splitOff(Person actor, long id, String title, List<Long> demandIds) {
		ScientificQuestion from = requireDraft(id);
		Set<Long> distinct = takeOut(actor, from, demandIds);
		ScientificQuestion question = begin(rounds.require(from.roundId()).year(), from.roundId(), title, distinct);
		audit.record(actor, "question.proposed", question.subject().ref(),
				question.code() + " from " + distinct + " of " + from.code());
		return question;
	}

	/** Moves demands from a question that is being worded to another such question. */
	@PreAuthorize("@questionPermissions.mayDistil(#actor)")
	public void move(Person actor, long id, long toId, List<Long> demandIds) {
		ScientificQuestion from = requireDraft(id);
		ScientificQuestion to = requireDraft(toId);
		if (id == toId || from.roundId() != to.roundId()) {
			throw InvalidInput.of("questionId", "question.problem.otherQuestion");
		}
		Set<Long> distinct = takeOut(actor, from, demandIds);
		distinct.forEach((demand) -> sources.add(toId, demand));
		touch(to);
		outcomes.linked(to, distinct);
		distinct.forEach((demand) -> audit.record(actor, "question.merged", to.subject().ref(), "demand " + demand));
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

	private ScientificQuestion begin(int year, long roundId, String title, Set<Long> demandIds) {
		Demand first = demands.require(demandIds.iterator().next());
		ScientificQuestion question = questions
			.save(ScientificQuestion.proposed(nextCode(year), roundId, first.fieldId(), title));
		demandIds.forEach((demand) -> sources.add(question.id(), demand));
		outcomes.linked(question, demandIds);
		events.publishEvent(new QuestionProposed(question.id()));
		return question;
	}

	private Set<Long> requireWaiting(long roundId, List<Long> demandIds) {
		Set<Long> distinct = requireSome(demandIds);
		distinct.stream().sorted().forEach((demand) -> sources.requireWaiting(roundId, demand));
		closing.requireOpen(roundId);
		return distinct;
	}

	private static Set<Long> requireSome(List<Long> demandIds) {
		if (demandIds.isEmpty()) {
			throw InvalidInput.of("demandIds", "question.problem.noDemands");
		}
		return new LinkedHashSet<>(demandIds);
	}

	private Set<Long> takeOut(Person actor, ScientificQuestion question, List<Long> demandIds) {
		Set<Long> distinct = requireSome(demandIds);
		for (long demand : distinct) {
			if (!sources.remove(question.id(), demand)) {
				throw NotFound.of(Kind.DEMAND, demand);
			}
		}
		List<Long> left = sources.coFundersConcerned(question.id());
		if (left.isEmpty()) {
			throw InvalidInput.of("demandIds", "question.problem.lastDemand");
		}
		touch(question);
		objections.openOf(question.id())
			.stream()
			.filter((one) -> !left.contains(one.coFunderId()))
			.forEach((one) -> objections.resolve(question.id(), one.coFunderId(), Resolution.MOVED_OUT, actor));
		distinct
			.forEach((demand) -> audit.record(actor, "question.split", question.subject().ref(), "demand " + demand));
		return distinct;
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
