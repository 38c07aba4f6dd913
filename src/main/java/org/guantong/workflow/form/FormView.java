package org.guantong.workflow.form;

import java.util.List;

/** What a page shows of a form, ready for the templates. */
public record FormView(List<FieldView> fields, boolean hasRows) {
}
