package org.guantong.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.guantong.shared.FieldProblem;

/**
 * What a password must be: length protects, prescribed characters do not (NIST SP
 * 800-63B). At most 72 bytes because bcrypt sees no more.
 */
final class PasswordRules {

	static final int MIN_LENGTH = 10;

	private static final int MAX_BYTES = 72;

	private static final long MIN_DIFFERENT = 5;

	private PasswordRules() {
	}

	/** What is wrong with a new password of that user; empty when nothing is. */
	static List<FieldProblem> check(String field, String password, String username) {
		if (password == null || password.codePointCount(0, password.length()) < MIN_LENGTH) {
			return List.of(FieldProblem.of(field, "identity.problem.passwordShort", MIN_LENGTH));
		}
		if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
			return List.of(FieldProblem.of(field, "identity.problem.passwordLong", MAX_BYTES));
		}
		if (password.toLowerCase(Locale.ROOT).contains(username)
				|| password.codePoints().distinct().count() < MIN_DIFFERENT) {
			return List.of(FieldProblem.of(field, "identity.problem.passwordEasy"));
		}
		return List.of();
	}

}
