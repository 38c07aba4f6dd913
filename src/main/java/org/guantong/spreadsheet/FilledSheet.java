package org.guantong.spreadsheet;

/** A sheet and its rows, which are gone through once. */
public record FilledSheet<T>(Sheet<T> sheet, Iterable<T> rows) {
}
