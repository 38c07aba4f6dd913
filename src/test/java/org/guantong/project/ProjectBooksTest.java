package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Projects and their money: who sees, who spends, and what can never be. */
@GuantongTest
@Import(GivenProjects.class)
class ProjectBooksTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private ProjectService service;

	@Autowired
	private ProjectCatalogue catalogue;

	@Autowired
	private GuideDirections directions;

	@Autowired
	private Budgets budgets;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private GivenProjects.Cast cast;

	@BeforeEach
	void aProject() {
		cast = givenProjects.cast();
	}

	@Test
	void spending_adds_up_line_by_line() {
		spend(cast.pi(), "EQUIPMENT", "1200.50");
		spend(cast.host(), "EQUIPMENT", "99.50");
		spend(cast.pi(), "EQUIPMENT", "-99.50");
		assertThat(line("EQUIPMENT").spent()).isEqualByComparingTo("1200.50");
		assertThat(line("EQUIPMENT").rate()).isEqualByComparingTo("0.0012");
		assertThat(service.expenditures(cast.pi(), cast.project().id())).hasSize(3);
	}

	@Test
	void nobody_spends_what_has_not_arrived() {
		assertThatThrownBy(() -> spend(cast.pi(), "EQUIPMENT", "900000.01")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("project.spending.overdrawn");
		service.recordReceipt(cast.host(), cast.project().id(), "EQUIPMENT", new BigDecimal("0.01"));
		spend(cast.pi(), "EQUIPMENT", "900000.01");
		assertThat(line("EQUIPMENT").balance()).isEqualByComparingTo("0");
	}

	@Test
	void of_sixty_four_who_spend_the_last_yuan_exactly_one_does() {
		spend(cast.pi(), "LABOUR", "299999");

		assertThat(Race.of(64, (number) -> spend(cast.pi(), "LABOUR", "1"))).isEqualTo(1);

		assertThat(line("LABOUR").spent()).isEqualByComparingTo("300000");
	}

	@Test
	void whatever_sixty_four_spend_at_once_a_line_adds_up_to_the_cent_and_is_never_overdrawn() {
		int won = Race.of(64, (number) -> spend(cast.pi(), "LABOUR", "9999.99"));

		assertThat(won).as("thirty of 9999.99 fit into 300000").isEqualTo(30);
		assertThat(line("LABOUR").spent()).isEqualByComparingTo("299999.70");
		assertThat(line("LABOUR").balance()).isEqualByComparingTo("0.30");
		assertThat(service.expenditures(cast.pi(), cast.project().id())).hasSize(30);
	}

	@Test
	void the_database_refuses_a_negative_line_an_overdrawn_line_and_a_sum_that_is_none() {
		long id = line("EQUIPMENT").id();
		for (String change : List.of("planned = -0.01", "received = -0.01", "spent = -0.01", "spent = 900000.01",
				"spent = 5")) {
			assertThatThrownBy(() -> transaction.executeWithoutResult(
					(status) -> jdbc.sql("update budget_line set " + change + " where id = ?").param(id).update()))
				.as(change)
				.isInstanceOf(DataIntegrityViolationException.class);
		}
	}

	@Test
	void a_project_is_seen_by_those_it_concerns_and_nobody_else() {
		for (Person person : List.of(cast.officer(), cast.pi(), cast.host(), cast.contact())) {
			assertThat(service.detail(person, cast.project().id()).project().code()).isEqualTo(cast.project().code());
			assertThat(catalogue.find(person, new ProjectFilter(cast.project().code(), null, null, 0)).items())
				.hasSize(1);
		}
		long elsewhere = given.organisation("HOST", "别的大学");
		for (Person person : List.of(given.person("外人", elsewhere, Role.PI), given.person("外管", elsewhere, Role.HOST),
				given.person("外方", given.organisation("CO_FUNDER", "别省"), Role.CO_FUNDER_CONTACT),
				given.person("同事", cast.host().organisationId(), Role.EXPERT))) {
			assertThatThrownBy(() -> service.detail(person, cast.project().id())).isInstanceOf(NotFound.class);
			assertThat(catalogue.find(person, new ProjectFilter(cast.project().code(), null, null, 0)).items())
				.isEmpty();
		}
	}

	@Test
	void only_its_pi_and_host_keep_its_books() {
		assertThatThrownBy(() -> spend(cast.contact(), "LABOUR", "1")).isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> spend(cast.officer(), "LABOUR", "1")).isInstanceOf(AccessDeniedException.class);
		assertThatThrownBy(() -> spend(given.person("外人", given.organisation("HOST", "外校"), Role.PI), "LABOUR", "1"))
			.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> service.enter(cast.pi(), wanted("U24A9999")))
			.isInstanceOf(AccessDeniedException.class);
	}

	@Test
	void every_fault_of_a_new_project_is_named_and_nothing_written() {
		NewProject wrong = new NewProject("U24C0001", "", "no-such", "nobody", "BIG", new BigDecimal("1.001"), null,
				null, "1999", List.of(), List.of());
		assertThatThrownBy(() -> service.enter(cast.officer(), wrong)).isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field")
				.contains("code", "title", "direction", "pi", "category", "directCost", "startsOn", "endsOn",
						"milestones"));
	}

	@Test
	void a_list_is_entered_wholly_or_not_at_all() {
		String code = "U25A" + given.number();
		assertThatThrownBy(() -> service.enterAll(cast.officer(), List.of(wanted(code), wanted(cast.project().code()))))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("[1].code");
		assertThat(catalogue.find(cast.officer(), new ProjectFilter(code, null, null, 0)).items()).isEmpty();
		assertThat(service.enterAll(cast.officer(), List.of(wanted(code)))).hasSize(1);
	}

	private NewProject wanted(String code) {
		return givenProjects.wanted(code, cast.pi(), directions.require(cast.project().directionId()).code());
	}

	private void spend(Person person, String line, String amount) {
		service.recordExpenditure(person, cast.project().id(),
				new NewExpenditure(line, LocalDate.now(), new BigDecimal(amount), "试验材料"));
	}

	private BudgetLine line(String code) {
		return budgets.of(cast.project().id())
			.lines()
			.stream()
			.filter((line) -> line.code().equals(code))
			.findFirst()
			.orElseThrow();
	}

}
