package org.guantong.identity.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Sends whoever is not signed in to the sign-in form. When only a part of a page was
 * asked for, the whole page has to go there: a redirect would put the form inside it.
 */
class SignInEntryPoint extends LoginUrlAuthenticationEntryPoint {

	SignInEntryPoint() {
		super("/login");
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, ServletException {
		if (request.getHeader("HX-Request") == null) {
			super.commence(request, response, cause);
			return;
		}
		response.setHeader("HX-Redirect", request.getContextPath() + getLoginFormUrl());
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

}
