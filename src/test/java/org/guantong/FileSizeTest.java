package org.guantong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileSizeTest {

	private static final long MOST_LINES = 300;

	@Test
	void noSourceFileIsTooLongToBeReadInOneGo() throws IOException {
		Map<Path, Long> lines = new TreeMap<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			files.filter((file) -> file.toString().endsWith(".java")).forEach((file) -> lines.put(file, linesOf(file)));
		}

		assertThat(lines).hasSizeGreaterThan(100);
		assertThat(lines.entrySet().stream().filter((file) -> file.getValue() > MOST_LINES)).isEmpty();
	}

	private static long linesOf(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
