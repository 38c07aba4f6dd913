package org.guantong.workflow.form;

import java.util.List;
import java.util.Map;

/**
 * One component of a form, as read from its file.
 *
 * @param id the component's id in the file, for messages to its author
 * @param key where its value is kept; of a dynamic list its path; null for what keeps no
 * value
 * @param text the words of a text component
 * @param suffix a unit behind a field, such as 万元
 * @param defaultValue what is shown before anything was filled in: text, number, boolean
 * or list; null for nothing
 * @param readOnly shown, never taken from the input ({@code disabled} or
 * {@code readonly})
 * @param hide when true the component is not there; null when it always is
 * @param options what can be chosen; empty when {@code valuesKey} names them
 * @param valuesKey the prefilled list of {@code {label, value}} to choose from, or null
 * @param expression of an expression: how its value is computed
 * @param listing of a dynamic list or table, else null
 * @param children of a group or dynamic list
 */
public record FormComponent(ComponentType type, String id, String key, Bilingual label, Bilingual description,
		Bilingual text, Bilingual suffix, Object defaultValue, boolean readOnly, FormExpression hide, Rules rules,
		List<Option> options, String valuesKey, FormExpression expression, Listing listing,
		List<FormComponent> children) {

	/** Whether a person can fill it in. */
	public boolean takesInput() {
		return type.isInput() && !readOnly;
	}

	/**
	 * What can be chosen in it.
	 * @param known the data the form is shown with, which may name the choices
	 */
	public List<Option> choices(Map<String, ?> known) {
		return Options.of(this, known);
	}

	/** Of a dynamic list: the fields of one row, groups opened. */
	public List<FormComponent> rowFields() {
		return FormSchema.fields(children);
	}

	boolean isGroup() {
		return type == ComponentType.GROUP;
	}

	/** Whether it is a list of rows. */
	public boolean isList() {
		return type == ComponentType.DYNAMICLIST;
	}

	boolean hasFixedRows() {
		return isList() && listing.fixed();
	}

}
