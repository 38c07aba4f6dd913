package org.guantong.intake.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.guantong.workflow.form.FormComponent;
import org.guantong.workflow.form.FormSchema;

/**
 * How a form lies in a sheet: a row for each thing, a column for each field; a list of
 * the form takes as many groups of columns as it may have rows. The first line is hidden
 * and says which column is which, so that columns may be moved, hidden or read in another
 * language.
 */
public final class Layout {

	/** Column of the rows' own keys. */
	public static final String KEY = "_key";

	/** Column that says what is wrong with a row. */
	public static final String PROBLEMS = "_problems";

	/** Lines above the first row of things, as Excel counts. */
	public static final int HEADERS = 2;

	/** Most rows of things taken at once. */
	public static final int MOST_ROWS = 2_000;

	private final FormSchema schema;

	private final List<Column> columns;

	private Layout(FormSchema schema, List<Column> columns) {
		this.schema = schema;
		this.columns = columns;
	}

	/**
	 * A column to fill in.
	 *
	 * @param path of the field, e.g. {@code title} or {@code indicators[0].name}
	 * @param list the list it belongs to, or null
	 * @param row of that list, from 0
	 */
	public record Column(String path, FormComponent field, FormComponent list, int row) {

		/** Whether something must stand there in every row. */
		public boolean isRequired() {
			boolean required = field.rules() != null && field.rules().required();
			return required && (list == null || row < list.listing().minRows());
		}

	}

	public static Layout of(FormSchema schema) {
		List<Column> columns = new ArrayList<>();
		for (FormComponent field : schema.fields()) {
			if (field.isList()) {
				for (int row = 0; row < field.listing().maxRows(); row++) {
					addRow(field, row, columns);
				}
			}
			else if (field.takesInput()) {
				columns.add(new Column(field.key(), field, null, 0));
			}
		}
		return new Layout(schema, List.copyOf(columns));
	}

	private static void addRow(FormComponent list, int row, List<Column> columns) {
		for (FormComponent field : list.rowFields()) {
			if (field.takesInput()) {
				columns.add(new Column(list.key() + "[" + row + "]." + field.key(), field, list, row));
			}
		}
	}

	public List<Column> columns() {
		return columns;
	}

	public FormSchema schema() {
		return schema;
	}

	/** What stands in the very first cell, to know the form again. */
	public String mark() {
		return KEY + "/" + schema.id();
	}

	/** What stands above a column. */
	public String label(Column column, Locale locale) {
		String suffix = column.field().suffix().in(locale);
		String label = schema.label(column.path(), locale);
		return suffix.isEmpty() ? label
				: label + (locale.getLanguage().equals("en") ? " (" + suffix + ")" : "（" + suffix + "）");
	}

	/**
	 * The path of the column a problem is shown at: its own, or the first of the list
	 * that is meant as a whole; empty when it is about the row.
	 */
	String columnOf(String field) {
		return columns.stream()
			.map(Column::path)
			.filter((path) -> path.equals(field) || path.startsWith(field + "[0]."))
			.findFirst()
			.orElse("");
	}

	/** The columns by their path. */
	Map<String, Column> byPath() {
		return columns.stream().collect(Collectors.toMap(Column::path, (column) -> column));
	}

}
