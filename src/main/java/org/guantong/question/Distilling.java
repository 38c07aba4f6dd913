package org.guantong.question;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.question.ConsultationAnswer.Opinion;
import org.guantong.question.Objection.Resolution;
import org.guantong.question.ScientificQuestion.State;
import org.guantong.shared.InvalidInput;

/**
 * Moves a question to agreement. Called by completed tasks, whose holders have been
 * checked, and by the process itself.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Distilling {

	private final ScientificQuestions questions;

	private final QuestionTexts texts;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final Consensus consensus;

	private final Objections objections;

	private final DemandOutcomes outcomes;

	private final QuestionLetters letters;

	private final AuditTrail audit;

	Distilling(ScientificQuestions questions, QuestionTexts texts, QuestionDemands sources, Consultations consultations,
			Consensus consensus, Objections objections, DemandOutcomes outcomes, QuestionLetters letters,
			AuditTrail audit) {
		this.questions = questions;
		this.texts = texts;
		this.sources = sources;
		this.consultations = consultations;
		this.consensus = consensus;
		this.objections = objections;
		this.outcomes = outcomes;
		this.letters = letters;
		this.audit = audit;
	}

	/**
	 * Lays the question before the co-funders concerned who have not agreed to this
	 * wording of it. An objection is answered by another wording or in words.
	 * @param reply what the office says to every open objection, null or empty for
	 * nothing
	 * @throws InvalidInput when the wording stays and an objection has no answer
	 */
	public void consult(Person actor, long id, String title, String statement, String reply) {
		ScientificQuestion before = questions.require(id);
		boolean changed = before.isChangedBy(title, statement);
		requireAnswered(before, changed, reply);
		answerObjections(actor, before, reply);
		ScientificQuestion asking = changed ? before.worded(title, statement) : before.keptAsWorded();
		ScientificQuestion question = questions
			.save(consensus.toAsk(asking).isEmpty() ? asking.withoutConsultation() : asking);
		if (changed) {
			texts.keep(question, actor);
		}
		audit.record(actor, "question.worded", question.subject().ref(),
				"consultation " + question.consultationNumber() + ", wording " + question.textNumber() + ": " + title);
	}

	/** Throws what {@link #consult} would throw. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public void requireConsultable(long id, String title, String statement, String reply) {
		ScientificQuestion question = questions.require(id);
		requireAnswered(question, question.isChangedBy(title, statement), reply);
	}

	/** Gives the question up; its demands wait for another one. */
	public void setAside(Person actor, long id, String reason) {
		ScientificQuestion question = questions.save(questions.require(id).in(State.SET_ASIDE, reason));
		objections.openOf(id).forEach((one) -> objections.resolve(id, one.coFunderId(), Resolution.SET_ASIDE, actor));
		audit.record(actor, "question.set-aside", question.subject().ref(), reason);
	}

	/** What a co-funder says to the present wording. */
	public void answer(Person actor, long id, long coFunderId, Opinion opinion, String reasons) {
		ScientificQuestion question = questions.require(id);
		String why = reasons == null ? "" : reasons.strip();
		consultations.record(question, coFunderId, opinion, why, actor);
		if (opinion == Opinion.AGREE) {
			objections.resolve(id, coFunderId, Resolution.AGREED, actor);
		}
		else {
			objections.raise(question, coFunderId, why, actor);
		}
		audit.record(actor, "question." + (opinion == Opinion.AGREE ? "agreed" : "objected"), question.subject().ref(),
				"co-funder " + coFunderId + " " + why);
	}

	/** The time is over: notes who has not answered. */
	public void recordSilence(long id) {
		ScientificQuestion question = questions.require(id);
		consensus.toAsk(question).forEach((coFunder) -> {
			consultations.record(question, coFunder, Opinion.SILENT, "", null);
			audit.record(null, "question.not-answered", question.subject().ref(), "co-funder " + coFunder);
		});
	}

	/** Those who were silent are asked again. */
	public void askAgain(Person actor, long id) {
		ScientificQuestion question = questions.save(questions.require(id).askingAgain());
		audit.record(actor, "question.asked-again", question.subject().ref(), "");
	}

	/** Silence is taken for consent, for a reason that stays on record. */
	public void acceptSilence(Person actor, long id, String reason) {
		ScientificQuestion question = questions.save(questions.require(id).acceptingSilence(reason));
		audit.record(actor, "question.silence-accepted", question.subject().ref(), reason);
	}

	/** An objection brings the question back to the officer to be worded anew. */
	public void beginWording(long id) {
		ScientificQuestion question = questions.require(id);
		if (question.state() == State.CONSULTING) {
			questions.save(question.in(State.DRAFT, question.silenceAccepted() ? question.reason() : ""));
		}
	}

	/**
	 * Whether nobody objects and everybody has answered, or the silence of the rest was
	 * accepted.
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public boolean allAgreed(long id) {
		return consensus.isReached(questions.require(id));
	}

	/** Everybody concerned has agreed. */
	public void agree(long id) {
		ScientificQuestion before = questions.require(id);
		ScientificQuestion question = questions.save(before.in(State.AGREED, before.reason()));
		audit.record(null, "question.settled", question.subject().ref(),
				"consultation " + question.consultationNumber());
		letters.agreed(question, sources.coFundersConcerned(id));
	}

	/** Tells those concerned that the question was given up, and frees its demands. */
	public void release(long id) {
		ScientificQuestion question = questions.require(id);
		letters.setAside(question, sources.coFundersConcerned(id));
		outcomes.freed(question);
		sources.release(id);
	}

	/** Whose answer to the present wording is still wanted. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<Long> toAsk(long id) {
		return consensus.toAsk(questions.require(id));
	}

	private void requireAnswered(ScientificQuestion question, boolean changed, String reply) {
		boolean silent = reply == null || reply.isBlank();
		if (!changed && silent && objections.openOf(question.id()).stream().anyMatch((one) -> !one.isAnswered())) {
			throw InvalidInput.of("reply", "question.problem.unanswered");
		}
	}

	private void answerObjections(Person actor, ScientificQuestion question, String reply) {
		if (reply != null && !reply.isBlank()) {
			objections.openOf(question.id()).forEach((one) -> objections.say(one.id(), actor, true, reply.strip()));
		}
	}

}
