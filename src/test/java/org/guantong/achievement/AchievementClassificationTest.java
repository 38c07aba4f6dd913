package org.guantong.achievement;

import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class AchievementClassificationTest {

	@Autowired
	private DecisionService decisions;

	@ParameterizedTest(name = "{0} TRL {1} {2} {3} value {4} is {5}, {6}")
	@CsvSource({ "SOFT,    9, MATURE, WILLING,    HIGH,   UPSTREAM,   ADVISE",
			"SOFT,    1, EARLY,  UNWILLING,  LOW,    UPSTREAM,   ADVISE",
			"BASIC,   5, MATURE, WILLING,    HIGH,   UPSTREAM,   CULTIVATE",
			"BASIC,   1, EARLY,  UNWILLING,  LOW,    UPSTREAM,   CULTIVATE",
			"BASIC,   6, MIDDLE, WILLING,    MEDIUM, MIDSTREAM,  MATCH",
			"APPLIED, 3, MATURE, WILLING,    HIGH,   UPSTREAM,   CULTIVATE",
			"APPLIED, 4, MIDDLE, UNWILLING,  HIGH,   MIDSTREAM,  FOLLOW",
			"APPLIED, 9, MATURE, UNWILLING,  HIGH,   MIDSTREAM,  FOLLOW",
			"APPLIED, 7, MATURE, NEGOTIABLE, LOW,    DOWNSTREAM, PROMOTE",
			"APPLIED, 6, MATURE, NEGOTIABLE, LOW,    MIDSTREAM,  MATCH",
			"BASIC,   7, MIDDLE, WILLING,    HIGH,   DOWNSTREAM, PROMOTE",
			"APPLIED, 7, MIDDLE, WILLING,    MEDIUM, MIDSTREAM,  MATCH",
			"APPLIED, 6, MIDDLE, WILLING,    HIGH,   MIDSTREAM,  INCUBATE",
			"APPLIED, 4, EARLY,  NEGOTIABLE, HIGH,   MIDSTREAM,  INCUBATE",
			"APPLIED, 4, EARLY,  WILLING,    LOW,    MIDSTREAM,  MATCH" })
	void everyRuleGivesItsClassAndRoute(String nature, int trl, String stage, String intention, String value,
			AchievementClass expected, Route route) {
		Map<String, Object> decided = decisions
			.evaluateDecisionTableByKey("achievement-classification",
					Variables.putValue("nature", nature)
						.putValue("trl", trl)
						.putValue("stage", stage)
						.putValue("intention", intention)
						.putValue("potentialValue", value))
			.getSingleResult()
			.getEntryMap();

		assertThat(decided).isEqualTo(Map.of("achievementClass", expected.name(), "route", route.name()));
	}

}
