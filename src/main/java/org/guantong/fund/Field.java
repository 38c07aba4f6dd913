package org.guantong.fund;

import java.util.Locale;

import org.springframework.data.annotation.Id;

/** A field of science a fund calls for (领域); reference data. */
public record Field(@Id Long id, String code, String name, String nameEn, int position) {

	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
	}

}
