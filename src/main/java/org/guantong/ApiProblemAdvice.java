package org.guantong;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Answers the API's mistakes as RFC 9457 problems in the caller's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblemAdvice {

	private final MessageSource messages;

	ApiProblemAdvice(MessageSource messages) {
		this.messages = messages;
	}

	record FieldError(String field, String message) {
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidInput ex, Locale locale) {
		ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, locale);
		List<FieldError> errors = ex.problems().stream().map((one) -> error(one, locale)).toList();
		problem.setProperty("errors", errors);
		return problem;
	}

	@ExceptionHandler
	ProblemDetail notFound(NotFound ex, Locale locale) {
		return problem(HttpStatus.NOT_FOUND, locale);
	}

	@ExceptionHandler
	ProblemDetail stale(Stale ex, Locale locale) {
		ProblemDetail problem = problem(HttpStatus.CONFLICT, locale);
		problem.setDetail(messages.getMessage(ex.messageKey(), null, locale));
		return problem;
	}

	@ExceptionHandler
	ProblemDetail denied(AccessDeniedException ex, Locale locale) {
		return problem(HttpStatus.FORBIDDEN, locale);
	}

	@ExceptionHandler({ HttpMessageNotReadableException.class, MethodArgumentTypeMismatchException.class,
			MissingServletRequestPartException.class, MultipartException.class })
	ProblemDetail unreadable(Exception ex, Locale locale) {
		return problem(HttpStatus.BAD_REQUEST, locale);
	}

	private FieldError error(FieldProblem problem, Locale locale) {
		return new FieldError(problem.field(),
				messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale));
	}

	private ProblemDetail problem(HttpStatus status, Locale locale) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status,
				messages.getMessage("app.problem." + status.value() + ".remedy", null, locale));
		problem.setTitle(messages.getMessage("app.problem." + status.value(), null, locale));
		return problem;
	}

}
