package org.guantong.midterm;

import java.math.BigDecimal;
import java.util.List;

import org.guantong.project.Project;

/**
 * A check with all that this reader may know of it.
 *
 * @param report null before the PI reported
 * @param flags texts of the flagged figures
 * @param reviews empty but for the office, while the names are undisclosed
 * @param decisions those that were issued; all of them for the office
 */
public record MidtermDetail(MidtermCheck check, Project project, String pi, String host, BigDecimal elapsed,
		MidtermReport report, List<MidtermFigure> figures, List<MidtermReview> reviews, List<MidtermOpinion> opinions,
		List<MidtermDecision> decisions, List<MidtermRectification> rectifications, boolean office) {
}
