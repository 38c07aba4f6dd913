package org.guantong.identity.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import org.guantong.identity.PersonAuthentication;
import org.guantong.identity.signin.Tokens;

/** Knows the sender of an API call by the bearer token it carries. */
class BearerTokenFilter extends OncePerRequestFilter {

	private static final String SCHEME = "Bearer ";

	private final Tokens tokens;

	BearerTokenFilter(Tokens tokens) {
		this.tokens = tokens;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		tokenOf(request).flatMap(tokens::holderOf).ifPresent((standing) -> {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new PersonAuthentication(standing.person(), standing.passwordNumber()));
			SecurityContextHolder.setContext(context);
		});
		chain.doFilter(request, response);
	}

	static Optional<String> tokenOf(HttpServletRequest request) {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
		return bearer ? Optional.of(header.substring(SCHEME.length()).strip()) : Optional.empty();
	}

}
