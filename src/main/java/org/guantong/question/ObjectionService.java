package org.guantong.question;

import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.question.Objection.Resolution;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/**
 * The conversations about objections: between one co-funder and the office, read by
 * nobody else but auditors.
 */
@Service
@Transactional
public class ObjectionService {

	private static final int LONGEST_MESSAGE = 1000;

	private final Objections objections;

	private final ScientificQuestions questions;

	private final Consultations consultations;

	private final QuestionPermissions permissions;

	private final ObjectionLetters letters;

	private final AuditTrail audit;

	ObjectionService(Objections objections, ScientificQuestions questions, Consultations consultations,
			QuestionPermissions permissions, ObjectionLetters letters, AuditTrail audit) {
		this.objections = objections;
		this.questions = questions;
		this.consultations = consultations;
		this.permissions = permissions;
		this.letters = letters;
		this.audit = audit;
	}

	/** The objections to a question that this person may read, the earliest first. */
	@Transactional(readOnly = true)
	@PreAuthorize("@questionPermissions.mayRead(#actor)")
	public List<Objection> of(Person actor, long questionId) {
		return objections.of(questionId)
			.stream()
			.filter((one) -> permissions.mayWatch(actor) || one.coFunderId() == actor.organisationId())
			.toList();
	}

	/**
	 * Says something in an open conversation; the other side is told by mail.
	 * @param text 1 to 1000 characters
	 * @throws NotFound when it is another co-funder's
	 * @throws Stale when it is over
	 */
	@PreAuthorize("@questionPermissions.mayDiscuss(#actor)")
	public Objection say(Person actor, long id, String text) {
		Objection objection = requireOpen(actor, id);
		String words = text == null ? "" : text.strip();
		if (words.isEmpty()) {
			throw InvalidInput.of("text", "form.required");
		}
		if (words.length() > LONGEST_MESSAGE) {
			throw InvalidInput.of("text", "question.problem.messageLong", LONGEST_MESSAGE);
		}
		objections.say(id, actor, actor.isOffice(), words);
		ScientificQuestion question = questions.require(objection.questionId());
		letters.said(question, objection, actor, words);
		audit.record(actor, "question.discussed", question.subject().ref(), "co-funder " + objection.coFunderId());
		return objections.find(id).orElseThrow();
	}

	/**
	 * The co-funder takes its objection back and lets the present wording pass.
	 * @throws NotFound when it is another co-funder's
	 * @throws Stale when it is over, or the wording objected to holds no more
	 */
	@PreAuthorize("@questionPermissions.mayAnswer(#actor)")
	public Objection withdraw(Person actor, long id) {
		Objection objection = requireOpen(actor, id);
		ScientificQuestion question = questions.require(objection.questionId());
		if (!consultations.withdraw(question, objection.coFunderId(), actor)) {
			throw new Stale("question.stale.reworded");
		}
		objections.resolve(question.id(), objection.coFunderId(), Resolution.WITHDRAWN, actor);
		letters.withdrawn(question, objection, actor);
		audit.record(actor, "question.objection-withdrawn", question.subject().ref(),
				"co-funder " + objection.coFunderId());
		return objections.find(id).orElseThrow();
	}

	private Objection requireOpen(Person actor, long id) {
		Objection objection = objections.find(id)
			.filter((one) -> actor.isOffice() || one.coFunderId() == actor.organisationId())
			.orElseThrow(() -> new NotFound("objection", id));
		if (!objection.isOpen()) {
			throw new Stale("question.stale.resolved");
		}
		return objection;
	}

}
