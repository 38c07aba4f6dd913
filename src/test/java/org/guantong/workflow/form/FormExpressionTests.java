package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormExpressionTests {

	private final Map<String, Object> data = Map.of("grade", "A", "agree", true, "amount", new BigDecimal("10.10"),
			"due", LocalDate.of(2026, 3, 1), "criteria", List.of("safe"), "lines",
			List.of(Map.of("spent", new BigDecimal("0.10")), Map.of("spent", new BigDecimal("0.20"))));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "=grade != \"D\"|true", "grade = \"D\"|false", "=agree = true|true", "=not(agree)|false",
					"=amount >= 10.1 and grade = \"A\"|true", "=amount < 10 or amount > 11|false",
					"=missing = null|true", "=missing > 3|false", "=is defined(missing)|false",
					"=list contains(criteria, \"safe\")|true", "=due > date(\"2026-02-28\")|true",
					"=count(lines) = 2|true", "=missing|false" })
	void aConditionIsDecidedForTheData(String condition, boolean expected) {
		assertThat(FormExpression.parse(condition).isTrue(data)).isEqualTo(expected);
	}

	@Test
	void numbersStayExact() {
		assertThat(FormExpression.parse("=sum(lines.spent)").evaluate(data)).isEqualTo(new BigDecimal("0.30"));
		assertThat(FormExpression.parse("=amount * 3").evaluate(data)).isEqualTo(new BigDecimal("30.30"));
	}

	@Test
	void rowsAndDatesComeBackAsTheyWere() {
		assertThat(FormExpression.parse("=lines").evaluate(data)).isEqualTo(data.get("lines"));
		assertThat(FormExpression.parse("=due").evaluate(data)).isEqualTo(data.get("due"));
		assertThat(FormExpression.parse("=unknown").evaluate(data)).isNull();
	}

}
