package org.guantong.midterm;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * One project's check in one season (中期检查).
 *
 * @param code e.g. {@code M2026-U21A2062}
 * @param season the year it falls in
 * @param dueOn until when the PI reports
 * @param reportDue the same as a moment; later when the report was returned
 * @param opinionDue until when co-funders give their opinion; null before they are asked
 * @param suggestion what the decision table suggested, null before it did
 * @param cancelledBecause why it was given up; null unless it was
 */
public record MidtermCheck(@Id Long id, @Version int version, String code, long projectId, int season, LocalDate dueOn,
		MidtermState state, Instant reportDue, Instant opinionDue, String suggestion, Instant openedAt,
		String cancelledBecause) {

	public Ref ref() {
		return new Ref(Kind.MIDTERM_CHECK, id);
	}

	/** The same check, further on. */
	public MidtermCheck in(MidtermState newState) {
		return new MidtermCheck(id, version, code, projectId, season, dueOn, newState, reportDue, opinionDue,
				suggestion, openedAt, cancelledBecause);
	}

	/** The same check, given up. */
	public MidtermCheck cancelled(String reason) {
		return new MidtermCheck(id, version, code, projectId, season, dueOn, MidtermState.CANCELLED, reportDue,
				opinionDue, suggestion, openedAt, reason);
	}

	/** The same check with another date for the report. */
	public MidtermCheck withReportDue(Instant newDue) {
		return new MidtermCheck(id, version, code, projectId, season, dueOn, state, newDue, opinionDue, suggestion,
				openedAt, cancelledBecause);
	}

	/** The same check with another last day for the report. */
	public MidtermCheck dueOn(LocalDate day, Instant moment) {
		return new MidtermCheck(id, version, code, projectId, season, day, state, moment, opinionDue, suggestion,
				openedAt, cancelledBecause);
	}

	/** The same check, its co-funders asked until then. */
	public MidtermCheck withOpinionDue(Instant newDue) {
		return new MidtermCheck(id, version, code, projectId, season, dueOn, state, reportDue, newDue, suggestion,
				openedAt, cancelledBecause);
	}

	/** The same check with what the decision table suggests. */
	public MidtermCheck withSuggestion(String newSuggestion) {
		return new MidtermCheck(id, version, code, projectId, season, dueOn, state, reportDue, opinionDue,
				newSuggestion, openedAt, cancelledBecause);
	}

}
