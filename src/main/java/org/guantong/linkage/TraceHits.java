package org.guantong.linkage;

import java.util.List;

/**
 * A page of the things a reader may trace.
 *
 * @param total how many there are on all pages
 */
public record TraceHits(List<TraceNode> nodes, long total) {
}
