package org.guantong.guide;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.DecisionService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule of the decision, at its edges. */
@GuantongTest
class GuideVerdictTest {

	@Autowired
	DecisionService decisions;

	@ParameterizedTest(name = "quorum {0}, {1} of approvals, mean {2} and a pass share of {3} make {4}")
	@CsvSource({
			// too few reviews: never a pass, never a rejection
			"false, 1.0, 100, 0.5, REVISE", "false, 0.0, 0, 0.5, REVISE",
			// more than the share approve, and the mean is sufficient
			"true, 0.51, 60, 0.5, PASS", "true, 1.0, 95, 0.5, PASS", "true, 0.6667, 80, 0.666, PASS",
			// the share must be exceeded, not reached
			"true, 0.5, 80, 0.5, REVISE", "true, 0.6667, 80, 0.667, REVISE",
			// neither share nor mean
			"true, 0.5, 59.99, 0.5, REJECT", "true, 0.0, 30, 0.5, REJECT",
			// votes and scores disagree
			"true, 0.6667, 59.99, 0.5, REVISE", "true, 0.0, 60, 0.5, REVISE" })
	void theVerdictFollows(boolean quorum, double share, double mean, double passShare, String verdict) {
		Map<String, Object> variables = new HashMap<>(
				Map.of("quorum", quorum, "share", share, "mean", mean, "passShare", passShare));

		String decided = decisions.evaluateDecisionTableByKey("guide-verdict", variables).getSingleEntry();

		assertThat(decided).isEqualTo(verdict);
	}

	@ParameterizedTest(name = "a meeting that {0}, {1} of approvals and mean {2} make {3}")
	@CsvSource({
			// the meeting decides, unless the scores by correspondence were not
			// sufficient
			"PASSED, 0.0, 60, PASS", "PASSED, 1.0, 90, PASS", "PASSED, 1.0, 59.99, REVISE",
			// a rejection takes both
			"NOT_PASSED, 0.5, 59.99, REJECT", "NOT_PASSED, 0.5, 60, REVISE", "NOT_PASSED, 1.0, 59, REVISE",
			"NOT_PASSED, 1.0, 95, REVISE",
			// no vote: as by correspondence
			"NONE, 1.0, 95, PASS", "NONE, 0.0, 30, REJECT" })
	void theVoteOfAMeetingCounts(String vote, double share, double mean, String verdict) {
		for (boolean quorum : new boolean[] { true, false }) {
			Map<String, Object> variables = new HashMap<>(
					Map.of("vote", vote, "quorum", quorum, "share", share, "mean", mean, "passShare", 0.5));

			String decided = decisions.evaluateDecisionTableByKey("guide-verdict", variables).getSingleEntry();

			assertThat(decided).isEqualTo(!quorum && vote.equals("NONE") ? "REVISE" : verdict);
		}
	}

}
