package org.guantong.identity.signin;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: bcrypt, its name in front so that a later one can follow. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	/**
	 * The encoder of all passwords.
	 * @param strength rounds of bcrypt as a power of two, 4 to 31; tests use 4
	 */
	@Bean
	PasswordEncoder passwordEncoder(@Value("${guantong.password-strength:10}") int strength) {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
	}

}
