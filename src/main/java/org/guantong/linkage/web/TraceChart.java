package org.guantong.linkage.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.linkage.Trace;
import org.guantong.linkage.TraceEdge;
import org.guantong.linkage.TraceNode;
import org.guantong.shared.Kind;

/**
 * A trace laid out as six columns, one for each kind, with the lines between their cards.
 * A card takes a slot of the same height everywhere and columns are centred, so that
 * lines can be drawn without asking a browser.
 *
 * @param height of the drawing, in units of which a slot has {@value #UNIT} and so has a
 * column's width
 */
record TraceChart(List<Column> columns, List<String> lines, int height) {

	static final int UNIT = 100;

	/**
	 * From a column's edge to that of its cards: linkage.css gives cards the same share.
	 */
	private static final int MARGIN = 8;

	record Column(Kind kind, List<TraceNode> nodes) {
	}

	static TraceChart of(Trace trace) {
		Map<String, Double> heights = new HashMap<>();
		List<Column> columns = new ArrayList<>();
		int slots = Trace.CHAIN.stream().mapToInt((kind) -> ofKind(trace, kind).size()).max().orElse(1);
		for (Kind kind : Trace.CHAIN) {
			List<TraceNode> nodes = new ArrayList<>(ofKind(trace, kind));
			nodes.sort(Comparator.comparingDouble((node) -> meanOfOrigins(trace, node, heights)));
			for (int index = 0; index < nodes.size(); index++) {
				heights.put(nodes.get(index).ref(), ((slots - nodes.size()) / 2.0 + index + 0.5) * UNIT);
			}
			columns.add(new Column(kind, nodes));
		}
		List<String> lines = trace.edges().stream().map((edge) -> line(trace, edge, heights)).toList();
		return new TraceChart(columns, lines, slots * UNIT);
	}

	/** Cards stand beside what they came from, which keeps lines from crossing. */
	private static double meanOfOrigins(Trace trace, TraceNode node, Map<String, Double> heights) {
		return trace.edges()
			.stream()
			.filter((edge) -> edge.to().equals(node.ref()))
			.mapToDouble((edge) -> heights.get(edge.from()))
			.average()
			.orElse(0);
	}

	private static String line(Trace trace, TraceEdge edge, Map<String, Double> heights) {
		int left = (column(trace, edge.from()) + 1) * UNIT - MARGIN;
		int right = column(trace, edge.to()) * UNIT + MARGIN;
		int middle = (left + right) / 2;
		long from = Math.round(heights.get(edge.from()));
		long to = Math.round(heights.get(edge.to()));
		return "M%d %d C%d %d %d %d %d %d".formatted(left, from, middle, from, middle, to, right, to);
	}

	private static int column(Trace trace, String ref) {
		return trace.nodes()
			.stream()
			.filter((node) -> node.ref().equals(ref))
			.mapToInt((node) -> Trace.CHAIN.indexOf(node.kind()))
			.findFirst()
			.orElseThrow();
	}

	private static List<TraceNode> ofKind(Trace trace, Kind kind) {
		return trace.nodes().stream().filter((node) -> node.kind() == kind).toList();
	}

}
