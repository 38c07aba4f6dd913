package org.guantong.shared;

import java.util.List;

/**
 * One thing wrong with one field of an input.
 *
 * @param field the field's path as the sender wrote it, e.g.
 * {@code indicators[2].target}; empty when the whole input is meant
 * @param messageKey key of a sentence that names the remedy, in the message files
 * @param arguments what the sentence's placeholders stand for
 */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {

	public static FieldProblem of(String field, String messageKey, Object... arguments) {
		return new FieldProblem(field, messageKey, List.of(arguments));
	}

}
