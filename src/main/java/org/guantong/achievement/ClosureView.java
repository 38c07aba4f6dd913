package org.guantong.achievement;

import java.util.List;
import java.util.Map;

import org.guantong.project.Project;

/**
 * A closure with all that was submitted.
 *
 * @param indicators rows of name, target, achieved, met
 * @param accounts rows of line, budget and spent in 元
 * @param reviews rows of expert, conclusion, comments; empty for all but the office
 */
public record ClosureView(Closure closure, Project project, String piName, String hostName,
		List<Map<String, Object>> indicators, List<Map<String, Object>> accounts, List<Achievement> achievements,
		List<Map<String, Object>> reviews) {
}
