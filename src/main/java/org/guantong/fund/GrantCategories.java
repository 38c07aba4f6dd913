package org.guantong.fund;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.data.repository.ListCrudRepository;

/** All grant categories. */
public interface GrantCategories extends ListCrudRepository<GrantCategory, Long> {

	List<GrantCategory> findAllByOrderByPosition();

	/** Those that new directions and projects can be of, in their order. */
	List<GrantCategory> findByRetiredFalseOrderByPosition();

	/** Those that something of that category can be of: its own even when retired. */
	default List<GrantCategory> openTo(String code) {
		return findAllByOrderByPosition().stream().filter((one) -> !one.retired() || one.code().equals(code)).toList();
	}

	Optional<GrantCategory> findByCode(String code);

	/** The category's name in that language; the code where there is none. */
	default String nameOf(String code, Locale locale) {
		return findByCode(code).map((category) -> category.in(locale)).orElse(code);
	}

}
