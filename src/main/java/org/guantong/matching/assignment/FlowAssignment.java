package org.guantong.matching.assignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * Assignment as a flow of least cost: each item sends as many units as it needs experts,
 * through an expert or past all of them, to a sink. Where several experts are of one
 * group, the way from an item to them has room for one unit. Items and experts are named
 * by their place.
 */
public final class FlowAssignment {

	/** Stands for the affinity of a pair that must not be. */
	public static final double FORBIDDEN = -1;

	/** Cost of lost affinity 1. Whole costs keep the solver exact. */
	private static final int UNIT = 10_000;

	/** The solver takes greater costs for infinite. */
	private static final double GREATEST_COST = CapacityScalingMinimumCostFlow.COST_INF;

	private static final int SINK = -1;

	private final int[] needed;

	private final int[] capacities;

	private final int[] groups;

	private final double[][] affinities;

	private final Graph<Integer, Arc> network = new DirectedWeightedMultigraph<>(Arc.class);

	private final List<Pair> pairs = new ArrayList<>();

	private int nextVertex;

	private record Pair(int item, int expert, Arc arc) {
	}

	/**
	 * States the problem.
	 * @param needed number of experts each item needs
	 * @param capacities most items of each expert
	 * @param groups the group of each expert; an item gets one expert of a group at most
	 * @param affinities by item and expert, 0 to 1 or {@link #FORBIDDEN}
	 */
	public FlowAssignment(int[] needed, int[] capacities, int[] groups, double[][] affinities) {
		this.needed = needed;
		this.capacities = capacities;
		this.groups = groups;
		this.affinities = affinities;
	}

	/**
	 * Solves it.
	 * @return the experts of each item
	 */
	public int[][] solve() {
		drawNetwork();
		MinimumCostFlowProblemImpl<Integer, Arc> problem = new MinimumCostFlowProblemImpl<>(this.network, this::supply,
				Arc::capacity);
		Map<Arc, Double> flow = new CapacityScalingMinimumCostFlow<Integer, Arc>().getMinimumCostFlow(problem)
			.getFlowMap();
		int[][] chosen = new int[this.needed.length][];
		for (int item = 0; item < chosen.length; item++) {
			chosen[item] = new int[0];
		}
		for (Pair pair : this.pairs) {
			if (flow.get(pair.arc()) > 0) {
				chosen[pair.item()] = append(chosen[pair.item()], pair.expert());
			}
		}
		return chosen;
	}

	private static int[] append(int[] values, int value) {
		int[] longer = Arrays.copyOf(values, values.length + 1);
		longer[values.length] = value;
		return longer;
	}

	private int supply(int vertex) {
		if (vertex == SINK) {
			return -Arrays.stream(this.needed).sum();
		}
		return (vertex < this.needed.length) ? this.needed[vertex] : 0;
	}

	private void drawNetwork() {
		for (int vertex = SINK; vertex < this.needed.length + this.capacities.length; vertex++) {
			this.network.addVertex(vertex);
		}
		this.nextVertex = this.needed.length + this.capacities.length;
		double firstMissing = costOfMissing();
		for (int item = 0; item < this.needed.length; item++) {
			drawPairs(item);
			drawMissing(item, firstMissing);
		}
		for (int expert = 0; expert < this.capacities.length; expert++) {
			draw(this.needed.length + expert, SINK, this.capacities[expert], 0);
		}
	}

	private void drawPairs(int item) {
		Map<Integer, List<Integer>> byGroup = new TreeMap<>();
		for (int expert = 0; expert < this.capacities.length; expert++) {
			if (this.affinities[item][expert] != FORBIDDEN && this.capacities[expert] > 0) {
				byGroup.computeIfAbsent(this.groups[expert], (group) -> new ArrayList<>()).add(expert);
			}
		}
		byGroup.values().forEach((experts) -> drawGroup(item, experts));
	}

	private void drawGroup(int item, List<Integer> experts) {
		int from = (experts.size() == 1) ? item : gate(item);
		for (int expert : experts) {
			Arc arc = draw(from, this.needed.length + expert, 1,
					Math.round(UNIT * (1 - this.affinities[item][expert])));
			this.pairs.add(new Pair(item, expert, arc));
		}
	}

	/** Lets one unit of an item through. */
	private int gate(int item) {
		int gate = this.nextVertex++;
		this.network.addVertex(gate);
		draw(item, gate, 1, 0);
		return gate;
	}

	/** Each further expert that one item lacks costs one unit more than the last. */
	private void drawMissing(int item, double first) {
		for (int place = 0; place < this.needed[item]; place++) {
			draw(item, SINK, 1, first + (double) place * UNIT);
		}
	}

	/** More than all affinity and all spreading together: no place stays empty for it. */
	private double costOfMissing() {
		double places = Arrays.stream(this.needed).sum();
		int most = Arrays.stream(this.needed).max().orElse(0);
		double cost = UNIT * (places * (1 + most) + 1);
		if (cost + (double) most * UNIT >= GREATEST_COST) {
			throw new IllegalArgumentException("Too many places to fill at once: " + (long) places);
		}
		return cost;
	}

	private Arc draw(int from, int to, int capacity, double cost) {
		Arc arc = new Arc(capacity);
		this.network.addEdge(from, to, arc);
		// the solver reads costs from here and ignores those of the problem (JGraphT
		// 1139)
		this.network.setEdgeWeight(arc, cost);
		return arc;
	}

	/**
	 * Not a record: arcs of one kind between the same two vertices are different arcs.
	 */
	private static final class Arc {

		private final int capacity;

		Arc(int capacity) {
			this.capacity = capacity;
		}

		int capacity() {
			return this.capacity;
		}

	}

}
