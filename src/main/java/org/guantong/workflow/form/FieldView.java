package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One component of a form as a page shows it.
 *
 * @param component what the form says of it
 * @param name its name in the HTML form, e.g. {@code indicators[2].target}
 * @param prefix what the names of the fields beside it begin with
 * @param value what it holds: typed, or as somebody typed it
 * @param error the sentence beside the field, or null
 * @param hide the FEEL expression that hides it in the browser, or null
 * @param options what can be chosen
 * @param html the words of a text component, safe to write out
 * @param children of a group
 * @param rows of a dynamic list
 * @param cells of a table, row by row
 */
public record FieldView(FormComponent component, String name, String prefix, Locale locale, Object value, String error,
		String hide, List<OptionView> options, String html, List<FieldView> children, List<RowView> rows,
		List<List<String>> cells) {

	private static final int WIDEST_LINE = 5;

	/** Something that can be chosen, and whether it is. */
	public record OptionView(String id, String value, String label, boolean selected) {
	}

	/**
	 * A row of a dynamic list.
	 *
	 * @param index from 0
	 * @param fields what the row shows
	 * @param cells one field for each of the list's columns, null where it is hidden
	 */
	public record RowView(int index, List<FieldView> fields, List<FieldView> cells) {
	}

	/** The fragment that shows it. */
	public String template() {
		if (component.type().isInput() && component.readOnly()) {
			return "readonly";
		}
		return switch (component.type()) {
			case TEXTFIELD, NUMBER, DATETIME -> "line";
			case CHECKLIST, TAGLIST -> "ticks";
			case RADIO -> "radios";
			case DYNAMICLIST -> "rows";
			case EXPRESSION -> "readonly";
			default -> component.type().code();
		};
	}

	/** The fragment that shows it among answers. */
	public String answerTemplate() {
		return switch (component.type()) {
			case DYNAMICLIST -> "rows";
			case TABLE -> "table";
			case CHECKBOX -> "tick";
			default -> "plain";
		};
	}

	public String type() {
		return component.type().code();
	}

	/**
	 * Whether the rows of a list are short enough to stand in one line each, as in a
	 * spreadsheet.
	 */
	public boolean isCompact() {
		return rowWidth() <= WIDEST_LINE && component.children().stream().allMatch(FieldView::isShort);
	}

	/** How many fields a row of a list has. */
	public int rowWidth() {
		return component.children().size();
	}

	private static boolean isShort(FormComponent field) {
		return switch (field.type()) {
			case TEXTFIELD, NUMBER, DATETIME, SELECT, CHECKBOX, EXPRESSION -> true;
			default -> false;
		};
	}

	/** The id that the error summary links to. */
	public String id() {
		return "f-" + name;
	}

	public String label() {
		return component.label().in(locale);
	}

	public String hint() {
		return component.description().in(locale);
	}

	public String suffix() {
		return component.suffix().in(locale);
	}

	public boolean required() {
		return component.takesInput() && (component.rules().required() || component.isList() && leastRows() > 0);
	}

	private int leastRows() {
		return component.listing().minRows();
	}

	/** Most code points of a text whose form sets a limit; null when it sets none. */
	public Integer limit() {
		return component.rules().limitsLength(component.type()) ? component.rules().maxLength() : null;
	}

	/**
	 * Ids of what explains the field, for assistive technology; null when nothing does.
	 */
	public String describedBy() {
		String ids = Stream
			.of(hint().isEmpty() ? null : id() + "-hint", (limit() == null) ? null : id() + "-limit",
					(error == null) ? null : id() + "-error")
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return ids.isEmpty() ? null : ids;
	}

	/** What stands in the field. */
	public String text() {
		if (value == null) {
			return "";
		}
		return (value instanceof BigDecimal number) ? number.toPlainString() : value.toString();
	}

	/** What the field holds in words: options by their label. */
	public String answer() {
		if (!component.type().isSingleChoice() && !component.type().isMultipleChoice()) {
			return text();
		}
		Collection<?> chosen = (value instanceof Collection<?> several) ? several
				: (value == null) ? List.of() : List.of(value);
		Map<String, String> labels = options.stream()
			.collect(Collectors.toMap(OptionView::value, OptionView::label, (first, second) -> first));
		return chosen.stream()
			.map(Object::toString)
			.map((choice) -> labels.getOrDefault(choice, choice))
			.collect(Collectors.joining((locale.getLanguage().equals("zh")) ? "、" : ", "));
	}

	public boolean checked() {
		return value != null && value.toString().equals("true");
	}

	/** The type of the input element. */
	public String inputType() {
		return switch (component.rules().format()) {
			case EMAIL -> "email";
			case PHONE -> "tel";
			case ANY -> (component.type() == ComponentType.DATETIME) ? "date" : "text";
		};
	}

	/** The keyboard a telephone offers; null for its usual one. */
	public String inputMode() {
		return (component.type() == ComponentType.NUMBER) ? "decimal" : null;
	}

	/** The heads of a table's or list's columns. */
	public List<String> columns() {
		if (component.isList()) {
			return FormSchema.fields(component.children()).stream().map((field) -> field.label().in(locale)).toList();
		}
		return component.listing().columns().stream().map((column) -> column.label().in(locale)).toList();
	}

	public boolean canAdd() {
		return !component.hasFixedRows() && rows.size() < component.listing().maxRows();
	}

	public boolean canRemove() {
		return !component.hasFixedRows();
	}

}
