package org.guantong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts 贯通: the site, the engine and, unless a server is named, an embedded PostgreSQL.
 */
@SpringBootApplication
public class GuantongApplication {

	public static void main(String[] args) {
		SpringApplication.run(GuantongApplication.class, args);
	}

}
