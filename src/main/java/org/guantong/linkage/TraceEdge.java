package org.guantong.linkage;

/**
 * A link from what came first to what came of it.
 *
 * @param from the {@link TraceNode#ref()} of what came first
 * @param to the {@link TraceNode#ref()} of what came of it
 * @param relation distilled-into, answered-by, funded-as, produced or applied-by
 */
public record TraceEdge(String from, String to, String relation) {
}
