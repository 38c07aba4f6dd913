package org.guantong.project.annual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * What a PI reports of one year.
 *
 * @param code e.g. {@code ND2026-U24A2062}
 * @param state REPORTING, ENDORSING (the host) or ENDORSED
 * @param returned why the host sent it back; null when it did not, and for co-funders
 * @param endorsedBy name of who agreed for the host; null before
 */
public record AnnualReport(long id, String code, long projectId, String projectCode, String title, String pi,
		String host, int year, LocalDate dueOn, String state, String summary, String problems, String nextPlan,
		String returned, Instant submittedAt, String endorsedBy, Instant endorsedAt, List<Stage> stages,
		List<Reached> reached) {

	/** How far a milestone has come. */
	public record Stage(long milestoneId, String state, LocalDate actualOn, String note) {
	}

	/** What an indicator has reached. */
	public record Reached(long indicatorId, String actual) {
	}

	/** As those see it whom what PI and host say to each other does not concern. */
	AnnualReport withoutReturn() {
		return new AnnualReport(id, code, projectId, projectCode, title, pi, host, year, dueOn, state, summary,
				problems, nextPlan, null, submittedAt, endorsedBy, endorsedAt, stages, reached);
	}

	/** What a PI hands in. */
	public record Said(String summary, String problems, String nextPlan, List<Stage> stages, List<Reached> reached) {
	}

	public Subject subject() {
		return Subject.of(Kind.ANNUAL_REPORT, id, code, title);
	}

	/** Whether it has been handed in. */
	public boolean isSubmitted() {
		return submittedAt != null;
	}

}
