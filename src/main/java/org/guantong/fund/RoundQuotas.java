package org.guantong.fund;

import java.sql.Types;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The quotas of each round. */
@Component
public class RoundQuotas {

	private final JdbcClient jdbc;

	RoundQuotas(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Quotas of(Round round) {
		return new Quotas(round.quotas(), exceptions(round.id()));
	}

	/** The exceptions, those of everybody first. */
	List<QuotaException> exceptions(long roundId) {
		return jdbc.sql("""
				select scope, co_funder_id, field_id, most from round_quota where round_id = ?
				order by co_funder_id nulls first, scope, field_id nulls first
				""")
			.param(roundId)
			.query((row, index) -> new QuotaException(QuotaException.Scope.valueOf(row.getString("scope")),
					row.getObject("co_funder_id", Long.class), row.getObject("field_id", Long.class),
					row.getInt("most")))
			.list();
	}

	void replace(long roundId, List<QuotaException> exceptions) {
		jdbc.sql("delete from round_quota where round_id = ?").param(roundId).update();
		exceptions.forEach((one) -> jdbc.sql("""
				insert into round_quota (round_id, scope, co_funder_id, field_id, most)
				values (:round, :scope, :coFunder, :field, :most)
				""")
			.param("round", roundId)
			.param("scope", one.scope().name())
			.param("coFunder", one.coFunderId(), Types.BIGINT)
			.param("field", one.fieldId(), Types.BIGINT)
			.param("most", one.most())
			.update());
	}

}
