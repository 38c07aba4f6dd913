package org.guantong.project;

import java.math.BigDecimal;
import java.util.List;

/**
 * A project with all that belongs to it.
 *
 * @param elapsed share of its term that is over, from 0 to 1
 */
public record ProjectDetail(Project project, String directionCode, String directionTitle, String pi, String host,
		Budget budget, BigDecimal elapsed, List<Milestone> milestones, ProjectTeam team) {
}
