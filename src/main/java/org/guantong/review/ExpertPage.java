package org.guantong.review;

import java.util.List;

/** A page of the directory. */
public record ExpertPage(List<ExpertRow> rows, long total) {
}
