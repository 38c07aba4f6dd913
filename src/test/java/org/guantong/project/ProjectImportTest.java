package org.guantong.project;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.guide.GuideDirections;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class ProjectImportTest {

	private static final String HEAD = "code,title,direction,pi,category,directCost,startsOn,endsOn,scheme,milestones,"
			+ "EQUIPMENT,OPERATION,LABOUR";

	@Autowired
	private Given given;

	@Autowired
	private Site site;

	@Autowired
	private Projects projects;

	@Autowired
	private Budgets budgets;

	@Autowired
	private ProjectService service;

	@Autowired
	private GuideDirections directions;

	private GivenProjects.Cast cast;

	@BeforeEach
	void aProjectThatIsThereAlready() {
		cast = new GivenProjects(given, service, directions).cast();
	}

	@Test
	void aListOfProjectsIsTakenWhole() {
		String first = code();
		String second = code();
		Site.Reply reply = send(
				"\uFEFF" + HEAD + "\r\n" + row(first, "叶片\"热障\"涂层, 失效机理") + "\n\n" + row(second, "叶片寿命预测"));

		assertThat(reply.status()).as(reply.body()).isEqualTo(201);
		assertThat(reply.json().findValuesAsText("code")).containsExactly(first, second);
		Project entered = projects.findByCode(first).orElseThrow();
		assertThat(entered.title()).isEqualTo("叶片\"热障\"涂层, 失效机理");
		assertThat(budgets.of(entered.id()).planned()).isEqualByComparingTo("2000000");
	}

	@Test
	void oneWrongRowAndNothingIsEntered() {
		String good = code();
		Site.Reply missing = send(HEAD + "\n" + row(good, "叶片寿命预测") + "\nU24A9999,缺列的一行");
		Site.Reply wrong = send(HEAD + "\n" + row(good, "叶片寿命预测") + "\n" + row("不是批准号", "叶片寿命预测"));

		assertThat(missing.status()).isEqualTo(422);
		assertThat(missing.json().at("/errors/0/message").asText()).as("names the line").contains("3");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("[1].code");
		assertThat(projects.findByCode(good)).isEmpty();
	}

	@Test
	void onlyTheOfficeImports() {
		assertThat(
				site.api(cast.pi()).post("/api/projects/import", "text/csv", HEAD + "\n" + row(code(), "题目")).status())
			.isEqualTo(403);
	}

	private Site.Reply send(String csv) {
		return site.api(cast.officer()).post("/api/projects/import", "text/csv", csv);
	}

	private String code() {
		return "U24A" + given.number();
	}

	private String row(String code, String title) {
		LocalDate start = LocalDate.now().minusYears(1);
		String direction = directions.require(cast.project().directionId()).code();
		return String.join(",", code, "\"" + title.replace("\"", "\"\"") + "\"", direction, cast.pi().username(), "KEY",
				"2000000", start.toString(), start.plusYears(4).toString(), "2024", start.plusYears(1) + " 建立模型",
				"1000000", "600000", "400000");
	}

}
