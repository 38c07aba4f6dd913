package org.guantong.fund;

import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** All joint funds. */
public interface JointFunds extends ListCrudRepository<JointFund, Long> {

	Optional<JointFund> findByCode(String code);

	default JointFund require(long id) {
		return findById(id).orElseThrow(() -> NotFound.of(Kind.JOINT_FUND, id));
	}

}
