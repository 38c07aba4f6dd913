package org.guantong.guide.batch;

import java.time.LocalDateTime;

/**
 * One thing to do to many directions.
 *
 * @param officer for ASSIGN: the account of the officer
 * @param selfChecked for SUBMIT: that all five criteria were checked on each
 * @param publishAt for SCHEDULE: when they appear, in the application's time zone; to
 * come
 * @param reason for WITHDRAW: at most 500 characters
 */
public record BatchOrder(BatchAction action, Long officer, boolean selfChecked, LocalDateTime publishAt,
		String reason) {
}
