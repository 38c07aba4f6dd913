package org.guantong.demand;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is asked by {@link #visible}. */
public interface Demands extends ListCrudRepository<Demand, Long> {

	Optional<Demand> findByCode(String code);

	List<Demand> findByRoundIdAndCoFunderIdOrderByCode(long roundId, long coFunderId);

	List<Demand> findByRoundIdAndStateOrderByCode(long roundId, Demand.State state);

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
