package org.guantong.achievement;

/**
 * Which registered achievements to list; null or empty stands for any.
 *
 * @param text found in title, keywords, description, number, project or host
 * @param fieldId the field of the direction the project came from
 * @param page from 0
 */
public record AchievementFilter(String text, AchievementClass achievementClass, AchievementForm form, Integer trl,
		Long fieldId, Intention intention, int page) {

	/** Rows of one page. */
	public static final int PAGE_SIZE = 20;

	public AchievementFilter {
		text = (text != null) ? text.strip() : "";
		page = Math.max(0, page);
	}

	/** The text as a pattern of LIKE, its wildcards taken literally. */
	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
