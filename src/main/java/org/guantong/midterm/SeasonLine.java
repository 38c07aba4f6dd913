package org.guantong.midterm;

import java.time.LocalDate;

import org.guantong.project.Project;

/**
 * A project in a season being opened.
 *
 * @param halfTime the day half of its term is over
 * @param dueOn until when its PI would report; null when no check is opened for it
 * @param why message key of why none is; null when one is
 */
public record SeasonLine(Project project, LocalDate halfTime, LocalDate dueOn, String why) {

	public boolean isDue() {
		return dueOn != null;
	}

}
