package org.guantong;

import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code docker/} says about the application is so. */
class ComposeFileTest {

	private static final Path FOLDER = Path.of("docker");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][\\w.-]*)");

	private final Map<String, Map<String, Object>> services = services();

	@Test
	void everyVariableSetIsOneTheApplicationKnows() throws IOException {
		Set<String> known = knownVariables();
		assertThat(known).doesNotContain("SPRING_DATASOURCE_ADDRESS").hasSizeGreaterThan(500);

		assertThat(environment("node1").keySet()).isSubsetOf(known);
		assertThat(environment("node2").keySet()).isSubsetOf(known);
	}

	@Test
	void bothNodesAreAlikeAndShareTheDatabase() {
		assertThat(environment("node2")).isEqualTo(environment("node1"));
		assertThat(services.get("node2").get("image")).isEqualTo(services.get("node1").get("image"));
		assertThat(environment("node1")).containsEntry("SPRING_PROFILES_ACTIVE", "prod")
			.containsEntry("SPRING_DATASOURCE_URL",
					"jdbc:postgresql://database:5432/" + environment("database").get("POSTGRES_DB"))
			.containsEntry("SPRING_DATASOURCE_USERNAME", environment("database").get("POSTGRES_USER"))
			.containsEntry("SPRING_DATASOURCE_PASSWORD", environment("database").get("POSTGRES_PASSWORD"));
	}

	@Test
	void noPasswordStandsInTheFile() {
		assertThat(services.keySet()).allSatisfy((service) -> environment(service).forEach((name, value) -> {
			if (name.contains("PASSWORD")) {
				assertThat(value.toString()).as(name).startsWith("${");
			}
		}));
	}

	@Test
	void everyImageNamesItsVersion() throws IOException {
		assertThat(services.values()).extracting((service) -> (String) service.get("image"))
			.allSatisfy((image) -> assertThat(image).matches("[a-z/]+:v?\\d[\\w.-]*"));
		assertThat(Files.readAllLines(FOLDER.resolve("Dockerfile")).stream().filter((line) -> line.startsWith("FROM")))
			.hasSize(2)
			.allSatisfy((line) -> assertThat(line).matches("FROM [a-z-]+:\\d\\S*( AS \\w+)?"));
	}

	@Test
	void theBalancerKnowsBothNodes() throws IOException {
		assertThat(Files.readString(FOLDER.resolve("nginx.conf"))).contains("server node1:8080", "server node2:8080");
		assertThat(services).containsKeys("node1", "node2", "database", "mail", "balancer");
	}

	/**
	 * Variables that set a property of Spring, of a library, or of ours, in the spelling
	 * of the environment.
	 */
	private static Set<String> knownVariables() throws IOException {
		Set<String> known = new HashSet<>();
		for (URL file : Collections
			.list(ComposeFileTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			for (JsonNode property : new ObjectMapper().readTree(file).get("properties")) {
				known.add(spelt(property.get("name").asText()));
			}
		}
		try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
			for (Path source : sources.filter((file) -> file.toString().matches(".*\\.(java|yml)")).toList()) {
				Matcher placeholder = PLACEHOLDER.matcher(Files.readString(source));
				while (placeholder.find()) {
					known.add(spelt(placeholder.group(1)));
				}
			}
		}
		return known;
	}

	private static String spelt(String property) {
		return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> environment(String service) {
		return (Map<String, Object>) services.get(service).getOrDefault("environment", Map.of());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Map<String, Object>> services() {
		try (Reader file = Files.newBufferedReader(FOLDER.resolve("compose.yaml"))) {
			Map<String, Object> content = new Yaml().load(file);
			return (Map<String, Map<String, Object>>) content.get("services");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
