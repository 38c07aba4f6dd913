package org.guantong.fund;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which fields a round calls for, and which co-funders take part in it. */
@Component
public class RoundParties {

	private final JdbcClient jdbc;

	RoundParties(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Ids of the round's fields, in the order of the fields. */
	public List<Long> fields(long roundId) {
		return jdbc.sql("""
				select f.id from round_field r join field f on f.id = r.field_id
				where r.round_id = ? order by f.position
				""").param(roundId).query(Long.class).list();
	}

	/** Ids of the co-funders that take part. */
	public List<Long> coFunders(long roundId) {
		return jdbc.sql("select co_funder_id from round_co_funder where round_id = ? order by co_funder_id")
			.param(roundId)
			.query(Long.class)
			.list();
	}

	/** Ids of the co-funders whose agreement with that fund covers the year. */
	public List<Long> underAgreement(long fundId, int year) {
		return jdbc.sql("""
				select distinct co_funder_id from agreement
				where fund_id = :fund and :year between first_year and last_year order by co_funder_id
				""").param("fund", fundId).param("year", year).query(Long.class).list();
	}

	void replaceFields(long roundId, Collection<Long> fields) {
		jdbc.sql("delete from round_field where round_id = ?").param(roundId).update();
		fields.forEach((field) -> jdbc.sql("insert into round_field (round_id, field_id) values (?, ?)")
			.params(roundId, field)
			.update());
	}

	void replaceCoFunders(long roundId, Collection<Long> coFunders) {
		jdbc.sql("delete from round_co_funder where round_id = ?").param(roundId).update();
		coFunders.forEach((coFunder) -> jdbc.sql("insert into round_co_funder (round_id, co_funder_id) values (?, ?)")
			.params(roundId, coFunder)
			.update());
	}

	/**
	 * Takes a co-funder into the rounds still being prepared that its agreement covers.
	 */
	void include(Agreement agreement) {
		jdbc.sql("""
				insert into round_co_funder (round_id, co_funder_id)
				select id, :coFunder from round
				where fund_id = :fund and state = 'PREPARED' and year between :first and :last
				on conflict do nothing
				""")
			.param("coFunder", agreement.coFunderId())
			.param("fund", agreement.fundId())
			.param("first", agreement.firstYear())
			.param("last", agreement.lastYear())
			.update();
	}

}
