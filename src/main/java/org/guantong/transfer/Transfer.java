package org.guantong.transfer;

import java.math.BigDecimal;
import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.TransferMode;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * The way of one achievement to one who will use it (成果转化).
 *
 * @param need what the demand side wants it for, in its own words
 * @param wantedMode how it would like to get it; null when it does not matter
 * @param reply the PI's conditions, or why not; null before they answered
 * @param argumentDueAt until when the experts are to argue; null before they are invited
 * @param supportAmount what is paid in support, in 元; null when the enterprise pays
 * itself
 * @param firstPayment the first part of it, at least 60 %, in 元
 * @param endedAt null while it is under way
 */
public record Transfer(@Id Long id, @Version int version, String code, long achievementId, long demandSideId,
		String title, TransferState state, String need, TransferMode wantedMode, Long declaredBy, Instant declaredAt,
		String reply, Instant argumentDueAt, FundingMode fundingMode, BigDecimal supportAmount, BigDecimal firstPayment,
		String verdictRemarks, Instant endedAt) {

	/** The interest a demand side declares in an achievement. */
	public static Transfer declared(String code, Achievement achievement, Person demandSide, String need,
			TransferMode wantedMode, Instant now) {
		return new Transfer(null, 0, code, achievement.id(), demandSide.organisationId(), achievement.title(),
				TransferState.DECLARED, need, wantedMode, demandSide.id(), now, null, null, null, null, null, null,
				null);
	}

	public Subject subject() {
		return Subject.of(Kind.TRANSFER, id, code, title);
	}

	public boolean isEnded() {
		return endedAt != null;
	}

}
