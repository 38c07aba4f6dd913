package org.guantong.review.directory;

/**
 * What is known of an expert has changed, so that what they review has to be looked at
 * again. Published inside the transaction that changed it.
 */
public record ExpertChanged(long expertId) {
}
