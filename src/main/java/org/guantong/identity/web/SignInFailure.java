package org.guantong.identity.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Shows the sign-in form again, with what was typed and why it did not do. */
@Component
class SignInFailure implements AuthenticationFailureHandler {

	static final String ATTRIBUTE = "signInFailure";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException cause) throws IOException, ServletException {
		request.setAttribute(ATTRIBUTE, cause);
		request.getRequestDispatcher("/login/failed").forward(request, response);
	}

}
