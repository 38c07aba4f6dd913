/**
 * Forms: each user task's form is a form-js file that is rendered, checked and bound by
 * the server.
 *
 * <h2>How to write a form</h2>
 *
 * A file {@code forms/<process-id>/<step>.form}, schemaVersion 16, opens in Camunda
 * Modeler. An example: <pre>{@code
 * { "id": "signOff", "type": "default", "schemaVersion": 16, "components": [
 *   { "type": "radio", "id": "decision_field", "key": "decision", "label": "审签意见",
 *     "properties": { "label_en": "Decision" }, "validate": { "required": true },
 *     "values": [ { "value": "approve", "label": "同意", "label_en": "Approve" },
 *                 { "value": "return", "label": "退回", "label_en": "Return" } ] },
 *   { "type": "textarea", "id": "reason_field", "key": "reason", "label": "退回理由",
 *     "description": "说明需要补充什么",
 *     "properties": { "label_en": "Reason", "description_en": "Say what is missing" },
 *     "validate": { "required": true, "maxLength": 500 },
 *     "conditional": { "hide": "=decision != \"return\"" } } ] }
 * }</pre>
 *
 * <h3>Every component</h3>
 * <ul>
 * <li>{@code key}: letters, digits and _; unique in the form (in a list: in its row). The
 * {@code id} must be unique too. A {@code group} adds no level to the data.</li>
 * <li>{@code label}, {@code description} (the hint), a unit in
 * {@code appearance.suffixAdorner}; their English in {@code properties}:
 * {@code label_en}, {@code description_en}, {@code suffix_en}. The English of an option
 * or of a table's column is {@code label_en} inside that entry.</li>
 * <li>{@code validate}: required, minLength, maxLength (code points), min, max, pattern
 * (found anywhere: write ^ and $), validationType email or phone. Without a maxLength a
 * line has at most 500, a text 10,000 code points. Explain a pattern in the
 * description.</li>
 * <li>{@code defaultValue} is shown while the data say nothing; prefilled data win.</li>
 * <li>{@code disabled} or {@code readonly} (true or false): shown; its value is the
 * prefilled one, never the sent one.</li>
 * <li>{@code conditional.hide}: FEEL over the form's fields and the prefilled data. A
 * hidden field is neither required nor kept. The browser follows =, !=, &lt;, &lt;=,
 * &gt;, &gt;=, and, or, not(); with anything else the field stays in sight and the server
 * decides.</li>
 * </ul>
 *
 * <h3>Types</h3>
 * <ul>
 * <li>{@code textfield}, {@code textarea}: text.</li>
 * <li>{@code number}: {@code decimalDigits} is the most decimals (0: whole numbers),
 * {@code increment} makes only its multiples valid.</li>
 * <li>{@code datetime} with {@code "subtype": "date"}; label or dateLabel.</li>
 * <li>{@code select}, {@code radio}: one; {@code checklist}, {@code taglist} (for many):
 * several; either {@code values} or {@code valuesKey}, which names a prefilled list of
 * maps with value, label and label_en.</li>
 * <li>{@code checkbox}: required means it must be ticked.</li>
 * <li>{@code dynamiclist}: {@code path} is its key, {@code components} its row;
 * {@code defaultRepetitions}; {@code properties.minRows} and {@code maxRows} (200).
 * {@code "allowAddRemove": false} shows exactly the prefilled rows, in which columns may
 * be read-only. The label names one row (指标), for "指标 1". No list within a list.</li>
 * <li>{@code table}: prefilled rows to read: {@code "dataSource": "=rows"},
 * {@code columns} of key and label.</li>
 * <li>{@code text}: {@code text} and {@code properties.text_en}: # heading, **strong**,
 * lines beginning with "- ", [link](/path), {{field}}; paragraphs are parted by an empty
 * line. HTML is shown as text.</li>
 * <li>{@code expression}: computed by the server,
 * {@code "expression": "=sum(lines.spent)"}; kept under its key; nothing while a number
 * is missing.</li>
 * </ul>
 *
 * Anything else stops the start with one line that names file and component.
 */
@org.springframework.modulith.NamedInterface("form")
package org.guantong.workflow.form;
