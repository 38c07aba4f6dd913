package org.guantong.demand;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.identity.Organisation;

/**
 * Gives demands their codes. A series is a year and a region's letters; its row is locked
 * until the demand stands, so numbers have neither gaps nor doubles.
 */
@Component
class DemandCodes {

	/** Stands for ministries and enterprises that belong to no region. */
	private static final String NATIONAL = "CN";

	private final JdbcClient jdbc;

	DemandCodes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	String next(Round round, Organisation coFunder) {
		String letters = letters(coFunder.region());
		int number = jdbc.sql("""
				insert into demand_series (year, letters, last) values (?, ?, 1)
				on conflict (year, letters) do update set last = demand_series.last + 1 returning last
				""").params(round.year(), letters).query(Integer.class).single();
		return "D%d-%s-%04d".formatted(round.year(), letters, number);
	}

	private String letters(String region) {
		return region == null ? NATIONAL
				: jdbc.sql("select letters from region where name = ?")
					.param(region)
					.query(String.class)
					.optional()
					.orElse(NATIONAL);
	}

}
