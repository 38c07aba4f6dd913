package org.guantong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * A real PostgreSQL inside the application, when no server is named by
 * {@code SPRING_DATASOURCE_URL}. Never in production: there the missing address is an
 * error.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!prod")
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "embedded", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

	/**
	 * Being a bean that the pool depends on, it stops after the pool and the engine; its
	 * own shutdown hook would stop it under the engine's last write. Zonky's defaults
	 * trade durability for speed, so the durable settings are named.
	 */
	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres(@Value("${guantong.database.directory}") Path directory,
			@Value("${guantong.database.port:0}") int port) throws IOException {
		Files.createDirectories(directory.toAbsolutePath().getParent());
		requireUnused(directory.toAbsolutePath());
		return EmbeddedPostgres.builder()
			.setDataDirectory(directory.toAbsolutePath())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(port)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("full_page_writes", "on")
			.setServerConfig("max_connections", "100")
			.start();
	}

	/**
	 * PostgreSQL notes its process in the directory it works on. That of a machine that
	 * was switched off is stale; it then names no PostgreSQL that runs.
	 */
	private static void requireUnused(Path directory) throws IOException {
		Path note = directory.resolve("postmaster.pid");
		if (!Files.exists(note)) {
			return;
		}
		long process = Long.parseLong(Files.readAllLines(note).get(0).trim());
		boolean running = ProcessHandle.of(process)
			.filter(ProcessHandle::isAlive)
			.flatMap((found) -> found.info().command())
			.filter((command) -> command.contains("postgres"))
			.isPresent();
		if (running) {
			throw new StartFault(
					"The data directory " + directory + " is in use by another running instance (PostgreSQL process "
							+ process + ").",
					"Stop that instance, or start this one with another directory: "
							+ "--guantong.database.directory=...");
		}
	}

	@Bean
	JdbcConnectionDetails embeddedConnection(EmbeddedPostgres server) {
		String url = server.getJdbcUrl("postgres", "postgres");
		return new JdbcConnectionDetails() {
			@Override
			public String getUsername() {
				return "postgres";
			}

			@Override
			public String getPassword() {
				return "postgres";
			}

			@Override
			public String getJdbcUrl() {
				return url;
			}
		};
	}

}
