package org.guantong.demand;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.shared.InvalidInput;

/**
 * Holds a co-funder to what the round allows it. The caller holds the lock on the
 * co-funder's collection, so nobody adds between counting and writing.
 */
@Component
class DemandQuotas {

	private final JdbcClient jdbc;

	DemandQuotas(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Refuses one more demand where there is no room for it. */
	void requireRoom(Round round, long coFunderId, long fieldId) {
		long all = count(round.id(), coFunderId, null, -1);
		if (all >= round.quotaPerCoFunder()) {
			throw InvalidInput.of("", "demand.problem.quota", round.quotaPerCoFunder());
		}
		requireRoomInField(round, coFunderId, fieldId, -1);
	}

	/**
	 * Refuses a demand in a field that is full.
	 * @param demandId the demand that is being moved there, -1 for a new one
	 */
	void requireRoomInField(Round round, long coFunderId, long fieldId, long demandId) {
		if (count(round.id(), coFunderId, fieldId, demandId) >= round.quotaPerField()) {
			throw InvalidInput.of("field", "demand.problem.fieldQuota", round.quotaPerField());
		}
	}

	private long count(long roundId, long coFunderId, Long fieldId, long except) {
		return jdbc.sql("""
				select count(*) from demand
				where round_id = :round and co_funder_id = :coFunder and id <> :except
				  and (cast(:field as bigint) is null or field_id = :field) and state not in (:freed)
				""")
			.param("round", roundId)
			.param("coFunder", coFunderId)
			.param("except", except)
			.param("field", fieldId)
			.param("freed", List.of("WITHDRAWN", "REJECTED"))
			.query(Long.class)
			.single();
	}

}
