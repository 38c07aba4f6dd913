package org.guantong.question;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * What basic research can answer, distilled from one or more demands (科学问题).
 *
 * @param statement the question worded, at most 1000 characters; empty in a first draft
 * @param consultationNumber how many times the co-funders were asked, 0 before the first
 * @param reason why it was set aside, or why silence was taken for consent; else empty
 * @param askAgain whether those who were silent are asked again
 * @param silenceAccepted whether the silence of this consultation was taken for consent
 * @param textNumber which of its wordings holds, 0 before the first was laid before
 * co-funders
 */
public record ScientificQuestion(@Id Long id, @Version int version, String code, long roundId, long fieldId,
		String title, String statement, State state, int consultationNumber, String reason, boolean askAgain,
		boolean silenceAccepted, int textNumber) {

	/** How far a question has come. */
	public enum State {

		/** 凝练中: being worded by the officer */
		DRAFT,
		/** 会商中: the co-funders are asked */
		CONSULTING,
		/** 已商定 */
		AGREED,
		/** 已搁置 */
		SET_ASIDE;

		/** Whether nothing more is to be agreed on. */
		boolean isFinal() {
			return this == AGREED || this == SET_ASIDE;
		}

	}

	static ScientificQuestion proposed(String code, long roundId, long fieldId, String title) {
		return new ScientificQuestion(null, 0, code, roundId, fieldId, title, "", State.DRAFT, 0, "", false, false, 0);
	}

	public Subject subject() {
		return Subject.of(Kind.SCIENTIFIC_QUESTION, id, code, title);
	}

	ScientificQuestion in(State next, String why) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, next, consultationNumber,
				why, false, silenceAccepted, textNumber);
	}

	/** Whether it reads otherwise than what the co-funders were asked about last. */
	boolean isChangedBy(String newTitle, String newStatement) {
		return textNumber == 0 || !title.equals(newTitle) || !statement.equals(newStatement);
	}

	/** Worded anew and laid before the co-funders once more. */
	ScientificQuestion worded(String newTitle, String newStatement) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, newTitle, newStatement, State.CONSULTING,
				consultationNumber + 1, "", false, false, textNumber + 1);
	}

	/** Laid before those once more who have not agreed to it; the rest have. */
	ScientificQuestion keptAsWorded() {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, State.CONSULTING,
				consultationNumber + 1, reason, false, silenceAccepted, textNumber);
	}

	/** Nobody had to be asked, so the last consultation was not followed by another. */
	ScientificQuestion withoutConsultation() {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, state,
				consultationNumber - 1, reason, askAgain, silenceAccepted, textNumber);
	}

	ScientificQuestion askingAgain() {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, state, consultationNumber,
				reason, true, false, textNumber);
	}

	ScientificQuestion acceptingSilence(String why) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, state, consultationNumber,
				why, false, true, textNumber);
	}

}
