package org.guantong.linkage;

import java.util.List;

import org.guantong.shared.Kind;

/**
 * The lineage of one thing: all it came from and all that came of it. What shares an
 * origin with it but is neither (another project of the same direction, another demand of
 * the same question) has a trace of its own and is not in this one.
 *
 * @param start what was asked for; always disclosed
 * @param nodes all things of the lineage, start included, in the order of the chain
 */
public record Trace(TraceNode start, List<TraceNode> nodes, List<TraceEdge> edges) {

	/** The kinds of the chain, first to last. */
	public static final List<Kind> CHAIN = List.of(Kind.DEMAND, Kind.SCIENTIFIC_QUESTION, Kind.GUIDE_DIRECTION,
			Kind.PROJECT, Kind.ACHIEVEMENT, Kind.TRANSFER);

}
