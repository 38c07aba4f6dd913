package org.guantong.matching;

import java.util.List;

/**
 * Texts that may say the same, for a person to merge, split or set aside.
 *
 * @param ids keys of two or more texts, ascending
 * @param cohesion mean score of its pairs, 0 to 1
 * @param reasons one for each pair, the most alike first
 */
public record GroupProposal(List<Long> ids, double cohesion, List<PairReason> reasons) {
}
