package org.guantong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** README speaks of what is there. */
class ReadmeTest {

	private static final Pattern PLACE = Pattern.compile("[`(]((?:src|bpmn|forms|docker|\\.ci)(?:/[\\w.-]+)*)[`)]");

	private static final Pattern MODULE_LIST = Pattern.compile("The ground floor is.*?public pages\\.", Pattern.DOTALL);

	@Test
	void everyPlaceItNamesExists() throws IOException {
		List<String> places = PLACE.matcher(readme()).results().map((found) -> found.group(1)).distinct().toList();

		assertThat(places).hasSizeGreaterThan(8).allSatisfy((place) -> assertThat(Path.of(place)).exists());
	}

	@Test
	void itsMapHasEveryModuleOfTheThread() throws IOException {
		String list = MODULE_LIST.matcher(readme()).results().map(MatchResult::group).findFirst().orElseThrow();
		List<String> named = Pattern.compile("`(\\w+)`")
			.matcher(list)
			.results()
			.map((found) -> found.group(1))
			.toList();

		try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/guantong"))) {
			assertThat(packages.filter(Files::isDirectory).map((folder) -> folder.getFileName().toString()))
				.filteredOn((module) -> !module.startsWith("demo") || module.equals("demand"))
				.containsExactlyInAnyOrderElementsOf(named);
		}
	}

	@Test
	void itsTwoCommandsStandByThemselves() throws IOException {
		assertThat(readme().lines()).contains("    mvn spring-boot:run", "    mvn verify");
	}

	private static String readme() throws IOException {
		return Files.readString(Path.of("README.md"));
	}

}
