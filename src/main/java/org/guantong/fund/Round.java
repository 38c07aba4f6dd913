package org.guantong.fund;

import java.math.BigDecimal;
import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * One year's run of a joint fund, with the settings its processes go by (轮次).
 *
 * @param demandDeadline until when co-funders submit demands
 * @param consultationDays days a co-funder has to answer on a question or direction
 * @param reviewDays days an expert has to review
 * @param reminderDays how many days before a date people are reminded
 * @param quotaPerCoFunder most demands of one co-funder
 * @param quotaPerField most demands of one co-funder in one field
 * @param expertsPerDirection experts asked about one direction
 * @param quorum share of the panel that must have answered, in (0, 1]
 * @param passShare share of approvals that must be exceeded, in (0, 1)
 * @param recusalYears how far back a shared grant or paper makes an expert recuse
 * @param amendDays days a contact has to amend a demand that came back
 */
public record Round(@Id Long id, @Version int version, long fundId, int year, String code, String title, State state,
		Instant demandDeadline, int consultationDays, int reviewDays, int reminderDays, int quotaPerCoFunder,
		int quotaPerField, int expertsPerDirection, BigDecimal quorum, BigDecimal passShare, int recusalYears,
		int amendDays) {

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

	Round in(State next) {
		return new Round(id, version, fundId, year, code, title, next, demandDeadline, consultationDays, reviewDays,
				reminderDays, quotaPerCoFunder, quotaPerField, expertsPerDirection, quorum, passShare, recusalYears,
				amendDays);
	}

	Round with(RoundSettings settings, int seenVersion) {
		return new Round(id, seenVersion, fundId, year, code, settings.title(), state, settings.demandDeadline(),
				settings.consultationDays(), settings.reviewDays(), settings.reminderDays(),
				settings.quotaPerCoFunder(), settings.quotaPerField(), settings.expertsPerDirection(),
				settings.quorum(), settings.passShare(), settings.recusalYears(), settings.amendDays());
	}

}
