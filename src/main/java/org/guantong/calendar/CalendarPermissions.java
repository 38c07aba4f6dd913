package org.guantong.calendar;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who keeps the calendar. */
@Component
public class CalendarPermissions {

	/** Everybody with an account may look up which days are worked. */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

	/** The office enters holidays and days worked in their place. */
	public boolean mayKeep(Person actor) {
		return actor != null && actor.isOffice();
	}

}
