package org.guantong.workflow.form;

import java.util.List;

/**
 * What a page shows of a form, ready for the templates.
 *
 * @param hasRows whether there are buttons that add or remove rows
 */
public record FormView(List<FieldView> fields, boolean hasRows) {
}
