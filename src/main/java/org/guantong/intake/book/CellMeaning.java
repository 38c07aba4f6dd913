package org.guantong.intake.book;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.guantong.spreadsheet.BookCell;
import org.guantong.workflow.form.ComponentType;
import org.guantong.workflow.form.FormComponent;
import org.guantong.workflow.form.Option;

/**
 * What a cell says in the terms of its field: choices by their name in either language,
 * ticks by a word. What is not understood is handed on as it is, for the form to refuse.
 */
final class CellMeaning {

	private static final Set<String> YES = Set.of("是", "y", "yes", "true", "√", "✓", "✔", "1", "已承诺", "同意");

	private static final Set<String> NO = Set.of("否", "n", "no", "false", "×", "✗", "0");

	private final Map<String, ?> known;

	CellMeaning(Map<String, ?> known) {
		this.known = known;
	}

	/** What to take where nothing was filled in; null for nothing. */
	Object ofEmpty(Layout.Column column) {
		Object value = column.list() == null ? known.get(column.path()) : null;
		return value instanceof String || value instanceof Number ? value : null;
	}

	Object of(Layout.Column column, BookCell cell) {
		FormComponent field = column.field();
		ComponentType type = field.type();
		if (type.isSingleChoice()) {
			return choice(field, text(cell));
		}
		if (type.isMultipleChoice()) {
			List<String> chosen = new ArrayList<>();
			for (String part : text(cell).split("[;；、\\n]")) {
				if (!part.isBlank()) {
					chosen.add(choice(field, part));
				}
			}
			return chosen;
		}
		if (type == ComponentType.CHECKBOX) {
			return tick(cell);
		}
		return type == ComponentType.NUMBER || type == ComponentType.DATETIME ? cell.value() : text(cell);
	}

	private String choice(FormComponent field, String said) {
		String plain = plain(said);
		for (Option option : field.choices(known)) {
			if (plain.equals(plain(option.value())) || plain.equals(plain(option.label().in(Locale.CHINESE)))
					|| plain.equals(plain(option.label().in(Locale.ENGLISH)))) {
				return option.value();
			}
		}
		return said;
	}

	private static Object tick(BookCell cell) {
		if (cell.value() instanceof Boolean ticked) {
			return ticked;
		}
		String said = plain(text(cell));
		return YES.contains(said) ? Boolean.TRUE : NO.contains(said) ? Boolean.FALSE : said;
	}

	private static String text(BookCell cell) {
		return cell.value() instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString()
				: cell.value().toString();
	}

	/** Without what Chinese and Latin keyboards do differently. */
	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
	}

}
