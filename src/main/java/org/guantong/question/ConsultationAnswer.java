package org.guantong.question;

import java.time.Instant;

/**
 * What one co-funder said to one wording of a question.
 *
 * @param consultationNumber which consultation, from 1
 * @param reasons needed with an objection, else empty
 * @param answeredByName null for silence
 * @param textNumber the wording it was given to, 0 for one that was not kept
 * @param withdrawnAt when an objection was taken back, null while it stands
 */
public record ConsultationAnswer(long questionId, int consultationNumber, long coFunderId, String coFunderName,
		Opinion opinion, String reasons, String answeredByName, Instant answeredAt, int textNumber,
		Instant withdrawnAt) {

	/** What it was. */
	public enum Opinion {

		/** 同意 */
		AGREE,
		/** 有异议 */
		OBJECT,
		/** 未答复: the time was over */
		SILENT

	}

	/**
	 * Whether it lets that wording pass: it agrees to it, or objected and took that back.
	 */
	boolean consentsTo(int wording) {
		return textNumber == wording && (opinion == Opinion.AGREE || withdrawnAt != null);
	}

	/** Whether it still objects to what was asked in that consultation. */
	public boolean objectsIn(int consultation) {
		return opinion == Opinion.OBJECT && withdrawnAt == null && consultationNumber == consultation;
	}

}
