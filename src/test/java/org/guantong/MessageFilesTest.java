package org.guantong;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageFilesTest {

	private static final Path FOLDER = Path.of("src/main/resources/messages");

	/**
	 * Not the same arguments in both languages, on purpose: an amount is told in 万元 in
	 * Chinese and in yuan in English, and why a case was given up is written down in
	 * Chinese.
	 */
	private static final Set<String> DIFFERENT = Set.of("project.amount", "workflow.cases.outcome");

	static Stream<Path> chineseFiles() throws IOException {
		return Files.list(FOLDER).filter((file) -> !file.toString().endsWith("_en.properties")).sorted();
	}

	@ParameterizedTest
	@MethodSource("chineseFiles")
	void everyChineseMessageHasItsEnglishOneWithTheSameArguments(Path chinese) throws IOException {
		Path english = FOLDER.resolve(chinese.getFileName().toString().replace(".properties", "_en.properties"));
		assertThat(argumentsOf(english)).isEqualTo(argumentsOf(chinese));
	}

	@ParameterizedTest
	@MethodSource("chineseFiles")
	void noKeyStandsInTwoFiles(Path file) throws IOException {
		Set<Object> elsewhere = new HashSet<>();
		for (Path other : chineseFiles().filter((one) -> !one.equals(file)).toList()) {
			elsewhere.addAll(read(other).keySet());
		}
		elsewhere.retainAll(read(file).keySet());
		assertThat(elsewhere).as("keys of %s that stand elsewhere too", file).isEmpty();
	}

	private static Map<String, Integer> argumentsOf(Path file) throws IOException {
		Map<String, Integer> arguments = new TreeMap<>();
		read(file).forEach((key, text) -> arguments.put((String) key,
				DIFFERENT.contains(key) ? 0 : new MessageFormat((String) text).getFormatsByArgumentIndex().length));
		return arguments;
	}

	private static Properties read(Path file) throws IOException {
		Properties messages = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			messages.load(reader);
		}
		return messages;
	}

}
