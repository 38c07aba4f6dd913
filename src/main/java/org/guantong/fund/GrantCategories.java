package org.guantong.fund;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/** All grant categories. */
public interface GrantCategories extends ListCrudRepository<GrantCategory, Long> {

	List<GrantCategory> findAllByOrderByPosition();

}
