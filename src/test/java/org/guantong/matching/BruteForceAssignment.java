package org.guantong.matching;

import java.util.Arrays;
import java.util.List;

import org.guantong.matching.AssignmentProblem.Expert;
import org.guantong.matching.AssignmentProblem.Item;
import org.guantong.matching.AssignmentProblem.Pair;

/**
 * Tries every plan of a small problem; written without a look at the flow it checks.
 */
final class BruteForceAssignment {

	/** Worth of a filled place: above all that affinity and spreading can bring here. */
	private static final double FILLED = 1000;

	private final AssignmentProblem problem;

	private final int[] left;

	BruteForceAssignment(AssignmentProblem problem) {
		this.problem = problem;
		this.left = problem.experts().stream().mapToInt(Expert::capacity).toArray();
	}

	double best() {
		return best(0);
	}

	/** The worth of a plan by the rules that {@link Assignment} promises. */
	static double value(AssignmentProblem problem, AssignmentPlan plan) {
		double missing = problem.items()
			.stream()
			.mapToDouble((item) -> spreading(item.needed() - plan.expertsOf(item.id()).size()))
			.sum();
		return FILLED * plan.assigned().size() + plan.totalAffinity() - missing;
	}

	private static double spreading(int missing) {
		return missing * (missing - 1) / 2.0;
	}

	private double best(int place) {
		List<Item> items = this.problem.items();
		if (place == items.size()) {
			return 0;
		}
		double best = Double.NEGATIVE_INFINITY;
		for (int chosen = 0; chosen < 1 << this.left.length; chosen++) {
			if (allowed(items.get(place), chosen)) {
				take(chosen, 1);
				best = Math.max(best, worth(items.get(place), chosen) + best(place + 1));
				take(chosen, -1);
			}
		}
		return best;
	}

	private boolean allowed(Item item, int chosen) {
		for (int e = 0; e < this.left.length; e++) {
			Pair pair = new Pair(item.id(), this.problem.experts().get(e).id());
			if ((chosen >> e & 1) == 1 && (this.left[e] == 0 || this.problem.forbidden().contains(pair))) {
				return false;
			}
		}
		return Integer.bitCount(chosen) <= item.needed();
	}

	private void take(int chosen, int count) {
		Arrays.setAll(this.left, (e) -> this.left[e] - count * (chosen >> e & 1));
	}

	private double worth(Item item, int chosen) {
		double worth = -spreading(item.needed() - Integer.bitCount(chosen));
		for (int e = 0; e < this.left.length; e++) {
			if ((chosen >> e & 1) == 1) {
				worth += FILLED + this.problem.affinity().of(item.id(), this.problem.experts().get(e).id());
			}
		}
		return worth;
	}

}
