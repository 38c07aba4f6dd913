package org.guantong.demand;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** A need in the words of the side that has it (需求). */
public record Demand(@Id Long id, @Version int version, String code, long roundId, long coFunderId, long submittedBy,
		long fieldId, String title, String state) {

	public Subject subject() {
		return Subject.of(Kind.DEMAND, id, code, title);
	}

}
