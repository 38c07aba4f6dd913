package org.guantong.question;

import java.time.Instant;

/**
 * What one co-funder said to one wording of a question.
 *
 * @param consultationNumber which consultation, from 1
 * @param reasons needed with an objection, else empty
 * @param answeredByName null for silence
 */
public record ConsultationAnswer(long questionId, int consultationNumber, long coFunderId, String coFunderName,
		Opinion opinion, String reasons, String answeredByName, Instant answeredAt) {

	/** What it was. */
	public enum Opinion {

		/** 同意 */
		AGREE,
		/** 有异议 */
		OBJECT,
		/** 未答复: the time was over */
		SILENT

	}

}
