package org.guantong.guide.edition;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.guantong.document.WordKind;
import org.guantong.document.WordKind.Placeholder;

/** The guide as a Word document: what its template may name. */
@Configuration(proxyBeanMethods = false)
class GuideWord {

	static final String FIELDS = "fields";

	static final String DIRECTIONS = "directions";

	@Bean
	WordKind guideWordKind() {
		return new WordKind("guide", "guide.word", "documents/guide.docx",
				List.of(at("", "fund", false), at("", "year", false), at("", "guideTitle", true),
						at("", "edition", false), at("", "published", false), at("", "count", false),
						at("", "size", false), at("", FIELDS, true), at(FIELDS, "ordinal", false),
						at(FIELDS, "field", true), at(FIELDS, DIRECTIONS, true), at(DIRECTIONS, "number", true),
						at(DIRECTIONS, "code", false), at(DIRECTIONS, "title", true), at(DIRECTIONS, "codes", true),
						at(DIRECTIONS, "text", true), at(DIRECTIONS, "application", false),
						at(DIRECTIONS, "category", false), at(DIRECTIONS, "intensity", false)),
				sample());
	}

	private static Placeholder at(String list, String name, boolean required) {
		return new Placeholder(name, list, required, "guide.word." + name);
	}

	private static Map<String, Object> sample() {
		Map<String, Object> direction = Map.of("number", 1, "code", "G2026-MAT-0001", "title", "样例方向", "codes",
				"B08、E0303", "text", "针对样例难题，研究样例过程，揭示样例机理，为样例应用提供理论依据。", "application", "样例应用", "category", "重点支持项目",
				"intensity", "直接费用约 260 万元/项");
		Map<String, Object> field = Map.of("ordinal", "一", "field", "新材料与先进制造", DIRECTIONS,
				List.of(direction, direction));
		return Map.of("fund", "区域创新发展联合基金", "year", 2026, "guideTitle", "2026年度项目指南（样例）", "edition", "第 1 版",
				"published", "2026年10月31日", "count", 2, "size", 1, FIELDS, List.of(field));
	}

}
