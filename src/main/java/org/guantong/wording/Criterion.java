package org.guantong.wording;

import java.util.Locale;

/** What a suggestion for a guide is held to (Guangdong's five; domain, section 2). */
public enum Criterion {

	/** 科学性: a question of basic science, not asked before */
	SCIENTIFIC,
	/** 规范性: title, wording, codes and length as they should be */
	NORMATIVE,
	/** 包容性: nothing that fits only one team */
	INCLUSIVE,
	/** 导向性: a real need, and a place for the result */
	GUIDING,
	/** 安全性: biosafety, information security, ethics, secrecy */
	SAFE;

	/** As forms and messages name it, e.g. {@code scientific}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
