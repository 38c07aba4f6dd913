package org.guantong.achievement;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with achievements. */
@Component("achievementPermissions")
public class AchievementPermissions {

	private final ClosurePermissions closures;

	AchievementPermissions(ClosurePermissions closures) {
		this.closures = closures;
	}

	/** Everybody signed in may look through what is registered. */
	public boolean mayBrowse(Person actor) {
		return actor != null;
	}

	/**
	 * Everybody sees what is registered; what is only reported, those who see its
	 * closure.
	 */
	public boolean maySee(Person actor, Achievement achievement) {
		return achievement.isRegistered() || closures.maySeeOf(actor, achievement.projectId());
	}

}
