package org.guantong.project;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface Projects extends ListCrudRepository<Project, Long> {

	Optional<Project> findByCode(String code);

	default Project require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.PROJECT, id));
	}

}
