package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * The words of a text component as HTML: paragraphs, {@code # headings}, {@code - lists},
 * {@code **strong**}, {@code [links](/guide)} and {@code {{values}}} of the data. Safe by
 * construction: everything is escaped first and only these few elements are made, so that
 * neither HTML in the file nor a value typed by somebody reaches the page as mark-up.
 */
final class RichText {

	private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*");

	private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(((?:https?://|/(?!/)|mailto:)[^)\\s{}]+)\\)");

	private static final Pattern VALUE = Pattern.compile("\\{\\{=?\\s*(.+?)\\s*}}");

	private final String text;

	RichText(String text) {
		this.text = text.replace("\r\n", "\n").strip();
	}

	String toHtml(Map<String, Object> data) {
		StringBuilder html = new StringBuilder();
		for (String block : text.split("\n\\s*\n")) {
			if (!block.isBlank()) {
				html.append(block(block.strip()));
			}
		}
		return withValues(html.toString(), data);
	}

	private static String block(String block) {
		if (block.startsWith("#")) {
			return "<p class=\"h5\">" + inline(block.replaceFirst("^#+\\s*", "")) + "</p>";
		}
		if (block.startsWith("- ")) {
			String items = inline(block.substring(2)).replaceAll("\n\\s*- ", "</li><li>");
			return "<ul><li>" + items + "</li></ul>";
		}
		return "<p>" + inline(block).replace("\n", "<br>") + "</p>";
	}

	private static String inline(String text) {
		String escaped = HtmlUtils.htmlEscape(text, "UTF-8");
		String strong = STRONG.matcher(escaped).replaceAll("<strong>$1</strong>");
		return LINK.matcher(strong).replaceAll("<a href=\"$2\">$1</a>");
	}

	/** Values come last, escaped, so that nothing in them is read as mark-up. */
	private static String withValues(String html, Map<String, Object> data) {
		return VALUE.matcher(html).replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), data)));
	}

	private static String value(String expression, Map<String, Object> data) {
		Object value = FormExpression.parse(HtmlUtils.htmlUnescape(expression)).evaluate(data);
		if (value == null) {
			return "";
		}
		return HtmlUtils.htmlEscape((value instanceof BigDecimal number) ? number.toPlainString() : value.toString(),
				"UTF-8");
	}

}
