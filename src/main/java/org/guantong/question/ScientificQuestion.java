package org.guantong.question;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** What basic research can answer, distilled from one or more demands (科学问题). */
public record ScientificQuestion(@Id Long id, @Version int version, String code, long roundId, long fieldId,
		String title, String statement, String state) {

	public Subject subject() {
		return Subject.of(Kind.SCIENTIFIC_QUESTION, id, code, title);
	}

}
