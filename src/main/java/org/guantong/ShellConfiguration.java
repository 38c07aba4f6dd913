package org.guantong;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What all pages share: language, time zone, links to the next page of a list. */
@Configuration(proxyBeanMethods = false)
class ShellConfiguration implements WebMvcConfigurer {

	/**
	 * Chinese unless the reader chose English; the API goes by the header, Chinese where
	 * that says nothing.
	 */
	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("guantong-language");
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieSameSite("Lax");
		resolver.setDefaultLocaleFunction(ShellConfiguration::initialLocale);
		return resolver;
	}

	private static Locale initialLocale(HttpServletRequest request) {
		boolean english = request.getRequestURI().startsWith("/api/")
				&& request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
				&& request.getLocale().getLanguage().equals("en");
		return english ? Locale.ENGLISH : Locale.CHINESE;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor change = new LocaleChangeInterceptor();
		change.setParamName("lang");
		change.setIgnoreInvalidLocale(true);
		registry.addInterceptor(change);
	}

	@Bean
	ZoneId zone(Clock clock) {
		return clock.getZone();
	}

	/** Addresses of the other pages of the list being shown, its filters kept. */
	@Component("pageLinks")
	static class PageLinks {

		public String to(int page) {
			// The request's own parameters are encoded already; to encode them once more
			// would change what is searched.
			URI address = ServletUriComponentsBuilder.fromCurrentRequest()
				.replaceQueryParam("page", page)
				.build(true)
				.toUri();
			return address.getRawPath() + "?" + address.getRawQuery();
		}

		/**
		 * Address of the list being shown as a workbook: all its pages, its filters kept.
		 */
		public String export() {
			URI address = ServletUriComponentsBuilder.fromCurrentRequest()
				.replaceQueryParam("page")
				.replaceQueryParam("lang")
				.build(true)
				.toUri();
			String query = address.getRawQuery();
			return address.getRawPath() + ".xlsx" + (query == null ? "" : "?" + query);
		}

	}

}
