package org.guantong.linkage;

/** A field to filter by. */
public record PublicField(String code, String name, String nameEn) {
}
