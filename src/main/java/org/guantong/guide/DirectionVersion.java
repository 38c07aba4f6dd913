package org.guantong.guide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A text a direction once had.
 *
 * @param number 1 for the first
 */
public record DirectionVersion(int number, String title, List<String> applicationCodes, String text, String category,
		BigDecimal intensity, String expectedApplication, String savedBy, Instant savedAt) {
}
