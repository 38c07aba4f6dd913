package org.guantong.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends the whole page to the sign-in form when a part of it was asked for after the
 * session had ended; a redirect would put the form inside the page.
 */
class FragmentEntryPoint implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
		response.setHeader("HX-Redirect", request.getContextPath() + "/login");
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

}
