package org.guantong.achievement;

import java.util.List;

/** A page of the registry and how many lines match in all. */
public record AchievementList(List<AchievementRow> rows, long total) {
}
