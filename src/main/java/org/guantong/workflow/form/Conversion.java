package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.guantong.shared.FieldProblem;

/**
 * What one field's raw input means.
 *
 * @param value in the type of {@code FormData}; null when nothing was entered
 * @param problem why it could not be understood, else null
 */
record Conversion(Object value, FieldProblem problem) {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

	/**
	 * Whole digits and decimals a number may have: far beyond any budget, still cheap.
	 */
	private static final int DIGITS = 18;

	private static final int DECIMALS = 12;

	private static final Set<String> YES = Set.of("true", "on", "1");

	private static final Conversion NOTHING = new Conversion(null, null);

	/**
	 * Reads a field, from JSON or from an HTML form.
	 * @param options what can be chosen, for choices
	 */
	static Conversion of(FormComponent field, String path, Object raw, List<Option> options) {
		if (isBlank(raw)) {
			return (field.type() == ComponentType.CHECKBOX) ? of(false) : NOTHING;
		}
		return switch (field.type()) {
			case NUMBER -> number(path, raw);
			case DATETIME -> date(path, raw);
			case CHECKBOX -> tick(path, raw);
			case SELECT, RADIO -> choice(path, raw, options);
			case CHECKLIST, TAGLIST -> choices(path, raw, options);
			case TEXTAREA -> text(path, raw, false);
			default -> text(path, raw, true);
		};
	}

	/** Whether nothing was entered. */
	static boolean isBlank(Object raw) {
		return raw == null || raw instanceof String text && tidy(text).isEmpty()
				|| raw instanceof Collection<?> items && items.stream().allMatch(Conversion::isBlank);
	}

	private static Conversion text(String path, Object raw, boolean oneLine) {
		if (!isScalar(raw)) {
			return bad(path, "form.type.text");
		}
		String text = tidy(raw.toString());
		return of(oneLine ? text.replace('\n', ' ') : text);
	}

	/** Line ends as \n, no blanks around, nothing that no database or mail can keep. */
	private static String tidy(String text) {
		return text.replace("\r\n", "\n")
			.replace('\r', '\n')
			.codePoints()
			.filter((point) -> point == '\n' || point == '\t' || isReadable(point))
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString()
			.strip();
	}

	private static boolean isReadable(int point) {
		int kind = Character.getType(point);
		return kind != Character.CONTROL && kind != Character.SURROGATE && point != 0xFEFF;
	}

	private static Conversion number(String path, Object raw) {
		BigDecimal number = numberOrNull(raw);
		if (number == null || number.scale() > DECIMALS || number.precision() - number.scale() > DIGITS) {
			return bad(path, "form.type.number");
		}
		return of(plain(number));
	}

	private static BigDecimal numberOrNull(Object raw) {
		if (raw instanceof BigDecimal number) {
			return number;
		}
		if (raw instanceof Number number) {
			return Double.isFinite(number.doubleValue()) ? new BigDecimal(number.toString()) : null;
		}
		String text = narrow(raw).replace("−", "-");
		return (text.length() <= 60 && NUMBER.matcher(text).matches()) ? new BigDecimal(text.replace(",", "")) : null;
	}

	/** One number, one notation: 12.50 and 12.5 are the same input. */
	static BigDecimal plain(BigDecimal number) {
		BigDecimal stripped = number.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	private static Conversion date(String path, Object raw) {
		if (raw instanceof LocalDate date) {
			return of(date);
		}
		Matcher matcher = DATE.matcher(narrow(raw));
		if (!matcher.matches()) {
			return bad(path, "form.type.date");
		}
		try {
			return of(LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Integer.parseInt(matcher.group(3))));
		}
		catch (DateTimeException ex) {
			return bad(path, "form.type.date");
		}
	}

	/** Full-width digits and signs, as a Chinese input method types them, made plain. */
	private static String narrow(Object raw) {
		return isScalar(raw) ? Normalizer.normalize(tidy(raw.toString()), Normalizer.Form.NFKC) : "";
	}

	private static Conversion tick(String path, Object raw) {
		if (!isScalar(raw)) {
			return bad(path, "form.type.tick");
		}
		String text = tidy(raw.toString());
		if (YES.contains(text)) {
			return of(true);
		}
		return text.equals("false") ? of(false) : bad(path, "form.type.tick");
	}

	private static Conversion choice(String path, Object raw, List<Option> options) {
		String value = isScalar(raw) ? tidy(raw.toString()) : "";
		return options.stream().anyMatch((option) -> option.value().equals(value)) ? of(value)
				: bad(path, "form.option");
	}

	private static Conversion choices(String path, Object raw, List<Option> options) {
		Collection<?> items = (raw instanceof Collection<?> several) ? several : List.of(raw);
		Set<String> chosen = items.stream()
			.filter((item) -> !isBlank(item))
			.map((item) -> isScalar(item) ? tidy(item.toString()) : "")
			.collect(Collectors.toSet());
		List<String> inOrder = options.stream().map(Option::value).filter(chosen::contains).distinct().toList();
		return (inOrder.size() == chosen.size()) ? of(inOrder) : bad(path, "form.option");
	}

	private static boolean isScalar(Object raw) {
		return !(raw instanceof Collection || raw instanceof Map || raw.getClass().isArray());
	}

	private static Conversion of(Object value) {
		return new Conversion(value, null);
	}

	private static Conversion bad(String path, String messageKey) {
		return new Conversion(null, FieldProblem.of(path, messageKey));
	}

}
