package org.guantong.midterm;

import java.util.List;
import java.util.Map;

/**
 * One page of the board.
 *
 * @param counts how many checks the reader sees in each state, whatever the filter
 */
public record MidtermPage(List<MidtermRow> items, int page, long total, Map<MidtermState, Long> counts) {
}
