package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.guantong.shared.FieldProblem;

/** Whether a field's value satisfies the rules its form sets. */
final class RuleCheck {

	private static final Pattern EMAIL = Pattern
		.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,22}[0-9]");

	private final FormComponent field;

	private final Rules rules;

	private final String path;

	RuleCheck(FormComponent field, String path) {
		this.field = field;
		this.rules = field.rules();
		this.path = path;
	}

	/** The first rule the value breaks; null and false count as nothing entered. */
	Optional<FieldProblem> firstProblem(Object value) {
		if (value == null || value.equals(Boolean.FALSE)) {
			return rules.required() ? problem(requiredKey()) : Optional.empty();
		}
		if (value instanceof String text) {
			return field.type().isSingleChoice() ? Optional.empty() : text(text);
		}
		return (value instanceof BigDecimal number) ? number(number) : Optional.empty();
	}

	/** Whether as many rows were filled as the form asks for. */
	Optional<FieldProblem> rowProblem(Collection<?> rows) {
		int least = Math.max(field.listing().minRows(), rules.required() ? 1 : 0);
		if (rows.size() < least) {
			return problem("form.rows.min", least);
		}
		return Optional.empty();
	}

	private String requiredKey() {
		if (field.type() == ComponentType.CHECKBOX) {
			return "form.required.tick";
		}
		boolean choice = field.type().isSingleChoice() || field.type().isMultipleChoice();
		return choice ? "form.required.choice" : "form.required";
	}

	private Optional<FieldProblem> text(String text) {
		int length = text.codePointCount(0, text.length());
		if (rules.minLength() != null && length < rules.minLength()) {
			return problem("form.tooShort", rules.minLength(), length);
		}
		if (length > rules.maxLength()) {
			return problem("form.tooLong", rules.maxLength(), length);
		}
		if (!hasFormat(text)) {
			return problem((rules.format() == Rules.Format.EMAIL) ? "form.email" : "form.phone");
		}
		if (rules.pattern() != null && !rules.pattern().matcher(text).find()) {
			return problem("form.pattern");
		}
		return Optional.empty();
	}

	private boolean hasFormat(String text) {
		return switch (rules.format()) {
			case EMAIL -> text.length() <= 254 && EMAIL.matcher(text).matches();
			case PHONE -> PHONE.matcher(text).matches();
			case ANY -> true;
		};
	}

	private Optional<FieldProblem> number(BigDecimal number) {
		if (rules.min() != null && number.compareTo(rules.min()) < 0) {
			return problem("form.tooSmall", rules.min().toPlainString());
		}
		if (rules.max() != null && number.compareTo(rules.max()) > 0) {
			return problem("form.tooLarge", rules.max().toPlainString());
		}
		if (rules.decimalDigits() != null && number.scale() > rules.decimalDigits()) {
			return (rules.decimalDigits() == 0) ? problem("form.whole")
					: problem("form.decimals", rules.decimalDigits());
		}
		if (rules.increment() != null && rules.increment().signum() > 0
				&& number.remainder(rules.increment()).signum() != 0) {
			return problem("form.increment", rules.increment().toPlainString());
		}
		return Optional.empty();
	}

	private Optional<FieldProblem> problem(String messageKey, Object... arguments) {
		return Optional.of(new FieldProblem(path, messageKey, List.of(arguments)));
	}

}
