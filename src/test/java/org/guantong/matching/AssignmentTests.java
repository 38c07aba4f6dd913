package org.guantong.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.guantong.matching.AssignmentPlan.Assigned;
import org.guantong.matching.AssignmentPlan.Reason;
import org.guantong.matching.AssignmentPlan.Shortfall;
import org.guantong.matching.AssignmentProblem.Affinity;
import org.guantong.matching.AssignmentProblem.Expert;
import org.guantong.matching.AssignmentProblem.Item;
import org.guantong.matching.AssignmentProblem.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

class AssignmentTests {

	private final Assignment assignment = new Assignment();

	@Test
	void givesEachItemTheExpertWhoSuitsItBest() {
		AssignmentPlan plan = assign(items(2, 1), experts(2, 1), (item, expert) -> (item == expert) ? 0.9 : 0.2);
		assertThat(plan.expertsOf(1)).containsExactly(1L);
		assertThat(plan.expertsOf(2)).containsExactly(2L);
		assertThat(plan.totalAffinity()).isCloseTo(1.8, within(1e-9));
	}

	@Test
	void givesUpTheBestPairWhereTheWholeGains() {
		double[][] affinities = { { 0.9, 0.8 }, { 0.9, 0.1 } };
		AssignmentPlan plan = assign(items(2, 1), experts(2, 1),
				(item, expert) -> affinities[(int) item - 1][(int) expert - 1]);
		assertThat(plan.expertsOf(1)).containsExactly(2L);
		assertThat(plan.expertsOf(2)).containsExactly(1L);
	}

	@Test
	void neverAssignsAForbiddenPairHoweverWellItSuits() {
		Set<Pair> forbidden = Set.of(new Pair(1, 1));
		AssignmentPlan plan = this.assignment.assign(
				new AssignmentProblem(items(1, 1), experts(2, 1), (item, expert) -> (expert == 1) ? 1 : 0, forbidden));
		assertThat(plan.expertsOf(1)).containsExactly(2L);
	}

	@Test
	void neverGivesAnExpertMoreThanTheirCapacity() {
		AssignmentPlan plan = assign(items(9, 2), experts(6, 3), (item, expert) -> (expert == 1) ? 1 : 0.1);
		Map<Long, Long> load = plan.assigned()
			.stream()
			.collect(Collectors.groupingBy(Assigned::expert, Collectors.counting()));
		assertThat(load.values()).allMatch((items) -> items <= 3);
		assertThat(plan.assigned()).hasSize(18);
		assertThat(plan.shortfalls()).isEmpty();
	}

	@Test
	void neverGivesAnItemTheSameExpertTwice() {
		AssignmentPlan plan = assign(items(1, 2), experts(1, 5), (item, expert) -> 1);
		assertThat(plan.expertsOf(1)).containsExactly(1L);
	}

	@Test
	void takesNoTwoOfOneGroupForOneItemAndSaysSoWhenThatLeavesAPlaceOpen() {
		List<Expert> colleagues = List.of(new Expert(1, 5, 9L), new Expert(2, 5, 9L), new Expert(3, 5, 8L));
		AssignmentPlan plan = assign(items(1, 2), colleagues, (item, expert) -> (expert == 3) ? 0.1 : 0.9);
		assertThat(plan.expertsOf(1)).hasSize(2).contains(3L);
		assertThat(plan.shortfalls()).isEmpty();

		AssignmentPlan wanting = assign(items(2, 3), colleagues, (item, expert) -> 0.5);
		assertThat(wanting.shortfalls()).extracting(Shortfall::missing, Shortfall::reason)
			.containsExactly(tuple(1, Reason.GROUPS), tuple(1, Reason.GROUPS));
	}

	@Test
	void namesTheItemThatHasTooFewExperts() {
		AssignmentPlan plan = assign(items(1, 3), experts(2, 5), (item, expert) -> 0.5);
		assertThat(plan.shortfalls()).containsExactly(new Shortfall(1, 1, 2, Reason.TOO_FEW_EXPERTS));
	}

	@Test
	void namesTheItemThatConflictsLeaveUnfilled() {
		Set<Pair> forbidden = Set.of(new Pair(2, 1), new Pair(2, 2));
		AssignmentPlan plan = this.assignment
			.assign(new AssignmentProblem(items(2, 2), experts(3, 5), (item, expert) -> 0.5, forbidden));
		assertThat(plan.shortfalls()).containsExactly(new Shortfall(2, 1, 1, Reason.CONFLICTS));
	}

	@Test
	void namesTheItemThatTheLoadLeavesUnfilled() {
		AssignmentPlan plan = assign(items(3, 1), experts(2, 1), (item, expert) -> (item == 3) ? 0.1 : 0.9);
		assertThat(plan.shortfalls()).containsExactly(new Shortfall(3, 1, 2, Reason.LOAD));
	}

	@Test
	void spreadsWhatIsMissingOverTheItems() {
		AssignmentPlan plan = assign(items(3, 2), experts(3, 1), (item, expert) -> (item == 1) ? 0.9 : 0.5);
		assertThat(plan.shortfalls()).extracting(Shortfall::missing).containsExactly(1, 1, 1);
	}

