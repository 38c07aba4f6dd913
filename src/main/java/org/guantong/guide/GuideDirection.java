package org.guantong.guide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * One numbered topic of a published call (指南方向). What is published never changes again.
 *
 * @param applicationCodes one to three, e.g. B08, E0303
 * @param category code of a grant category, e.g. KEY
 * @param intensity direct cost of one project, in 万元; null while not settled
 * @param signOffTurn how often the co-funders were asked to sign off
 * @param number its number among the directions of its field; null until one was given.
 * Given to the field's directions together by {@code Numbering}, so never saved from here
 * @param publishOn day of publication; null for at once, or while not scheduled
 */
public record GuideDirection(@Id Long id, @Version int version, String code, long roundId, long fieldId, String title,
		State state, List<String> applicationCodes, String text, String category, BigDecimal intensity,
		String expectedApplication, int signOffTurn, @ReadOnlyProperty Integer number, LocalDate publishOn,
		Instant publishedAt) {

	/** How far a direction has come. */
	public enum State {

		/** 编制中 */
		DRAFT,
		/** 论证中 */
		IN_REVIEW,
		/** 会议论证中: waits for a meeting's vote */
		MEETING,
		/** 修改中 */
		REVISING,
		/** 已否决 */
		REJECTED,
		/** 会签中 */
		SIGN_OFF,
		/** 已采纳 */
		ADOPTED,
		/** 已发布 */
		PUBLISHED,
		/** 未采纳 */
		NOT_ADOPTED,
		/** 已撤销 */
		WITHDRAWN;

		/** Whether the office may change the text now. */
		public boolean isEditable() {
			return this == DRAFT || this == REVISING;
		}

		/** Whether it can still end up in the guide, or stands in it. */
		public boolean isLive() {
			return this != REJECTED && this != NOT_ADOPTED && this != WITHDRAWN;
		}

		/** Whether it can still be given up. */
		public boolean isWithdrawable() {
			return isLive() && this != PUBLISHED;
		}

	}

	static GuideDirection drafted(String code, long round, long field, String title) {
		return new GuideDirection(null, 0, code, round, field, title, State.DRAFT, List.of(), "", "KEY", null, "", 0,
				null, null, null);
	}

	public Subject subject() {
		return Subject.of(Kind.GUIDE_DIRECTION, id, code, title);
	}

	public boolean isPublished() {
		return state == State.PUBLISHED;
	}

	public DirectionContent content() {
		return new DirectionContent(title, applicationCodes, text, category, intensity, expectedApplication);
	}

	GuideDirection with(DirectionContent content, int seenVersion) {
		return new GuideDirection(id, seenVersion, code, roundId, fieldId, content.title(), state,
				content.applicationCodes(), content.text(), content.category(), content.intensity(),
				content.expectedApplication(), signOffTurn, number, publishOn, publishedAt);
	}

	/** The same in another state. */
	public GuideDirection in(State next) {
		return new GuideDirection(id, version, code, roundId, fieldId, title, next, applicationCodes, text, category,
				intensity, expectedApplication, signOffTurn, number, publishOn, publishedAt);
	}

	/** The same, put before the co-funders once more. */
	public GuideDirection forSignOff() {
		return new GuideDirection(id, version, code, roundId, fieldId, title, State.SIGN_OFF, applicationCodes, text,
				category, intensity, expectedApplication, signOffTurn + 1, number, publishOn, publishedAt);
	}

	/** The same with its day of publication. */
	public GuideDirection scheduled(LocalDate day) {
		return new GuideDirection(id, version, code, roundId, fieldId, title, state, applicationCodes, text, category,
				intensity, expectedApplication, signOffTurn, number, day, publishedAt);
	}

	/** The same, published. */
	public GuideDirection published(Instant at) {
		return new GuideDirection(id, version, code, roundId, fieldId, title, State.PUBLISHED, applicationCodes, text,
				category, intensity, expectedApplication, signOffTurn, number, publishOn, at);
	}

}
