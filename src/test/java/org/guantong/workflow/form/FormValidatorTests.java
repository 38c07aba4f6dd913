package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FormValidatorTests {

	private final FormSchema schema = SampleForm.schema();

	private final Map<String, Object> input = SampleForm.input();

	@Test
	void theLeastInputIsTakenAndTypedAsFormDataSays() {
		input.put("due", "2026-12-31");
		input.put("amount", "１,２３４.５０");
		input.put("criteria", List.of("safe", "science", "safe"));
		input.put("experts", List.of("8"));

		FormData data = validated();

		assertThat(data.text("title")).isEqualTo("低温起动");
		assertThat(data.date("due")).isEqualTo(LocalDate.of(2026, 12, 31));
		assertThat(data.number("amount")).isEqualTo(new BigDecimal("1234.5"));
		assertThat(data.ticked("agree")).isTrue();
		assertThat(data.choices("criteria")).containsExactly("science", "safe");
		assertThat(data.choices("experts")).containsExactly("8");
		assertThat(data.rows("indicators").get(0).number("target")).isEqualTo(new BigDecimal("90"));
	}

	@Test
	void everyMissingRequiredFieldIsNamedAtOnce() {
		input.keySet().removeAll(List.of("title", "grade", "agree", "indicators", "lines"));

		assertThat(problems()).containsExactly(FieldProblem.of("title", "form.required"),
				FieldProblem.of("grade", "form.required.choice"), FieldProblem.of("indicators", "form.rows.min", 1),
				FieldProblem.of("lines[0].spent", "form.required"), FieldProblem.of("lines[1].spent", "form.required"),
				FieldProblem.of("agree", "form.required.tick"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "title|好|form.tooShort", "title|一二三四五六七八九十一|form.tooLong",
			"title|一二三四五六七八九十|-", "title|😀😀😀😀😀😀😀😀😀😀|-", "title|　　|form.required",
			"creditCode|abc|form.pattern", "creditCode|91210100MA0ABCDE1X|-", "email|nobody|form.email",
			"email|a.b@example.cn|-", "phone|24-no|form.phone", "phone|024-2345 6789|-", "amount|1e5|form.type.number",
			"amount|十|form.type.number", "amount|-0.01|form.tooSmall", "amount|10000.01|form.tooLarge",
			"amount|1.001|form.decimals", "amount|1.0100|-", "months|12.5|form.whole", "months|13|form.increment",
			"months|18|-", "due|2026-02-30|form.type.date", "due|soon|form.type.date", "due|２０２６年３月１日|-",
			"field|XXX|form.option", "field|ENV|-", "grade|B|form.option", "criteria|science|-",
			"criteria|magic|form.option", "experts|9|form.option", "agree|perhaps|form.type.tick",
			"agree|false|form.required.tick", "agree|on|-", "indicators|x|form.type.rows" })
	void aRuleIsKeptOrItsProblemNamed(String field, String value, String expected) {
		input.put(field, value);

		if (expected == null) {
			assertThat(validated().values()).containsKey(field);
		}
		else {
			assertThat(problems()).extracting(FieldProblem::field, FieldProblem::messageKey)
				.contains(org.assertj.core.groups.Tuple.tuple(field, expected));
		}
	}

	@Test
	void aStructureWhereAPlainValueBelongsIsRefused() {
		for (String field : List.of("title", "amount", "due", "grade", "agree")) {
			input.put(field, Map.of("a", 1));
		}
		input.put("criteria", List.of(List.of("science")));
		input.put("indicators", List.of("text"));

		assertThat(problems()).extracting(FieldProblem::field)
			.containsExactly("title", "amount", "due", "grade", "criteria", "indicators", "agree");
	}

	@Test
	void anAbsurdlyLargeNumberIsRefusedBeforeItIsWrittenOut() {
		input.put("months", new BigDecimal("1e999999999"));
		input.put("amount", Double.NaN);

		assertThat(problems()).containsExactly(FieldProblem.of("amount", "form.type.number"),
				FieldProblem.of("months", "form.type.number"));
	}

	@Test
	void aProblemInAListNamesTheRowAsItWasSent() {
		input.put("indicators", Arrays.asList(Map.of("name", "a", "target", 1), Map.of("name", " ", "decisive", false),
				Map.of("name", "c", "target", "many"), Map.of("target", 4, "decisive", "true")));

		assertThat(problems()).containsExactly(FieldProblem.of("indicators[2].target", "form.type.number"),
				FieldProblem.of("indicators[3].name", "form.required"),
				FieldProblem.of("indicators[3].why", "form.required"));
	}

	@Test
	void moreRowsThanAllowedAreRefused() {
		input.put("indicators", Collections.nCopies(4, Map.of("name", "a", "target", 1)));

		assertThat(problems()).containsExactly(FieldProblem.of("indicators", "form.rows.max", 3));
	}

	@Test
	void aHiddenFieldIsNeitherRequiredNorKept() {
		input.put("reason", "typed, then the grade was changed");
		assertThat(validated().values()).doesNotContainKey("reason");

		input.put("grade", "D");
		assertThat(validated().text("reason")).startsWith("typed");

		input.remove("reason");
		assertThat(problems()).containsExactly(FieldProblem.of("reason", "form.required"));
	}

	@Test
	void aHiddenFieldDoesNotDecideAboutOthers() {
		FormSchema chain = SampleForm.of("""
				{'type':'checkbox','key':'a'},
				{'type':'textfield','key':'b','conditional':{'hide':'=not(a)'}},
				{'type':'textfield','key':'c','conditional':{'hide':'=b = null'}}""");

		Map<String, Object> typed = Map.of("a", false, "b", "x", "c", "y");

		assertThat(FormValidator.validate(chain, typed).values()).containsOnlyKeys("a");
	}

	@Test
	void aHiddenGroupHidesWhatIsInIt() {
		FormSchema group = SampleForm.of("""
				{'type':'select','key':'kind','values':[{'value':'x','label':'x'},{'value':'y','label':'y'}]},
				{'type':'group','conditional':{'hide':'=kind = \\'x\\' or kind = null'},'components':[
				  {'type':'textfield','key':'inner','validate':{'required':true}}]}""");

		assertThat(FormValidator.validate(group, Map.of("kind", "x", "inner", "z")).values()).containsOnlyKeys("kind");
		assertThat(FormValidator.validate(group, Map.of("kind", "y", "inner", "z")).values()).containsKey("inner");
	}

	@Test
	void aConditionMayAskPrefilledDataThatNobodyCanSend() {
		FormSchema form = SampleForm.of("{'type':'textfield','key':'note','conditional':{'hide':'=round > 1'}}");

		Map<String, Object> forged = Map.of("note", "n", "round", 1);

		assertThat(FormValidator.validate(form, forged, Map.of("round", 2)).values()).isEmpty();
		assertThat(FormValidator.validate(form, forged, Map.of("round", 1)).values()).containsKey("note");
	}

	@Test
	void whatTheFormDoesNotDeclareIsDropped() {
		input.put("isAdmin", true);
		input.put("indicators", List.of(Map.of("name", "a", "target", 1, "id", 99)));

		FormData data = validated();

		assertThat(data.values()).doesNotContainKeys("isAdmin");
		assertThat(data.rows("indicators").get(0).values()).containsOnlyKeys("name", "target", "decisive");
	}

	@Test
	void readOnlyFieldsComeFromThePrefilledDataOnly() {
		input.put("code", "FORGED");
		input.put("total", 999);
		input.put("lines", List.of(Map.of("line", "FORGED", "spent", 1), Map.of("spent", 2), Map.of("spent", 3)));

		FormData data = validated();

		assertThat(data.text("code")).isEqualTo("D2026-LN-0001");
		assertThat(data.rows("lines")).extracting((row) -> row.text("line")).containsExactly("设备费", "业务费");
		assertThat(data.number("total")).isEqualTo(new BigDecimal("3"));
		assertThat(FormValidator
			.validate(SampleForm.of("{'type':'textfield','key':'code','disabled':true}"), Map.of("code", "FORGED"))
			.values()).isEmpty();
	}

	@Test
	void textIsStrippedAndItsLineEndsMadeOne() {
		input.put("background", "　一\r\n二\r三\u0000 \n");
		input.put("title", " a\nb\u00e9 ");

		assertThat(validated().text("background")).isEqualTo("一\n二\n三");
		assertThat(validated().text("title")).isEqualTo("a bé");
	}

	@Test
	void htmlAndJsonGiveTheSameData() {
		MultiValueMap<String, String> params = new LinkedMultiValueMap<>();
		params.add("title", " 低温起动 ");
		params.add("grade", "D");
		params.add("reason", "一\r\n二");
		params.add("amount", "12.50");
		params.add("due", "2026-12-31");
		params.addAll("criteria", List.of("safe", "science"));
		params.add("agree", "true");
		params.add("indicators[0].name", "");
		params.add("indicators[1].name", "效率");
		params.add("indicators[1].target", "90");
		params.add("lines[0].spent", "10");
		params.add("lines[1].spent", "20.5");
		Map<String, Object> json = new HashMap<>(input);
		json.putAll(Map.of("grade", "D", "reason", "一\n二", "amount", 12.5, "due", "2026-12-31", "criteria",
				List.of("science", "safe")));

		FormData fromHtml = FormValidator.validate(schema, FormInput.read(schema, params), SampleForm.PREFILLED);

		assertThat(fromHtml).isEqualTo(FormValidator.validate(schema, json, SampleForm.PREFILLED));
		assertThat(FormJson.read(schema, FormJson.write(fromHtml))).isEqualTo(fromHtml);
		assertThat(FormJson.write(fromHtml)).contains("\"due\":\"2026-12-31\"", "\"amount\":12.5", "\"total\":30.5");
	}

	private FormData validated() {
		return FormValidator.validate(schema, input, SampleForm.PREFILLED);
	}

	private List<FieldProblem> problems() {
		return catchThrowableOfType(InvalidInput.class, this::validated).problems();
	}

}
