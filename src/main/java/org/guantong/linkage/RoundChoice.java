package org.guantong.linkage;

/** A round whose statistics may be read. */
public record RoundChoice(long id, String code, String title) {
}
