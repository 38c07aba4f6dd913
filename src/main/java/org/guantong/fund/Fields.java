package org.guantong.fund;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.NotFound;

/** All fields. */
public interface Fields extends ListCrudRepository<Field, Long> {

	Optional<Field> findByCode(String code);

	List<Field> findAllByOrderByPosition();

	default Field require(long id) {
		return findById(id).orElseThrow(() -> new NotFound("field", id));
	}

}
