package org.guantong.identity.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** Puts what a service found wrong beside the fields of a form. */
final class FormProblems {

	private FormProblems() {
	}

	/**
	 * Runs a command; false, and status 422, when its input was refused and the form is
	 * to be shown again.
	 */
	static boolean accepted(BindingResult form, HttpServletResponse response, Runnable command) {
		try {
			command.run();
			return true;
		}
		catch (InvalidInput refused) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			refused.problems().forEach((problem) -> reject(form, problem));
			return false;
		}
	}

	private static void reject(BindingResult form, FieldProblem problem) {
		Object[] arguments = problem.arguments().toArray();
		if (problem.field().isEmpty()) {
			form.reject(problem.messageKey(), arguments, problem.messageKey());
		}
		else {
			form.rejectValue(problem.field(), problem.messageKey(), arguments, problem.messageKey());
		}
	}

}
