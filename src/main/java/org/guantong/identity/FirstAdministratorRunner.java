package org.guantong.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sees to it at each start in production that there is an administrator. */
@Component
@Profile("prod")
class FirstAdministratorRunner implements ApplicationRunner {

	private final FirstAdministrator administrator;

	private final String password;

	FirstAdministratorRunner(FirstAdministrator administrator, @Value("${GUANTONG_ADMIN_PASSWORD:}") String password) {
		this.administrator = administrator;
		this.password = password;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		administrator.makeIfMissing(password);
	}

}
