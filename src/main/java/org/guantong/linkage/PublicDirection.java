package org.guantong.linkage;

import java.time.Instant;

/**
 * A published direction, as everybody may read it.
 *
 * @param roundTitle the call it belongs to
 * @param text what is to be researched; null when there is none
 */
public record PublicDirection(long id, String code, String title, String roundTitle, String fieldCode, String fieldName,
		String fieldNameEn, String text, Instant publishedAt) {
}
