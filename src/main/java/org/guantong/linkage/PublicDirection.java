package org.guantong.linkage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A published direction, as everybody may read it.
 *
 * @param roundTitle the call it belongs to
 * @param number its number among the directions of its field
 * @param text what is to be researched, in one to three sentences
 * @param edition number of the edition of its guide that is in force
 * @param changedAt since when it reads as it does; later than published once corrected
 * @param intensity direct cost of one project in 万元; null when not given
 */
public record PublicDirection(long id, String code, int number, String title, String roundTitle, String fieldCode,
		String fieldName, String fieldNameEn, String applicationCodes, String text, String category,
		BigDecimal intensity, String expectedApplication, Instant publishedAt, long roundId, int year, String fundName,
		Integer edition, String categoryName, String categoryNameEn, Instant changedAt) {
}
