package org.guantong.midterm;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface MidtermChecks extends ListCrudRepository<MidtermCheck, Long> {

	default MidtermCheck require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.MIDTERM_CHECK, id));
	}

}
