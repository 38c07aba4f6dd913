package org.guantong.workflow.form;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;

/**
 * A FEEL expression of a form file, such as {@code =grade != "D"}, evaluated by Camunda's
 * own FEEL engine. Expressions come from our files only, never from a person's input.
 */
public final class FormExpression {

	private static final FeelEngineApi FEEL = FeelEngineBuilder.create()
		.withCustomValueMapper(new ExactNumbers())
		.build();

	private static final Pattern NAME = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|(?<![\\w.])[A-Za-z_]\\w*");

	private final String source;

	private final ParsedExpression parsed;

	private FormExpression(String source, ParsedExpression parsed) {
		this.source = source;
		this.parsed = parsed;
	}

	/**
	 * Reads an expression, with or without the leading equals sign.
	 * @throws IllegalArgumentException with the parser's words when it is not FEEL
	 */
	public static FormExpression parse(String text) {
		String source = text.strip().replaceFirst("^=", "").strip();
		ParseResult result = FEEL.parseExpression(source);
		if (!result.isSuccess()) {
			throw new IllegalArgumentException(result.failure().message());
		}
		return new FormExpression(source, result.parsedExpression());
	}

	/** The expression without the leading equals sign. */
	public String source() {
		return source;
	}

	/** The value for this data; null when it cannot be computed. */
	public Object evaluate(Map<String, Object> data) {
		EvaluationResult result = FEEL.evaluate(parsed, data);
		return result.isSuccess() ? result.result() : null;
	}

	/** Whether the value for this data is true; missing data make it false. */
	public boolean isTrue(Map<String, Object> data) {
		return Boolean.TRUE.equals(evaluate(data));
	}

	/** The words of the expression that may be names of fields. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>();
		Matcher matcher = NAME.matcher(source);
		while (matcher.find()) {
			if (!matcher.group().startsWith("\"")) {
				names.add(matcher.group());
			}
		}
		return names;
	}

	@Override
	public String toString() {
		return "=" + source;
	}

	/** Keeps decimals exact, where the engine would hand out doubles. */
	private static final class ExactNumbers extends JavaValueMapper {

		@Override
		public Option<Object> unpackVal(Val value, Function1<Val, Object> inner) {
			return (value instanceof ValNumber number) ? Option.apply(number.value().bigDecimal())
					: super.unpackVal(value, inner);
		}

	}

}
