package org.guantong.project.books;

import java.math.BigDecimal;
import java.time.Instant;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * Money that is to move from one line of a budget to another (预算调剂).
 *
 * @param code e.g. {@code TJ-U24A2062-1}
 * @param amount in 元, above zero
 * @param needsOffice whether one of the lines moves only with the office's approval
 * @param state CHECKING (the host), DECIDING (the office), DONE, REFUSED or WITHDRAWN
 * @param remarks what was last said of it
 */
public record LineTransfer(long id, String code, long projectId, String projectTitle, long fromLine, String from,
		String fromEn, long toLine, String to, String toEn, BigDecimal amount, String reason, boolean needsOffice,
		String state, String remarks, long proposedBy, String proposer, Instant proposedAt, Instant decidedAt) {

	public boolean isOpen() {
		return state.equals("CHECKING") || state.equals("DECIDING");
	}

	public Subject subject() {
		return Subject.of(Kind.BUDGET_TRANSFER, id, code, projectTitle);
	}

}
