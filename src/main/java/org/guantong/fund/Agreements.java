package org.guantong.fund;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All agreements. */
public interface Agreements extends ListCrudRepository<Agreement, Long> {

	List<Agreement> findByFundIdOrderByFirstYearDescId(long fundId);

	/** Ids of the co-funders whose agreement covers the round's year. */
	@Query("""
			select distinct a.co_funder_id from agreement a join round r on r.fund_id = a.fund_id
			where r.id = :round and r.year between a.first_year and a.last_year order by a.co_funder_id
			""")
	List<Long> coFundersOf(long round);

	/** Whether that organisation takes part in the round. */
	default boolean includes(long round, long organisation) {
		return coFundersOf(round).contains(organisation);
	}

}
