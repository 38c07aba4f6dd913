package org.guantong.linkage;

/**
 * A registered achievement that is open for matching, without anybody's name.
 *
 * @param trl 1 to 9 per GB/T 22900; null when not known
 */
public record PublicAchievement(long id, String code, String title, String fieldName, String fieldNameEn, Integer trl,
		String keywords) {
}
