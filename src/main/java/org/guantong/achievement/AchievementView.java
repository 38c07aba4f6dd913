package org.guantong.achievement;

import org.guantong.project.Project;

/** An achievement with the names around it. */
public record AchievementView(Achievement achievement, Project project, String piName, String hostName,
		String fieldName, String fieldNameEn) {
}
