package org.guantong.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All organisations. */
public interface Organisations
		extends ListCrudRepository<Organisation, Long>, ListPagingAndSortingRepository<Organisation, Long> {

	Optional<Organisation> findByName(String name);

	List<Organisation> findByKindOrderByName(OrganisationKind kind);

	default Organisation require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.ORGANISATION, id));
	}

}
