package org.guantong.demand;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is asked by {@link #visible}. */
public interface Demands extends ListCrudRepository<Demand, Long> {

	Optional<Demand> findByCode(String code);

	List<Demand> findByRoundIdAndCoFunderIdOrderByCode(long roundId, long coFunderId);

	List<Demand> findByRoundIdAndStateOrderByCode(long roundId, Demand.State state);

	/** Those among these ids that have not been withdrawn. */
	@Query("select id from demand where id in (:ids) and state <> 'WITHDRAWN'")
	Set<Long> standing(Collection<Long> ids);

	default Demand require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.DEMAND, id));
	}

	/**
	 * The demand, for the office, auditors and its own organisation; {@link NotFound} for
	 * all others.
	 */
	default Demand visible(Person person, long id) {
		return findById(id).filter((demand) -> DemandPermissions.reads(person, demand.coFunderId()))
			.orElseThrow(() -> NotFound.of(Kind.DEMAND, id));
	}

}
