package org.guantong.identity.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

import org.guantong.identity.PersonAuthentication;
import org.guantong.identity.signin.Standing;
import org.guantong.identity.signin.Standings;

/**
 * Looks at the account again on each request of a session: a changed role counts at once,
 * a disabled account or a new password ends the session, and a one-time password leads to
 * the page that replaces it and nowhere else.
 */
class StandingFilter extends OncePerRequestFilter {

	private static final String CHANGE_PASSWORD = "/profile/password";

	private static final String[] ASSETS = { "/css/", "/js/", "/img/", "/webjars/", "/actuator/health" };

	private static final String[] OPEN_TO_NEWCOMERS = { CHANGE_PASSWORD, "/logout", "/error", "/login" };

	private final Standings standings;

	StandingFilter(Standings standings) {
		this.standings = standings;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return startsWithAny(request, ASSETS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication known) {
			Optional<Standing> standing = standings.of(known.getPrincipal().id())
				.filter((now) -> now.admits(known.passwordNumber()));
			if (standing.isEmpty()) {
				new SecurityContextLogoutHandler().logout(request, response, known);
			}
			else {
				refresh(known, standing.get());
				if (standing.get().mustChangePassword() && !startsWithAny(request, OPEN_TO_NEWCOMERS)) {
					response.sendRedirect(request.getContextPath() + CHANGE_PASSWORD);
					return;
				}
			}
		}
		chain.doFilter(request, response);
	}

	/** For this request only: the session keeps the person as they signed in. */
	private static void refresh(PersonAuthentication known, Standing now) {
		if (!now.person().equals(known.getPrincipal())) {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new PersonAuthentication(now.person(), now.passwordNumber()));
			SecurityContextHolder.setContext(context);
		}
	}

	private static boolean startsWithAny(HttpServletRequest request, String[] prefixes) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		for (String prefix : prefixes) {
			if (path.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
