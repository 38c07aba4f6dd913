package org.guantong.linkage.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.guantong.linkage.Trace;
import org.guantong.linkage.TraceNode;

/** Finds the node an edge of a trace speaks of. */
final class TraceNames {

	private final Map<String, TraceNode> nodes;

	TraceNames(Trace trace) {
		this.nodes = trace.nodes().stream().collect(Collectors.toMap(TraceNode::ref, Function.identity()));
	}

	public TraceNode node(String ref) {
		return nodes.get(ref);
	}

}
