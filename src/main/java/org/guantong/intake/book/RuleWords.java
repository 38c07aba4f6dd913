package org.guantong.intake.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;

import org.guantong.workflow.form.ComponentType;
import org.guantong.workflow.form.FormComponent;
import org.guantong.workflow.form.Option;
import org.guantong.workflow.form.Rules;

/** The rules of a column as sentences for whoever fills it in. */
final class RuleWords {

	private static final int MOST_OPTIONS = 12;

	private final MessageSource messages;

	private final Locale locale;

	private final Map<String, ?> known;

	RuleWords(MessageSource messages, Locale locale, Map<String, ?> known) {
		this.messages = messages;
		this.locale = locale;
		this.known = known;
	}

	String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, locale);
	}

	/** What the field means and what is taken. */
	String of(FormComponent field) {
		List<String> sentences = new ArrayList<>();
		String meaning = field.description().in(locale);
		if (!meaning.isBlank()) {
			sentences.add(meaning);
		}
		limits(field, sentences);
		if (known.get(field.key()) instanceof String || known.get(field.key()) instanceof Number) {
			sentences.add(say("intake.rule.default", known.get(field.key()).toString()));
		}
		return String.join(say("intake.rule.joint"), sentences);
	}

	private void limits(FormComponent field, List<String> sentences) {
		Rules rules = field.rules();
		ComponentType type = field.type();
		if (type.isSingleChoice() || type.isMultipleChoice()) {
			sentences.add(say(type.isSingleChoice() ? "intake.rule.choice" : "intake.rule.choices"));
		}
		else if (type == ComponentType.CHECKBOX) {
			sentences.add(say("intake.rule.tick", say("intake.yes")));
		}
		else if (type == ComponentType.DATETIME) {
			sentences.add(say("intake.rule.date"));
		}
		else if (type == ComponentType.NUMBER) {
			number(rules, sentences);
		}
		else if (rules != null && rules.limitsLength(type)) {
			sentences.add(rules.minLength() == null ? say("intake.rule.longest", rules.maxLength())
					: say("intake.rule.length", rules.minLength(), rules.maxLength()));
		}
	}

	private void number(Rules rules, List<String> sentences) {
		if (rules.min() != null && rules.max() != null) {
			sentences.add(say("intake.rule.between", rules.min().toPlainString(), rules.max().toPlainString()));
		}
		if (rules.decimalDigits() != null) {
			sentences.add(rules.decimalDigits() == 0 ? say("intake.rule.whole")
					: say("intake.rule.decimals", rules.decimalDigits()));
		}
	}

	/** The choices of a field, all or the first of many. */
	String options(FormComponent field) {
		List<String> labels = labels(field);
		String joint = say("intake.rule.or");
		return labels.size() <= MOST_OPTIONS ? String.join(joint, labels)
				: String.join(joint, labels.subList(0, MOST_OPTIONS)) + "…";
	}

	/** What to choose from, as the drop-down shows it. */
	List<String> labels(FormComponent field) {
		if (field.type() == ComponentType.CHECKBOX) {
			return field.rules() != null && field.rules().required() ? List.of(say("intake.yes"))
					: List.of(say("intake.yes"), say("intake.no"));
		}
		return field.choices(known).stream().map(Option::label).map((label) -> label.in(locale)).toList();
	}

	/** An example, empty where the stage gives none. */
	String example(String module, Layout.Column column) {
		String path = column.path().replaceFirst("\\[\\d+]", "");
		return messages.getMessage(module + ".example." + path, null, "", locale);
	}

}
