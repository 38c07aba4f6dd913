package org.guantong.linkage;

/** Something to filter by. */
public record PublicChoice(String value, String name, String nameEn) {
}