	@Test
	void fillsEveryPlaceItCanEvenWithExpertsWhoSuitPoorly() {
		AssignmentPlan plan = assign(items(4, 3), experts(3, 4), (item, expert) -> 0);
		assertThat(plan.assigned()).hasSize(12);
	}

	@Test
	void isNoWorseThanEveryPlanThereIs() {
		Random random = new Random(20260101);
		for (int round = 0; round < 200; round++) {
			AssignmentProblem problem = smallProblem(random);
			AssignmentPlan plan = this.assignment.assign(problem);
			assertThat(BruteForceAssignment.value(problem, plan)).as("round %d: %s gives %s", round, problem, plan)
				.isCloseTo(new BruteForceAssignment(problem).best(), within(1e-6));
		}
	}

	@Test
	void doesNotDependOnTheOrderOfItemsAndExperts() {
		Random random = new Random(7);
		for (int round = 0; round < 20; round++) {
			AssignmentProblem problem = smallProblem(random);
			assertThat(this.assignment.assign(reversed(problem))).isEqualTo(this.assignment.assign(problem));
		}
	}

	@Test
	void leavesNothingToDoWithoutItems() {
		assertThat(assign(List.of(), experts(3, 1), (item, expert) -> 1))
			.isEqualTo(new AssignmentPlan(List.of(), List.of()));
	}

	@Test
	void namesEveryItemWithoutExperts() {
		assertThat(assign(items(2, 1), List.of(), (item, expert) -> 1).shortfalls()).extracting(Shortfall::reason)
			.containsExactly(Reason.TOO_FEW_EXPERTS, Reason.TOO_FEW_EXPERTS);
	}

	@Test
	void refusesAnAffinityOutOfRangeAndIdsThatRepeat() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assign(items(1, 1), experts(1, 1), (item, expert) -> Double.NaN))
			.withMessageContaining("0 to 1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> assign(List.of(new Item(1, 1), new Item(1, 2)), experts(1, 1), (item, expert) -> 1))
			.withMessageContaining("items");
	}

	@Test
	@Timeout(20)
	void assignsThreeOfAHundredExpertsToFiveHundredItemsQuickly() {
		Random random = new Random(1);
		Map<Pair, Double> affinities = allPairs(500, 100).stream()
			.collect(Collectors.toMap(Function.identity(), (pair) -> random.nextDouble()));
		Set<Pair> forbidden = affinities.keySet()
			.stream()
			.filter((pair) -> random.nextInt(10) == 0)
			.collect(Collectors.toSet());
		AssignmentProblem problem = new AssignmentProblem(items(500, 3), experts(100, 16),
				(item, expert) -> affinities.get(new Pair(item, expert)), forbidden);
		long start = System.nanoTime();
		AssignmentPlan plan = this.assignment.assign(problem);
		System.out.printf("assignment of 500 items x 100 experts x 3: %d ms%n",
				(System.nanoTime() - start) / 1_000_000);
		assertThat(plan.assigned()).hasSize(1500);
	}

	private AssignmentPlan assign(List<Item> items, List<Expert> experts, Affinity affinity) {
		return this.assignment.assign(new AssignmentProblem(items, experts, affinity, Set.of()));
	}

	private static List<Item> items(int count, int needed) {
		return LongStream.rangeClosed(1, count).mapToObj((id) -> new Item(id, needed)).toList();
	}

	private static List<Expert> experts(int count, int capacity) {
		return LongStream.rangeClosed(1, count).mapToObj((id) -> new Expert(id, capacity)).toList();
	}

	private static List<Pair> allPairs(int items, int experts) {
		List<Pair> pairs = new ArrayList<>();
		for (int item = 1; item <= items; item++) {
			for (int expert = 1; expert <= experts; expert++) {
				pairs.add(new Pair(item, expert));
			}
		}
		return pairs;
	}

	private static AssignmentProblem smallProblem(Random random) {
		List<Item> items = LongStream.rangeClosed(1, 1 + random.nextInt(4))
			.mapToObj((id) -> new Item(id, random.nextInt(4)))
			.toList();
		List<Expert> experts = LongStream.rangeClosed(1, 1 + random.nextInt(4))
			.mapToObj((id) -> new Expert(id, random.nextInt(4)))
			.toList();
		double[][] affinities = new double[5][5];
		Set<Pair> forbidden = new HashSet<>();
		for (Pair pair : allPairs(4, 4)) {
			affinities[(int) pair.item()][(int) pair.expert()] = random.nextInt(10_001) / 10_000.0;
			if (random.nextInt(4) == 0) {
				forbidden.add(pair);
			}
		}
		return new AssignmentProblem(items, experts, (item, expert) -> affinities[(int) item][(int) expert], forbidden);
	}

	private static AssignmentProblem reversed(AssignmentProblem problem) {
		List<Item> items = new ArrayList<>(problem.items());
		List<Expert> experts = new ArrayList<>(problem.experts());
		Collections.reverse(items);
		Collections.reverse(experts);
		return new AssignmentProblem(items, experts, problem.affinity(), problem.forbidden());
	}

}
