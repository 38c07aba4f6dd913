package org.guantong.guide;

/**
 * Told to the application when a direction is published, in the same transaction.
 *
 * @param number its number among the directions of its field in that round
 */
public record DirectionPublished(long directionId, long roundId, long fieldId, int number) {
}
