package org.guantong.workflow.form;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

class FormInputTests {

	private final FormSchema schema = SampleForm.schema();

	private final MultiValueMap<String, String> params = new LinkedMultiValueMap<>();

	@Test
	void rowsKeepTheirOrderAndEmptyOnesAreDropped() {
		params.add("indicators[10].name", "third");
		params.add("indicators[2].name", "second");
		params.add("indicators[1].name", " ");
		params.add("indicators[0].name", "first");

		assertThat(read().get("indicators")).asList().extracting("name").containsExactly("first", "second", "third");
	}

	@Test
	void aClearedFieldIsPresentSoThatItReplacesWhatWasPrefilled() {
		assertThat(read()).containsEntry("title", "")
			.containsEntry("agree", false)
			.containsEntry("criteria", List.of());
		assertThat(read()).doesNotContainKeys("code", "total");
	}

	@Test
	void aRowIsAddedWithoutLosingTheEmptyOnesOnThePage() {
		params.add("indicators[0].name", "");
		params.add("indicators[1].name", "b");
		params.add("_row", "add:indicators");

		assertThat(commanded().get("indicators")).asList().hasSize(3);
	}

	@Test
	void theRowThatWasMeantIsRemoved() {
		params.add("indicators[0].name", "");
		params.add("indicators[1].name", "b");
		params.add("indicators[2].name", "c");
		params.add("_row", "remove:indicators:1");

		assertThat(commanded().get("indicators")).asList().extracting("name").containsExactly("", "c");
	}

	@Test
	void aListIsNeverGrownBeyondItsMostRowsNorAnUnknownListMade() {
		params.addAll("indicators[0].name", List.of("a"));
		params.add("indicators[1].name", "b");
		params.add("indicators[2].name", "c");
		params.add("_row", "add:indicators");

		assertThat(commanded().get("indicators")).asList().hasSize(3);
		for (String command : List.of("add:nothing", "add:lines", "remove:indicators:9")) {
			params.set("_row", command);
			assertThat(commanded()).isEqualTo(read());
		}
		for (String command : List.of("", "add:", "remove:indicators", "remove:indicators:-1", "drop:x")) {
			params.set("_row", command);
			assertThat(FormInput.rowCommand(params)).isEmpty();
		}
	}

	@Test
	void rowsThatAreGivenKeepTheirPlaceAndTheirReadOnlyFields() {
		params.add("lines[1].spent", "5");

		Map<String, Object> shown = FormInput.overlay(schema, SampleForm.PREFILLED, read());

		assertThat(shown.get("lines")).asList()
			.containsExactly(Map.of("line", "设备费"), Map.of("line", "业务费", "spent", "5"));
		assertThat(shown).containsEntry("code", "D2026-LN-0001");
	}

	private Map<String, Object> read() {
		return FormInput.read(schema, params);
	}

	private Map<String, Object> commanded() {
		return FormInput.rowCommand(params).orElseThrow().applyTo(schema, read());
	}

}
