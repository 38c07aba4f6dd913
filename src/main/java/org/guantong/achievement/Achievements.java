package org.guantong.achievement;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface Achievements extends ListCrudRepository<Achievement, Long> {

	Optional<Achievement> findByCode(String code);

	List<Achievement> findByClosureIdOrderById(long closureId);

	default Achievement require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.ACHIEVEMENT, id));
	}

}
