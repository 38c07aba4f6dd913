package org.guantong.fund;

import java.math.BigDecimal;
import java.util.Locale;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What a grant can be (资助类别); reference data.
 *
 * @param amount usual direct cost in 万元
 * @param years usual length
 * @param retired given to nothing new any more
 */
public record GrantCategory(@Id Long id, @Version int version, String code, String name, String nameEn,
		BigDecimal amount, int years, int position, boolean retired) {

	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
	}

}
