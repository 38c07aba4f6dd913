package org.guantong.fund;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * One year's run of a joint fund, with the settings its processes go by (轮次). Its fields
 * and co-funders are with {@link RoundParties}, its criteria with {@link RoundCriteria},
 * its quotas, exceptions included, with {@link RoundQuotas}.
 *
 * @param demandDeadline until when co-funders submit demands
 * @param mostConsultations after so many consultations about one question the office is
 * warned that it does not converge
 * @param wording words in a demand or direction that are worth a warning
 * @param copiedFrom the round it was made from; null when made from nothing
 */
public record Round(@Id Long id, @Version int version, long fundId, int year, String code, String title, State state,
		Instant demandDeadline, @Embedded(onEmpty = OnEmpty.USE_NULL) TimeLimits limits,
		@Embedded(onEmpty = OnEmpty.USE_NULL) QuotaDefaults quotas,
		@Embedded(onEmpty = OnEmpty.USE_NULL) PanelRules rules, int mostConsultations, List<String> wording,
		Long copiedFrom) {

	/** How far a round has come with its demands. */
	public enum State {

		/** 筹备中: its settings are being made */
		PREPARED,
		/** 征集中: co-funders submit demands */
		OPEN,
		/** 征集完成: its demands stand */
		COLLECTED

	}

	public Subject subject() {
		return Subject.of(Kind.ROUND, id, code, title);
	}

	/** Days a co-funder has to answer on a question or direction. */
	public int consultationDays() {
		return limits.consultationDays();
	}

	/** Days an expert has to review. */
	public int reviewDays() {
		return limits.reviewDays();
	}

	/** How many days before a date people are reminded. */
	public int reminderDays() {
		return limits.reminderDays();
	}

	/** Days a contact has to amend a demand that came back. */
	public int amendDays() {
		return limits.amendDays();
	}

	/** Days an expert has to answer an invitation. */
	public int answerDays() {
		return limits.answerDays();
	}

	/** Days the office gives itself for a text. */
	public int draftDays() {
		return limits.draftDays();
	}

	/** Days the office gives itself for a decision on its own desk. */
	public int officeDays() {
		return limits.officeDays();
	}

	/** Experts asked about one direction. */
	public int expertsPerDirection() {
		return rules.expertsPerDirection();
	}

	/** Share of the panel, or of a meeting, that must have taken part, in (0, 1]. */
	public BigDecimal quorum() {
		return rules.quorum();
	}

	/** Share of approvals that must be exceeded, in (0, 1). */
	public BigDecimal passShare() {
		return rules.passShare();
	}

	/** How many years back a shared grant or paper makes an expert recuse. */
	public int recusalYears() {
		return rules.recusalYears();
	}

	/** Whether a meeting votes on directions after the review by correspondence. */
	public boolean meetingRequired() {
		return rules.meetingRequired();
	}

	/** Whether experts see the sum of the reviews once they have submitted theirs. */
	public boolean aggregateShown() {
		return rules.aggregateShown();
	}

	static Round prepared(JointFund fund, int year, Long copiedFrom) {
		return new Round(null, 0, fund.id(), year, "R" + year + "-" + fund.code(), "", State.PREPARED, null,
				TimeLimits.STANDARD, QuotaDefaults.STANDARD, PanelRules.STANDARD, 1, List.of(), copiedFrom);
	}

	Round in(State next) {
		return new Round(id, version, fundId, year, code, title, next, demandDeadline, limits, quotas, rules,
				mostConsultations, wording, copiedFrom);
	}

	Round with(RoundSettings settings, int seenVersion) {
		return new Round(id, seenVersion, fundId, year, code, settings.title(), state, settings.demandDeadline(),
				settings.limits(), settings.quotas(), settings.rules(), settings.mostConsultations(),
				settings.wording(), copiedFrom);
	}

}
