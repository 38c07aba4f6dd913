package org.guantong.fund;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All rounds. */
public interface Rounds extends ListCrudRepository<Round, Long> {

	Optional<Round> findByCode(String code);

	boolean existsByFundIdAndYear(long fundId, int year);

	List<Round> findAllByOrderByYearDescIdDesc();

	default Round require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.ROUND, id));
	}

	/** Notes that the round's demands stand. */
	default Round collected(long id) {
		return save(require(id).in(Round.State.COLLECTED));
	}

}
