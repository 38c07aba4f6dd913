package org.guantong.workflow.form;

/**
 * One thing that can be chosen.
 *
 * @param value what is stored
 * @param label what is read
 */
public record Option(String value, Bilingual label) {
}
