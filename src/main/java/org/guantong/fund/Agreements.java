package org.guantong.fund;

import java.util.List;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All agreements. */
public interface Agreements extends ListCrudRepository<Agreement, Long> {

	List<Agreement> findByFundIdOrderByFirstYearDescId(long fundId);

	/**
	 * Ids of the co-funders that take part in the round: those under an agreement for its
	 * year, unless an officer left them out.
	 */
	@Query("select co_funder_id from round_co_funder where round_id = :round order by co_funder_id")
	List<Long> coFundersOf(long round);

	/** Whether that organisation takes part in the round. */
	default boolean includes(long round, long organisation) {
		return coFundersOf(round).contains(organisation);
	}

}
