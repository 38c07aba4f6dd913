package org.guantong.notification;

/** A mail as written: its subject (one line) and both its parts. */
record Letter(String subject, String text, String html) {
}
