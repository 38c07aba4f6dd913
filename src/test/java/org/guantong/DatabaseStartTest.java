package org.guantong;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database the application brings along, and the one it must be given in production.
 */
class DatabaseStartTest {

	@TempDir
	Path folder;

	@Test
	void theEmbeddedServerWritesThroughToTheDisk() {
		embedded().run((context) -> {
			JdbcClient jdbc = context.getBean(JdbcClient.class);
			for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
				assertThat(jdbc.sql("show " + setting).query(String.class).single()).as(setting).isEqualTo("on");
			}
			assertThat(jdbc.sql("show data_directory").query(String.class).single()).isEqualTo(directory().toString());
		});
	}

	@Test
	void whatWasWrittenIsThereAfterARestart() {
		embedded().run((context) -> {
			context.getBean(JdbcClient.class).sql("create table kept (what text)").update();
			context.getBean(JdbcClient.class).sql("insert into kept values ('茶叶')").update();
		});

		embedded().run((context) -> assertThat(
				context.getBean(JdbcClient.class).sql("select what from kept").query(String.class).single())
			.isEqualTo("茶叶"));
	}

	@Test
	void theServerStopsAfterThePool() {
		List<String> stopped = new ArrayList<>();
		embedded().withBean(DestructionAwareBeanPostProcessor.class, () -> (bean, name) -> stopped.add(name))
			.run((context) -> assertThat(context).hasNotFailed());

		assertThat(stopped).containsSubsequence("dataSource", "embeddedPostgres");
		assertThat(Files.exists(directory().resolve("postmaster.pid"))).as("PostgreSQL has ended in order").isFalse();
	}

	@Test
	void aDirectoryThatAnotherInstanceUsesIsRefusedWithOneLine() {
		embedded().run((first) -> {
			assertThat(first).hasSingleBean(EmbeddedPostgres.class);
			embedded().run((second) -> assertThat(analysisOf(second.getStartupFailure()).getDescription())
				.contains(directory().toString(), "in use by another running instance")
				.doesNotContain("\n"));
		});
	}

	@Test
	void whatAPowerCutLeftBehindDoesNotStandInTheWay() throws Exception {
		embedded().run((context) -> assertThat(context).hasNotFailed());
		Process gone = new ProcessBuilder("true").start();
		gone.waitFor();
		Files.writeString(directory().resolve("postmaster.pid"), gone.pid() + "\n" + directory() + "\n");

		embedded().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void productionWithoutADatabaseStopsAndNamesTheVariable() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues("spring.profiles.active=prod")
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withUserConfiguration(EmbeddedDatabaseConfiguration.class, ProductionConfiguration.class)
			.run((context) -> {
				FailureAnalysis analysis = analysisOf(context.getStartupFailure());
				assertThat(analysis.getDescription())
					.isEqualTo("Profile prod needs a PostgreSQL server, and none is named.");
				assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL");
			});
	}

	@Test
	void productionWithADatabaseUsesNoEmbeddedOneAndSendsCookiesOverTlsOnly() {
		embedded().run((server) -> new ApplicationContextRunner()
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues("spring.profiles.active=prod",
					"spring.datasource.url="
							+ server.getBean(EmbeddedPostgres.class).getJdbcUrl("postgres", "postgres"),
					"spring.datasource.username=postgres")
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withUserConfiguration(EmbeddedDatabaseConfiguration.class, ProductionConfiguration.class)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedPostgres.class);
				assertThat(context.getEnvironment().getProperty("server.servlet.session.cookie.secure"))
					.isEqualTo("true");
			}));
	}

	private static FailureAnalysis analysisOf(Throwable failure) {
		return new StartFaultAnalyzer().analyze(failure);
	}

	private ApplicationContextRunner embedded() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
			.withUserConfiguration(EmbeddedDatabaseConfiguration.class)
			.withPropertyValues("guantong.database.directory=" + directory());
	}

	private Path directory() {
		return folder.resolve("pg");
	}

}
