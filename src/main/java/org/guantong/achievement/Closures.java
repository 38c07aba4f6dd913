package org.guantong.achievement;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface Closures extends ListCrudRepository<Closure, Long> {

	List<Closure> findByProjectIdOrderById(long projectId);

	default Closure require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.CLOSURE, id));
	}

}
