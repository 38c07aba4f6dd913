package org.guantong.achievement;

import java.time.Instant;

/** One line of the registry. */
public record AchievementRow(long id, String code, String title, String keywords, AchievementForm form, int trl,
		Intention intention, AchievementClass achievementClass, String fieldName, String fieldNameEn, String hostName,
		Instant registeredAt) {
}
