package org.guantong.demand;

/**
 * The officer has confirmed the round's demands: questions may be distilled from them.
 */
public record DemandsCollected(long roundId) {
}
