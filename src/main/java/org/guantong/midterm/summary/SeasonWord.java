package org.guantong.midterm.summary;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.guantong.document.WordKind;
import org.guantong.document.WordKind.Placeholder;
import org.guantong.document.WordTables;

/** The season's report as a Word document: what its template may name. */
@Configuration(proxyBeanMethods = false)
class SeasonWord {

	@Bean
	WordKind seasonWordKind() {
		return new WordKind("season", "midterm.word", "documents/season.docx",
				List.of(at("fund", false), at("season", false), at("seasonTitle", true), at("summary", true),
						at("madeOn", false), at("states", true), at("stateChart", false), at("grades", false),
						at("lines", true), at("lineChart", false), at("fields", false), at("hosts", false),
						at("projects", true)),
				sample());
	}

	private static Placeholder at(String name, boolean required) {
		return new Placeholder(name, "", required, "midterm.word." + name);
	}

	private static Map<String, Object> sample() {
		Object table = WordTables.of(List.of("项目", "数量"), List.of(List.of("样例", "1")));
		return Map.ofEntries(Map.entry("fund", "样例联合基金"), Map.entry("season", "2026"),
				Map.entry("seasonTitle", "样例联合基金2026年度中期检查报告"), Map.entry("summary", "样例概述。"),
				Map.entry("madeOn", "2026年12月1日"), Map.entry("states", table), Map.entry("stateChart", ""),
				Map.entry("grades", table), Map.entry("lines", table), Map.entry("lineChart", ""),
				Map.entry("fields", table), Map.entry("hosts", table), Map.entry("projects", table));
	}

}
