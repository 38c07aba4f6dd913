package org.guantong.identity.web;

import jakarta.servlet.DispatcherType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import org.guantong.identity.signin.Standings;
import org.guantong.identity.signin.Tokens;

/**
 * Who may come in, and how: pages by a session after the sign-in form, the API by a
 * bearer token. What somebody may do once inside is asked of each service method.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	/** bpmn-js draws with inline styles and embedded images; scripts are only our own. */
	private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; "
			+ "form-action 'self'; frame-ancestors 'none'";

	private static final String[] OPEN = { "/", "/login", "/login/failed", "/css/**", "/js/**", "/img/**",
			"/webjars/**", "/favicon.ico", "/public/**", "/error", "/actuator/health/**", "/v3/api-docs/**" };

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, Tokens tokens, ApiProblems problems) throws Exception {
		return http.securityMatcher("/api/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterBefore(new BearerTokenFilter(tokens), UsernamePasswordAuthenticationFilter.class)
			.exceptionHandling((on) -> on.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.authorizeHttpRequests((request) -> request.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers(PathPatternRequestMatcher.withDefaults().matcher(TokenController.ISSUE, "/api/tokens"))
				.permitAll()
				.anyRequest()
				.authenticated())
			.headers(SecurityConfiguration::headers)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, Standings standings, SignInFailure failure) throws Exception {
		HttpSessionRequestCache afterwards = new HttpSessionRequestCache();
		afterwards.setMatchingRequestParameterName(null);
		return http.requestCache((cache) -> cache.requestCache(afterwards))
			.formLogin((form) -> form.loginPage("/login").failureHandler(failure).permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?signed-out").permitAll())
			.sessionManagement((session) -> session
				.sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::changeSessionId))
			.exceptionHandling((on) -> on.authenticationEntryPoint(new SignInEntryPoint()))
			.addFilterBefore(new StandingFilter(standings), AuthorizationFilter.class)
			.authorizeHttpRequests(
					(request) -> request.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
						.permitAll()
						.requestMatchers(OPEN)
						.permitAll()
						.requestMatchers("/actuator/**")
						.hasRole("ADMIN")
						.anyRequest()
						.authenticated())
			.headers(SecurityConfiguration::headers)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader(
					(policy) -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
			.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
			.httpStrictTransportSecurity(Customizer.withDefaults());
	}

}
