package org.guantong.workflow.form;

public record FieldView() {
}
