package org.guantong.midterm;

import java.io.InputStream;
import java.util.Map;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule of the two decision tables, one row each. */
class MidtermDecisionTablesTest {

	private static final DmnEngine DMN = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

	@ParameterizedTest(name = "{0} over {1} behind {2} ahead {3} late {4} wanting {5}: {6}")
	@CsvSource({ "MILESTONE, false, 0, 0, 31, false, MISSED", "MILESTONE, false, 0, 0, 30, false, NONE",
			"INDICATOR, false, 0, 0, 0, true, UNPROVEN", "INDICATOR, false, 0, 0, 0, false, NONE",
			"CHANGE, false, 0, 0, 0, true, UNAPPROVED", "CHANGE, false, 0, 0, 0, false, NONE",
			"LINE, true, 0, 60, 0, false, OVER_PLAN", "LINE, false, 25.1, 0, 0, false, BEHIND",
			"LINE, false, 25, 0, 0, false, NONE", "PROJECT, false, 0, 25.1, 0, false, AHEAD",
			"PROJECT, false, 0, 25, 0, false, NONE" })
	void a_figure_gets_its_flag(String kind, boolean overPlan, double behind, double ahead, int late, boolean wanting,
			String flag) {
		assertThat(
				decide("midterm-budget-flags",
						Map.of("kind", kind, "overPlan", overPlan, "behindBy", behind, "aheadBy", ahead, "daysLate",
								late, "wanting", wanting, "behindLimit", 25, "aheadLimit", 25, "lateLimit", 30)))
			.isEqualTo(flag);
	}

	@ParameterizedTest(name = "applied {0}, technical {1}, finance {2}, need {3}, {4} flags: {5}")
	@CsvSource({ "TERMINATE, C, A, YES, 0, TERMINATE", "NONE, D, D, YES, 0, TERMINATE", "NONE, D, B, NO, 0, TERMINATE",
			"TERMINATE, A, A, YES, 0, ADJUST", "CHANGE, A, A, YES, 0, ADJUST", "NONE, A, A, NO, 0, ADJUST",
			"NONE, D, A, YES, 0, RECTIFY", "NONE, A, D, YES, 3, SUSPEND_PAYMENT", "NONE, A, D, YES, 2, RECTIFY",
			"NONE, C, C, YES, 0, RECTIFY", "NONE, C, A, YES, 3, RECTIFY", "NONE, C, A, YES, 2, CONTINUE_WITH_REMARKS",
			"NONE, B, C, YES, 0, CONTINUE_WITH_REMARKS", "NONE, A, A, PARTLY, 0, CONTINUE_WITH_REMARKS",
			"NONE, A, A, YES, 1, CONTINUE_WITH_REMARKS", "NONE, B, B, NONE, 0, CONTINUE" })
	void grades_flags_and_opinions_make_a_suggestion(String applied, String technical, String finance, String need,
			int warnings, String suggestion) {
		assertThat(decide("midterm-decision", Map.of("applied", applied, "technical", technical, "finance", finance,
				"need", need, "warnings", warnings)))
			.isEqualTo(suggestion);
	}

	private static String decide(String id, Map<String, Object> inputs) {
		try (InputStream file = MidtermDecisionTablesTest.class.getResourceAsStream("/bpmn/" + id + ".dmn")) {
			DmnDecision decision = DMN.parseDecision(id, file);
			return DMN.evaluateDecisionTable(decision, Variables.fromMap(inputs)).getSingleEntry();
		}
		catch (java.io.IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
