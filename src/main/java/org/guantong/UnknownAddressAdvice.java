package org.guantong;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * An address that leads nowhere, or more sent than is ever taken: below {@code /api} a
 * problem, elsewhere the problem page. No controller was found, so that neither advice of
 * controllers is asked.
 */
@ControllerAdvice
@Order(-1)
class UnknownAddressAdvice {

	private final PageProblemAdvice pages;

	UnknownAddressAdvice(PageProblemAdvice pages) {
		this.pages = pages;
	}

	@ExceptionHandler({ NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class })
	Object unknown(Exception ex, HttpServletRequest request) {
		if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
			ErrorResponse answer = (ErrorResponse) ex;
			return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()).body(answer.getBody());
		}
		return pages.page(HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	Object tooLarge(MaxUploadSizeExceededException ex) {
		return pages.page(HttpStatus.PAYLOAD_TOO_LARGE);
	}

}
