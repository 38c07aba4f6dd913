package org.guantong;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** What has to be given in production, said before anything else is tried. */
@Configuration(proxyBeanMethods = false)
@Profile("prod")
class ProductionConfiguration {

	@Bean
	static BeanFactoryPostProcessor databaseIsNamed(Environment environment) {
		return (beans) -> {
			String url = environment.getProperty("spring.datasource.url");
			if (!StringUtils.hasText(url) || url.equals("embedded")) {
				throw new StartFault("Profile prod needs a PostgreSQL server, and none is named.",
						"Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, "
								+ "e.g. SPRING_DATASOURCE_URL=jdbc:postgresql://db:5432/guantong");
			}
		};
	}

}
