package org.guantong.question;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.question.ConsultationAnswer.Opinion;
import org.guantong.question.ScientificQuestion.State;

/**
 * Moves a question to agreement. Called by completed tasks, whose holders have been
 * checked, and by the process itself.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Distilling {

	private final ScientificQuestions questions;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final QuestionLetters letters;

	private final AuditTrail audit;

	Distilling(ScientificQuestions questions, QuestionDemands sources, Consultations consultations,
			QuestionLetters letters, AuditTrail audit) {
		this.questions = questions;
		this.sources = sources;
		this.consultations = consultations;
		this.letters = letters;
		this.audit = audit;
	}

	/** Lays the question, as worded, before every co-funder concerned. */
	public void consult(Person actor, long id, String title, String statement) {
		ScientificQuestion question = questions.save(questions.require(id).worded(title, statement));
		audit.record(actor, "question.worded", question.subject().ref(),
				"consultation " + question.consultationNumber() + ": " + title);
	}

	/** Gives the question up; its demands wait for another one. */
	public void setAside(Person actor, long id, String reason) {
		ScientificQuestion question = questions.save(questions.require(id).in(State.SET_ASIDE, reason));
		audit.record(actor, "question.set-aside", question.subject().ref(), reason);
	}

	/** What a co-funder says to the present wording. */
	public void answer(Person actor, long id, long coFunderId, Opinion opinion, String reasons) {
		ScientificQuestion question = questions.require(id);
		consultations.record(question, coFunderId, opinion, reasons == null ? "" : reasons, actor);
		audit.record(actor, "question." + (opinion == Opinion.AGREE ? "agreed" : "objected"), question.subject().ref(),
				"co-funder " + coFunderId + " " + (reasons == null ? "" : reasons));
	}

	/** The time is over: notes who has not answered. */
	public void recordSilence(long id) {
		ScientificQuestion question = questions.require(id);
		unanswered(question).forEach((coFunder) -> {
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
			questions.save(question.in(State.DRAFT, ""));
		}
	}

	/**
	 * Whether nobody objects and everybody has answered, or the silence of the rest was
	 * accepted.
	 */
	@Transactional(propagation = Propagation.SUPPORTS)
	public boolean allAgreed(long id) {
		ScientificQuestion question = questions.require(id);
		return sources.coFundersConcerned(id).stream().allMatch((coFunder) -> consents(question, coFunder));
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
		sources.release(id);
	}

	/** Whose answer to the present wording is still wanted. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public List<Long> unanswered(ScientificQuestion question) {
		List<Long> answered = consultations.current(question)
			.stream()
			.filter((answer) -> answer.opinion() != Opinion.SILENT)
			.map(ConsultationAnswer::coFunderId)
			.toList();
		return sources.coFundersConcerned(question.id())
			.stream()
			.filter((coFunder) -> !answered.contains(coFunder))
			.toList();
	}

	private boolean consents(ScientificQuestion question, long coFunder) {
		return consultations.current(question)
			.stream()
			.filter((answer) -> answer.coFunderId() == coFunder)
			.anyMatch((answer) -> answer.opinion() == Opinion.AGREE
					|| (answer.opinion() == Opinion.SILENT && question.silenceAccepted()));
	}

}
