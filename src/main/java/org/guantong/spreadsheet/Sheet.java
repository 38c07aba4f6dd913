package org.guantong.spreadsheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a list looks like as a sheet: its title and columns, told by message keys and put
 * in the reader's language when it is written. Immutable; each method answers a sheet
 * with one column more.
 *
 * @param titleKey message key of the sheet's and the file's name
 * @param columns from left to right
 */
public record Sheet<T>(String titleKey, List<Column<T>> columns) {

	/** A sheet without columns yet. */
	public static <T> Sheet<T> of(String titleKey) {
		return new Sheet<>(titleKey, List.of());
	}

	/** A column of texts; what looks like a formula is kept as text. */
	public Sheet<T> text(String headerKey, Function<T, String> value) {
		return with(headerKey, Column.Format.TEXT, (row, reader) -> value.apply(row));
	}

	/** A column of texts that read differently in each language. */
	public Sheet<T> text(String headerKey, BiFunction<T, Locale, String> value) {
		return with(headerKey, Column.Format.TEXT, (row, reader) -> value.apply(row, reader.locale()));
	}

	/** A column of words from the message files, e.g. the names of states. */
	public Sheet<T> word(String headerKey, Function<T, String> messageKey) {
		return with(headerKey, Column.Format.TEXT, (row, reader) -> reader.word(messageKey.apply(row)));
	}

	/** A column of several words from the message files in each cell, e.g. of roles. */
	public Sheet<T> words(String headerKey, Function<T, List<String>> messageKeys) {
		return with(headerKey, Column.Format.TEXT,
				(row, reader) -> String.join("; ", messageKeys.apply(row).stream().map(reader::word).toList()));
	}

	/** A column of whole numbers. */
	public Sheet<T> whole(String headerKey, Function<T, ? extends Number> value) {
		return with(headerKey, Column.Format.WHOLE, (row, reader) -> value.apply(row));
	}

	/** A column of numbers with two digits after the point, e.g. amounts of money. */
	public Sheet<T> amount(String headerKey, Function<T, BigDecimal> value) {
		return with(headerKey, Column.Format.AMOUNT, (row, reader) -> value.apply(row));
	}

	/** A column of days. */
	public Sheet<T> day(String headerKey, Function<T, LocalDate> value) {
		return with(headerKey, Column.Format.DAY, (row, reader) -> value.apply(row));
	}

	/** A column of moments, shown to the minute in the application's time zone. */
	public Sheet<T> time(String headerKey, Function<T, Instant> value) {
		return with(headerKey, Column.Format.TIME, (row, reader) -> value.apply(row));
	}

	/** A column under a header of its own, each cell of the type of its value. */
	public Sheet<T> value(Function<Locale, String> header, BiFunction<T, Locale, Object> value) {
		return with(new Column<>((reader) -> header.apply(reader.locale()), null,
				(row, reader) -> value.apply(row, reader.locale())));
	}

	/** This sheet with these rows, ready to be written. */
	public FilledSheet<T> with(Iterable<T> rows) {
		return new FilledSheet<>(this, rows);
	}

	private Sheet<T> with(String headerKey, Column.Format format, BiFunction<T, Reader, Object> value) {
		return with(new Column<>((reader) -> reader.word(headerKey), format, value));
	}

	private Sheet<T> with(Column<T> column) {
		List<Column<T>> more = new ArrayList<>(columns);
		more.add(column);
		return new Sheet<>(titleKey, List.copyOf(more));
	}

}
