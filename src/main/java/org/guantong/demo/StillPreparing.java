package org.guantong.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers for the site while the demonstration is being played: nobody should see, or
 * work on, half of it.
 */
@ForDemonstration
@Order(Ordered.HIGHEST_PRECEDENCE)
class StillPreparing extends OncePerRequestFilter {

	private static final String RETRY_SECONDS = "5";

	private final MessageSource messages;

	private volatile boolean over;

	StillPreparing(MessageSource messages) {
		this.messages = messages;
	}

	/** From now on the site answers itself. */
	void over() {
		over = true;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return over || request.getRequestURI().startsWith("/actuator/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Locale locale = locale(request);
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
		response.setContentType("text/html");
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		response.getWriter()
			.write("""
					<!doctype html>
					<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
					<meta http-equiv="refresh" content="%s"><title>%s</title></head>
					<body><h1>%s</h1><p>%s</p></body></html>
					""".formatted(locale.getLanguage(), RETRY_SECONDS, text("demo.preparing.title", locale),
					text("demo.preparing.title", locale), text("demo.preparing.text", locale)));
	}

	/** Chinese, unless a browser asks for English. */
	private static Locale locale(HttpServletRequest request) {
		boolean asks = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
		return asks && request.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.CHINESE;
	}

	private String text(String key, Locale locale) {
		return messages.getMessage(key, null, locale);
	}

}
