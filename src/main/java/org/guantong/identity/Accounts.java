package org.guantong.identity;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All accounts. */
interface Accounts extends ListCrudRepository<Account, Long> {

	boolean existsByUsername(String username);

	default Account require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.ACCOUNT, id));
	}

}
