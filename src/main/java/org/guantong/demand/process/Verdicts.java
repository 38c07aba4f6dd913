package org.guantong.demand.process;

import java.util.ArrayList;
import java.util.List;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandCollecting.Decision;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;

/** Reads the officer's verdicts: one row for each demand, in the order of the demands. */
final class Verdicts {

	private Verdicts() {
	}

	/**
	 * The decisions of the form.
	 * @throws InvalidInput when one accepts what the leader has not signed
	 */
	static List<Decision> read(FormData form, List<Demand> demands) {
		List<FormData> rows = form.rows("demands");
		List<Decision> decisions = new ArrayList<>();
		List<FieldProblem> problems = new ArrayList<>();
		for (int row = 0; row < demands.size(); row++) {
			Demand demand = demands.get(row);
			Verdict verdict = Verdict.valueOf(rows.get(row).text("verdict"));
			String reason = rows.get(row).text("reason");
			if (verdict == Verdict.ACCEPT && demand.state() != Demand.State.SIGNED) {
				problems.add(FieldProblem.of("demands[" + row + "].verdict", "demand.problem.notSigned"));
			}
			decisions.add(new Decision(demand.id(), verdict, reason == null ? "" : reason));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return decisions;
	}

}
