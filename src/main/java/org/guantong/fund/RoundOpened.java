package org.guantong.fund;

/**
 * An officer has opened the round. Whoever begins something then listens in the same
 * transaction: either all of it happens or none.
 */
public record RoundOpened(long roundId) {
}
