package org.guantong.notification;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import org.guantong.identity.Person;

/**
 * One mail to one person, before it is written in their language.
 *
 * @param key names subject and text in the message files: {@code mail.<key>.subject},
 * {@code mail.<key>.body}; {@code mail.<key>.action} and {@code mail.<key>.why} may name
 * the button and the reason for the mail. A key in the urgent list of
 * {@link MailProperties}, or ending in one of its words, is never held for a digest
 * @param thread what ties the mails of one case together, e.g. {@code case-12}
 * @param link path of the page to open, e.g. {@code /tasks/4711}; starts with a slash
 * @param arguments what {0}, {1}, … in subject and body stand for; already in words,
 * never markup. An Instant, LocalDateTime or LocalDate is written as the reader's
 * language does; a {@link MessageSourceResolvable} is resolved in it
 */
public record Notice(String key, Person recipient, String thread, String link, List<Object> arguments) {

	/** Stands where a due date would, when there is none. */
	public static final MessageSourceResolvable NO_DEADLINE = new DefaultMessageSourceResolvable("mail.no-deadline");

	public static Notice of(String key, Person recipient, String thread, String link, Object... arguments) {
		return new Notice(key, recipient, thread, link, List.of(arguments));
	}

}
