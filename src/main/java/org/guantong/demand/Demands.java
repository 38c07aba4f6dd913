package org.guantong.demand;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface Demands extends ListCrudRepository<Demand, Long> {

	Optional<Demand> findByCode(String code);

	default Demand require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.DEMAND, id));
	}

}
