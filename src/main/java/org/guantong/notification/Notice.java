package org.guantong.notification;

import java.util.List;

import org.guantong.identity.Person;

/**
 * One mail to one person, before it is written in their language.
 *
 * @param key names subject and text in the message files: {@code mail.<key>.subject},
 * {@code mail.<key>.body}
 * @param thread what ties the mails of one case together, e.g. {@code case-12}
 * @param link path of the page to open, e.g. {@code /tasks/4711}
 * @param arguments what {0}, {1}, … in subject and body stand for; already in words,
 * never markup
 */
public record Notice(String key, Person recipient, String thread, String link, List<Object> arguments) {

	public static Notice of(String key, Person recipient, String thread, String link, Object... arguments) {
		return new Notice(key, recipient, thread, link, List.of(arguments));
	}

}
