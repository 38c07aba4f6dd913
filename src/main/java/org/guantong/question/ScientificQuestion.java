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
 */
public record ScientificQuestion(@Id Long id, @Version int version, String code, long roundId, long fieldId,
		String title, String statement, State state, int consultationNumber, String reason, boolean askAgain,
		boolean silenceAccepted) {

	/** How far a question has come. */
	public enum State {

		/** 凝练中: being worded by the officer */
		DRAFT,
		/** 会商中: the co-funders are asked */
		CONSULTING,
		/** 已商定 */
		AGREED,
		/** 已搁置 */
		SET_ASIDE

	}

	static ScientificQuestion proposed(String code, long roundId, long fieldId, String title) {
		return new ScientificQuestion(null, 0, code, roundId, fieldId, title, "", State.DRAFT, 0, "", false, false);
	}

	public Subject subject() {
		return Subject.of(Kind.SCIENTIFIC_QUESTION, id, code, title);
	}

	ScientificQuestion in(State next, String why) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, next, consultationNumber,
				why, false, silenceAccepted);
	}

	/** Worded anew and laid before the co-funders once more. */
	ScientificQuestion worded(String newTitle, String newStatement) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, newTitle, newStatement, State.CONSULTING,
				consultationNumber + 1, "", false, false);
	}

	ScientificQuestion askingAgain() {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, state, consultationNumber,
				reason, true, false);
	}

	ScientificQuestion acceptingSilence(String why) {
		return new ScientificQuestion(id, version, code, roundId, fieldId, title, statement, state, consultationNumber,
				why, false, true);
	}

}
