package org.guantong.fund;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an officer may set about a round; each means what it means in {@link Round}.
 */
public record RoundSettings(String title, Instant demandDeadline, int consultationDays, int reviewDays,
		int reminderDays, int quotaPerCoFunder, int quotaPerField, int expertsPerDirection, BigDecimal quorum,
		BigDecimal passShare, int recusalYears, int amendDays) {

	/** The settings most funds begin with. */
	public static RoundSettings standard(String title, Instant demandDeadline) {
		return new RoundSettings(title, demandDeadline, 10, 14, 3, 20, 10, 3, new BigDecimal("0.667"),
				new BigDecimal("0.5"), 5, 5);
	}

	public static RoundSettings of(Round round) {
		return new RoundSettings(round.title(), round.demandDeadline(), round.consultationDays(), round.reviewDays(),
				round.reminderDays(), round.quotaPerCoFunder(), round.quotaPerField(), round.expertsPerDirection(),
				round.quorum(), round.passShare(), round.recusalYears(), round.amendDays());
	}

}
