package org.guantong.guide;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All of them; who may see which is for the callers to ask. */
public interface GuideDirections extends ListCrudRepository<GuideDirection, Long> {

	Optional<GuideDirection> findByCode(String code);

	List<GuideDirection> findByRoundId(long roundId);

	default GuideDirection require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.GUIDE_DIRECTION, id));
	}

}
