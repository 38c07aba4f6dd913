package org.guantong.shared;

import java.util.List;

/**
 * The input cannot be taken as it is; nothing was written. Answered with 422 and every
 * problem named.
 */
public class InvalidInput extends RuntimeException {

	private final transient List<FieldProblem> problems;

	public InvalidInput(List<FieldProblem> problems) {
		super(problems.toString());
		this.problems = List.copyOf(problems);
	}

	public static InvalidInput of(String field, String messageKey, Object... arguments) {
		return new InvalidInput(List.of(FieldProblem.of(field, messageKey, arguments)));
	}

	public List<FieldProblem> problems() {
		return problems;
	}

}
