package org.guantong.transfer;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface Transfers extends ListCrudRepository<Transfer, Long> {

	Optional<Transfer> findByCode(String code);

	default Transfer require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.TRANSFER, id));
	}

}
