package org.guantong.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.signin.PasswordNotYetChosen;
import org.guantong.identity.signin.SignIn;
import org.guantong.identity.signin.Standing;
import org.guantong.identity.signin.Tokens;
import org.guantong.identity.signin.TooManyAttempts;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** Exchanges a username and password for a bearer token of the API. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {

	static final HttpMethod ISSUE = HttpMethod.POST;

	private final SignIn signIn;

	private final Tokens tokens;

	private final ApiProblems problems;

	TokenController(SignIn signIn, Tokens tokens, ApiProblems problems) {
		this.signIn = signIn;
		this.tokens = tokens;
		this.problems = problems;
	}

	@PostMapping
	ResponseEntity<Tokens.Issued> issue(@RequestBody Credentials shown, HttpServletRequest request) {
		shown.check();
		Standing standing = signIn.attempt(shown.username(), shown.password(), request.getRemoteAddr(), "token");
		if (standing.mustChangePassword()) {
			throw new PasswordNotYetChosen();
		}
		return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(tokens.issue(standing));
	}

	@DeleteMapping("/current")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(HttpServletRequest request) {
		BearerTokenFilter.tokenOf(request).ifPresent(tokens::revoke);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(BadCredentialsException cause, Locale locale) {
		return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.body(problems.problem(HttpStatus.UNAUTHORIZED, "identity.api.wrongPassword", locale));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(TooManyAttempts cause, Locale locale) {
		return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
			.header(HttpHeaders.RETRY_AFTER, String.valueOf(cause.waitingTime().toSeconds() + 1))
			.body(problems.problem(HttpStatus.TOO_MANY_REQUESTS, "identity.api.tooManyAttempts", locale,
					cause.minutes()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> refused(PasswordNotYetChosen cause, Locale locale) {
		return ResponseEntity.status(HttpStatus.FORBIDDEN)
			.body(problems.problem(HttpStatus.FORBIDDEN, "identity.api.chooseAPassword", locale));
	}

	record Credentials(String username, String password) {

		private void check() {
			List<FieldProblem> missing = new ArrayList<>();
			if (username == null || username.isBlank()) {
				missing.add(FieldProblem.of("username", "identity.problem.usernameMissing"));
			}
			if (password == null || password.isEmpty()) {
				missing.add(FieldProblem.of("password", "identity.problem.passwordMissing"));
			}
			if (!missing.isEmpty()) {
				throw new InvalidInput(missing);
			}
		}

	}

}
