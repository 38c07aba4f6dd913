package org.guantong.fund;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All joint funds. */
public interface JointFunds extends ListCrudRepository<JointFund, Long> {

	Optional<JointFund> findByCode(String code);

	boolean existsByName(String name);

	List<JointFund> findAllByOrderByCode();

	default JointFund require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.JOINT_FUND, id));
	}

}
