package org.guantong.midterm.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.GivenProjects;
import org.guantong.project.NewExpenditure;
import org.guantong.project.ProjectService;
import org.guantong.project.figure.ProjectFigureService;
import org.guantong.project.figure.ProjectFigures;
import org.guantong.shared.NotFound;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How projects stand against time, and who sees it. */
@GuantongTest
@Import(GivenProjects.class)
class PortfolioTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private PortfolioService portfolio;

	@Autowired
	private ProjectFigureService figures;

	@Autowired
	private ProjectService projects;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	@BeforeEach
	void aProject() {
		cast = givenProjects.cast();
	}

	@ParameterizedTest(name = "{0} of {1} due of 4 reached, {2} % spent of half the term: {3}")
	@CsvSource({ "2, 2, 50, none", "1, 2, 50, none", "0, 2, 50, behind", "2, 2, 25, none", "2, 2, 24.9, slow",
			"2, 2, 75, none", "2, 2, 75.1, fast", "0, 2, 90, behind" })
	void an_outlier_is_what_departs_by_more_than_the_round_allows(int done, int due, BigDecimal spent, String why) {
		PortfolioRow row = new PortfolioRow(1, "U", "t", "p", "h", "f", "RUNNING", 4, due, done, new BigDecimal("1000"),
				spent.multiply(BigDecimal.TEN), new BigDecimal("0.5"), 25, 25);
		assertThat(row.why()).isEqualTo(why);
		assertThat(row.isOutlier()).isEqualTo(!why.equals("none"));
	}

	@Test
	void a_project_without_budget_or_milestones_is_no_division_by_zero() {
		PortfolioRow row = new PortfolioRow(1, "U", "t", "p", "h", "f", "RUNNING", 0, 0, 0, BigDecimal.ZERO,
				BigDecimal.ZERO, BigDecimal.ZERO, 25, 25);
		assertThat(row.progress()).isEqualByComparingTo("0");
		assertThat(row.isOutlier()).isFalse();
	}

	@Test
	void the_figures_come_from_plan_books_and_the_rounds_limits() {
		spend("EQUIPMENT", "550000");
		PortfolioRow row = only(cast.officer());
		assertThat(row.milestones()).isEqualTo(2);
		assertThat(row.due()).isEqualTo(1);
		assertThat(row.rate()).isEqualByComparingTo("25.0");
		assertThat(row.why()).as("one of two milestones is due and none is reached").isEqualTo("behind");

		jdbc.sql("update milestone set state = 'DONE', actual_on = planned_on where project_id = ? and number = 1")
			.param(cast.project().id())
			.update();
		assertThat(only(cast.officer()).why()).as("a quarter spent of half the time").isEqualTo("slow");

		jdbc.sql("insert into midterm_setting (round_id, behind_limit) values (?, 30)").param(cast.round()).update();
		assertThat(only(cast.officer()).why()).isEqualTo("none");
		jdbc.sql("update project set state = 'TERMINATED' where id = ?").param(cast.project().id()).update();
		assertThat(of(cast.officer()).all()).as("it is no longer under way").isEmpty();
	}

	@Test
	void everybody_gets_the_projects_they_may_see_in_map_table_sum_and_export() {
		GivenProjects.Cast others = givenProjects.cast();
		for (Person person : List.of(cast.contact(), cast.host(), cast.pi())) {
			Portfolio seen = portfolio.of(person, new PortfolioFilter("", null, null, null, 0));
			assertThat(seen.all()).extracting(PortfolioRow::code).containsExactly(cast.project().code());
			assertThat(seen.planned()).isEqualByComparingTo("2200000");
			String page = site.browser(person).get("/portfolio").body();
			assertThat(page).contains(cast.project().code()).doesNotContain(others.project().code());
			assertThat(site.api(person).get("/api/portfolio").body()).doesNotContain(others.project().code());
		}
		Person auditor = given.person("审计", cast.officer().organisationId(), Role.AUDITOR);
		assertThat(of(auditor).all()).hasSize(1);
		Person expert = given.person("专家", given.organisation("HOST", "他校"), Role.EXPERT);
		assertThat(portfolio.of(expert, new PortfolioFilter("", null, null, null, 0)).all()).isEmpty();
	}

	@Test
	void spending_is_added_up_month_by_month_beside_an_even_use() {
		spend("EQUIPMENT", "1200.50");
		spend("LABOUR", "99.50");
		ProjectFigures found = figures.of(cast.pi(), cast.project().id());
		assertThat(found.months()).hasSizeBetween(25, 26);
		assertThat(found.months().get(found.months().size() - 1)).satisfies((last) -> {
			assertThat(last.spent()).isEqualByComparingTo("1300");
			assertThat(last.total()).isEqualByComparingTo("1300");
			assertThat(last.even()).isBetween(new BigDecimal("1100000"), new BigDecimal("1170000"));
		});
		String page = site.browser(cast.pi()).get("/projects/" + cast.project().id() + "/figures").body();
		assertThat(page).contains("1,300.00", "逾期 60 天");
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThatThrownBy(() -> figures.of(stranger, cast.project().id())).isInstanceOf(NotFound.class);
	}

	private void spend(String line, String amount) {
		projects.recordExpenditure(cast.pi(), cast.project().id(),
				new NewExpenditure(line, LocalDate.now(), new BigDecimal(amount), "试验材料"));
	}

	private Portfolio of(Person person) {
		return portfolio.of(person, new PortfolioFilter(cast.project().code(), null, null, null, 0));
	}

	private PortfolioRow only(Person person) {
		return of(person).all().get(0);
	}

}
