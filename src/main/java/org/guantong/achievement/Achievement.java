package org.guantong.achievement;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * A classified result (成果).
 *
 * @param code a provisional code while reported, the registration number once registered
 * @param closureId the closure it was reported in; null for one that came another way
 * @param keywords at most three, parted by 、
 * @param trl technology readiness by GB/T 22900, 1 to 9
 * @param preferredMode null when its authors have no preference
 * @param achievementClass null until classified
 * @param route what the classification recommends; null until classified
 */
public record Achievement(@Id Long id, @Version int version, String code, long projectId, String title,
		AchievementState state, Long closureId, String keywords, AchievementForm form, Nature nature,
		Originality originality, DevelopmentStage stage, int trl, Intention intention, TransferMode preferredMode,
		PotentialValue potentialValue, String description, AchievementClass achievementClass, Route route,
		Instant registeredAt) {

	public Subject subject() {
		return Subject.of(Kind.ACHIEVEMENT, id, code, title);
	}

	public boolean isRegistered() {
		return state == AchievementState.REGISTERED;
	}

	/** The same, registered under that number with the class the decision gave it. */
	public Achievement registered(String number, AchievementClass found, Route recommended, Instant at) {
		return new Achievement(id, version, number, projectId, title, AchievementState.REGISTERED, closureId, keywords,
				form, nature, originality, stage, trl, intention, preferredMode, potentialValue, description, found,
				recommended, at);
	}

}
