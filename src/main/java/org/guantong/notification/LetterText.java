package org.guantong.notification;

/**
 * Subject and body of a mail before its placeholders {0}, {1}, … are filled; plain text,
 * a body's lines are its paragraphs.
 */
public record LetterText(String subject, String body) {
}
