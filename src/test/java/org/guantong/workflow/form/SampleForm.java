package org.guantong.workflow.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;

/** A form with every component, and input it accepts. */
final class SampleForm {

	static final Map<String, Object> PREFILLED = Map.of("fund", "辽宁联合基金", "code", "D2026-LN-0001", "candidates",
			List.of(Map.of("value", "7", "label", "王芳"), Map.of("value", "8", "label", "李强")), "lines",
			List.of(Map.of("line", "设备费"), Map.of("line", "业务费")), "remarks",
			List.of(Map.of("who", "赵主任", "what", "请补充指标", "on", LocalDate.of(2026, 3, 1))));

	private SampleForm() {
	}

	static FormSchema schema() {
		try {
			String json = new ClassPathResource("forms-test/sample/everything.form")
				.getContentAsString(StandardCharsets.UTF_8);
			return FormSchema.parse("forms/sample/everything.form", json);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A form of these components, written with single quotes. */
	static FormSchema of(String components) {
		return FormSchema.parse("forms/t/t.form", ("{'components':[" + components + "]}").replace('\'', '"'));
	}

	/** The least that the sample form accepts, to be changed at will. */
	static Map<String, Object> input() {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("title", "低温起动");
		input.put("grade", "A");
		input.put("agree", true);
		input.put("indicators", List.of(Map.of("name", "效率", "target", 90)));
		input.put("lines", List.of(Map.of("spent", 10), Map.of("spent", "20.50")));
		return input;
	}

}
