package org.guantong;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.json.MappingJackson2JsonView;

import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/**
 * Answers the pages' mistakes with one page that says what happened and where to go;
 * asked after the API's advice and before Spring's own, which would answer with JSON.
 */
@ControllerAdvice(annotations = Controller.class)
@Order(-1)
class PageProblemAdvice {

	private final MessageSource messages;

	private final ShellAdvice shell;

	private final HttpServletRequest request;

	PageProblemAdvice(MessageSource messages, ShellAdvice shell, HttpServletRequest request) {
		this.messages = messages;
		this.shell = shell;
		this.request = request;
	}

	@ExceptionHandler
	ModelAndView notFound(NotFound ex) {
		return page(HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler({ MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class,
			MissingServletRequestPartException.class, MultipartException.class })
	ModelAndView unreadable(Exception ex) {
		return page(ex instanceof MethodArgumentTypeMismatchException ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
	}

	@ExceptionHandler
	ModelAndView denied(AccessDeniedException ex) {
		return page(HttpStatus.FORBIDDEN);
	}

	@ExceptionHandler
	ModelAndView stale(Stale ex, Locale locale) {
		ModelAndView page = page(HttpStatus.CONFLICT);
		page.addObject("said", messages.getMessage(ex.messageKey(), null, locale));
		return page;
	}

	/**
	 * Pages answer wrong input themselves, beside each field; this is for a button that
	 * carries no form.
	 */
	@ExceptionHandler
	ModelAndView invalid(InvalidInput ex, Locale locale) {
		ModelAndView page = page(HttpStatus.UNPROCESSABLE_ENTITY);
		List<String> sentences = ex.problems()
			.stream()
			.map((one) -> messages.getMessage(one.messageKey(), one.arguments().toArray(), locale))
			.toList();
		page.addObject("problems", sentences);
		return page;
	}

	ModelAndView page(HttpStatus status) {
		return request.getRequestURI().startsWith(request.getContextPath() + "/api/") ? problem(status) : frame(status);
	}

	/** Exports have the same controller for page and API. */
	private ModelAndView problem(HttpStatus status) {
		Locale locale = LocaleContextHolder.getLocale();
		String key = "app.problem." + status.value();
		MappingJackson2JsonView view = new MappingJackson2JsonView();
		view.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		view.setModelKeys(Set.of("title", "status", "detail"));
		ModelAndView problem = new ModelAndView(view);
		problem.setStatus(status);
		problem.addObject("title", messages.getMessage(key, null, locale));
		problem.addObject("status", status.value());
		problem.addObject("detail", messages.getMessage(key + ".remedy", null, locale));
		return problem;
	}

	/** The frame's attributes are not asked for when an exception is answered. */
	private ModelAndView frame(HttpStatus status) {
		ModelAndView page = new ModelAndView("error", status);
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		Person person = (known != null && known.getPrincipal() instanceof Person one) ? one : null;
		page.addObject("signedIn", person);
		page.addObject("navigation", shell.navigation(person, request));
		page.addObject("otherLanguageUrl", shell.otherLanguageUrl(request, LocaleContextHolder.getLocale()));
		page.addObject("status", status.value());
		return page;
	}

}
