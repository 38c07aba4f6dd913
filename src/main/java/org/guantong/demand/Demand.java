package org.guantong.demand;

import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * A need in the words of the side that has it (需求).
 *
 * @param code e.g. {@code D2026-LN-0001}: year, letters of the region, number; never
 * given twice
 * @param submittedBy the contact who entered it
 * @param reason why it came back or was refused; empty otherwise
 */
public record Demand(@Id Long id, @Version int version, String code, long roundId, long coFunderId, long submittedBy,
		State state, String reason, Instant changedAt, @Embedded.Nullable DemandContent content,
		@MappedCollection(idColumn = "demand_id", keyColumn = "position") List<DemandIndicator> indicators) {

	/** How far a demand has come. */
	public enum State {

		/** 草稿: being written by the contact */
		DRAFT,
		/** 待审签: waits for the co-funder's leader */
		SUBMITTED,
		/** 待审查: signed off, waits for the officer */
		SIGNED,
		/** 退回补正: the contact may change it again */
		RETURNED,
		/** 已受理 */
		ACCEPTED,
		/** 不予受理 */
		REJECTED,
		/** 已撤回; keeps its code, counts for nothing */
		WITHDRAWN;

		/** Whether the contact may change it. */
		public boolean isOpenToChange() {
			return this == DRAFT || this == RETURNED;
		}

	}

	public String title() {
		return content.title();
	}

	public long fieldId() {
		return content.fieldId();
	}

	public Subject subject() {
		return Subject.of(Kind.DEMAND, id, code, title());
	}

	Demand with(DemandContent changed, List<DemandIndicator> rows, int seenVersion, Instant now) {
		return new Demand(id, seenVersion, code, roundId, coFunderId, submittedBy, state, reason, now, changed, rows);
	}

	Demand in(State next, String why, Instant now) {
		return new Demand(id, version, code, roundId, coFunderId, submittedBy, next, why, now, content, indicators);
	}

}
