package org.guantong.project.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.NewExpenditure;
import org.guantong.project.ProjectService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is signed for counts, and money moves between lines only with whoever has to
 * agree.
 */
@GuantongTest
@Import(GivenProjects.class)
class BooksProcessTest {

	private static Coverage coverage;

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private BooksService books;

	@Autowired
	private BudgetYearService years;

	@Autowired
	private ProjectService projects;

	@Autowired
	private Budgets budgets;

	@Autowired
	private LineTransfers transfers;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Engine engine;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private GivenProjects.Cast cast;

	private long id;

	@Autowired
	void keep(Coverage found) {
		coverage = found;
	}

	@BeforeEach
	void aProject() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = givenProjects.cast();
		id = cast.project().id();
	}

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@AfterAll
	static void everyNodeWasPassed() {
		coverage.assertEveryNodeVisited("budget-transfer");
	}

	@Test
	void what_is_signed_for_is_kept_for_it_until_it_is_paid_or_released() {
		long rig = commit("OPERATION", "400000");
		long other = commit("OPERATION", "100000");
		assertThat(line("OPERATION").committed()).isEqualByComparingTo("500000");
		assertThatThrownBy(() -> commit("OPERATION", "100000.01")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("books.invalid.left");
		assertThatThrownBy(() -> spend("OPERATION", "100000.01")).as("it is promised to others")
			.isInstanceOf(InvalidInput.class);

		books.settle(cast.pi(), id, rig, true, LocalDate.now());
		books.settle(cast.host(), id, other, false, LocalDate.now());

		assertThat(line("OPERATION").committed()).isEqualByComparingTo("0");
		assertThat(line("OPERATION").spent()).isEqualByComparingTo("400000");
		assertThatThrownBy(() -> books.settle(cast.pi(), id, rig, true, LocalDate.now())).isInstanceOf(Stale.class);
		assertThat(books.commitments(cast.officer(), id)).extracting(Commitment::settled)
			.containsExactlyInAnyOrder("SPENT", "RELEASED");
	}

	@Test
	void of_sixty_four_who_spend_sign_and_move_the_last_money_of_a_line_one_does() {
		commit("LABOUR", "299000");
		int winners = Race.of(64, (number) -> {
			if (number % 2 == 0) {
				books.commit(cast.pi(), id, "LABOUR", LocalDate.now(), new BigDecimal("101000"), "第" + number + "份");
			}
			else {
				spend("LABOUR", "1000.01");
			}
		});
		BudgetLine line = line("LABOUR");
		assertThat(winners).as("either one signs for it, or as many spend as have arrived").isPositive();
		assertThat(line.spent().add(line.committed())).isLessThanOrEqualTo(line.planned().max(line.received()));
		assertThat(line.balance()).isNotNegative();
		assertThat(books.commitments(cast.pi(), id)
			.stream()
			.map(Commitment::amount)
			.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(line.committed());
	}

	@Test
	void of_sixty_four_who_approve_one_transfer_at_once_exactly_one_moves_the_money() {
		LineTransfer transfer = propose("OPERATION", "LABOUR", "600000");
		String task = inbox.openAbout("checkTransfer", transfer.subject().ref()).get(0).id();

		int winners = Race.of(64, (number) -> tasks.complete(cast.host(), task, Map.of("decision", "APPROVE")));

		engine.settle();
		assertThat(winners).isEqualTo(1);
		assertThat(line("OPERATION").planned()).isEqualByComparingTo("0");
		assertThat(line("LABOUR").planned()).isEqualByComparingTo("1000000");
		assertThat(budgets.of(id).planned()).as("the whole stays").isEqualByComparingTo("2200000");
	}

	@Test
	void two_transfers_of_the_same_money_cannot_both_be_approved() {
		LineTransfer first = propose("OPERATION", "LABOUR", "400000");
		LineTransfer second = propose("OPERATION", "LABOUR", "400000");
		complete(cast.host(), first, "checkTransfer", Map.of("decision", "APPROVE"));
		assertThatThrownBy(() -> complete(cast.host(), second, "checkTransfer", Map.of("decision", "APPROVE")))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("books.invalid.spares");
		complete(cast.host(), second, "checkTransfer", Map.of("decision", "REFUSE", "remarks", "余额不足"));
		assertThat(transfers.require(second.id()).state()).isEqualTo("REFUSED");
		assertThat(budgets.of(id).planned()).isEqualByComparingTo("2200000");
	}

	@Test
	void equipment_moves_only_when_the_office_agrees_too() {
		LineTransfer transfer = propose("OPERATION", "EQUIPMENT", "100000.50");
		complete(cast.host(), transfer, "checkTransfer", Map.of("decision", "APPROVE"));
		assertThat(transfers.require(transfer.id()).state()).isEqualTo("DECIDING");
		assertThat(line("EQUIPMENT").planned()).isEqualByComparingTo("1000000");
		complete(cast.officer(), transfer, "decideTransfer", Map.of("decision", "APPROVE"));
		assertThat(line("EQUIPMENT").planned()).isEqualByComparingTo("1100000.50");

		LineTransfer back = propose("EQUIPMENT", "OPERATION", "1");
		complete(cast.host(), back, "checkTransfer", Map.of("decision", "APPROVE"));
		complete(cast.officer(), back, "decideTransfer", Map.of("decision", "REFUSE", "remarks", "理由不充分"));
		assertThat(line("EQUIPMENT").planned()).isEqualByComparingTo("1100000.50");
		assertThat(jdbc.sql("select count(*) from mail_outbox where key = 'decided' and link = ?")
			.param("/projects/" + id + "/budget")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void each_fault_is_named_and_only_those_who_keep_the_books_act() {
		assertFault("INDIRECT", "LABOUR", "1", "原因", "from");
		assertFault("LABOUR", "LABOUR", "1", "原因", "to");
		assertFault("LABOUR", "OPERATION", "400000.01", "原因", "amount");
		assertFault("LABOUR", "OPERATION", "-1", "", "amount", "reason");
		assertFault("NONE", "NEITHER", "1", "原因", "from", "to");
		for (Person person : List.of(cast.officer(), cast.contact())) {
			assertThatThrownBy(() -> books.propose(person, id, "LABOUR", "OPERATION", BigDecimal.ONE, "x"))
				.isInstanceOf(AccessDeniedException.class);
			assertThatThrownBy(() -> books.commit(person, id, "LABOUR", LocalDate.now(), BigDecimal.ONE, "x"))
				.isInstanceOf(AccessDeniedException.class);
		}
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThatThrownBy(() -> books.transfers(stranger, id)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> books.commitments(stranger, id)).isInstanceOf(NotFound.class);
		LineTransfer transfer = propose("LABOUR", "OPERATION", "1");
		assertThatThrownBy(() -> books.withdraw(cast.host(), id, transfer.id())).isInstanceOf(NotFound.class);
		books.withdraw(cast.pi(), id, transfer.id());
		assertThatThrownBy(() -> books.withdraw(cast.pi(), id, transfer.id())).isInstanceOf(Stale.class);
	}

	@Test
	void a_budget_is_planned_by_year_adds_up_and_follows_what_moves() {
		int year = cast.project().startsOn().getYear();
		assertThatThrownBy(() -> years.plan(cast.pi(), id, Map.of("LABOUR-" + year, new BigDecimal("399999.99"))))
			.isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field").contains("LABOUR"));
		assertThat(years.of(cast.pi(), id).get(year)).allMatch((one) -> one.planned() == null);
		Map<String, BigDecimal> plan = new java.util.HashMap<>();
		for (BudgetLine line : budgets.of(id).lines()) {
			plan.put(line.code() + "-" + year, line.planned().subtract(new BigDecimal("1000.50")));
			plan.put(line.code() + "-" + (year + 1), new BigDecimal("1000.50"));
		}
		years.plan(cast.host(), id, plan);
		spend("LABOUR", "300");
		commit("LABOUR", "200");

		LineTransfer transfer = propose("OPERATION", "LABOUR", "2000.50");
		complete(cast.host(), transfer, "checkTransfer", Map.of("decision", "APPROVE"));

		Map<Integer, List<LineYear>> found = years.of(cast.officer(), id);
		assertThat(found.keySet()).contains(year, year + 4);
		assertThat(year("OPERATION", year + 1).planned()).as("the last years give first").isEqualByComparingTo("0");
		assertThat(year("OPERATION", year).planned()).isEqualByComparingTo("597999.50");
		assertThat(year("LABOUR", LocalDate.now().getYear()).planned()).as("it is for now")
			.isEqualByComparingTo("2000.50");
		assertThat(year("LABOUR", LocalDate.now().getYear()).spent()).isEqualByComparingTo("300");
		assertThat(year("LABOUR", LocalDate.now().getYear()).committed()).isEqualByComparingTo("200");
		assertThat(year("LABOUR", year).received()).isEqualByComparingTo("300000");
		assertThat(found.values()
			.stream()
			.flatMap(List::stream)
			.map(LineYear::planned)
			.reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(budgets.of(id).planned());
		assertThatThrownBy(() -> years.plan(cast.officer(), id, plan)).isInstanceOf(AccessDeniedException.class);
		assertThat(site.browser(cast.pi())
			.post("/projects/" + id + "/budget/years", Map.of("year-LABOUR-" + year, "1,5"))
			.body()).contains("须等于该科目预算", "1,5");
		assertThatThrownBy(() -> transaction.executeWithoutResult(
				(status) -> jdbc.sql("update budget_line_year set planned = planned + 1 where line_id = ? and year = ?")
					.params(line("LABOUR").id(), year)
					.update()))
			.isInstanceOf(DataIntegrityViolationException.class);
	}

	private LineYear year(String line, int year) {
		return years.of(cast.officer(), id)
			.get(year)
			.stream()
			.filter((one) -> one.code().equals(line))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void the_database_refuses_a_line_that_is_promised_twice_and_a_sum_that_is_none() {
		long line = line("LABOUR").id();
		for (String change : List.of("committed = 400000.01", "committed = 5", "committed = -1")) {
			assertThatThrownBy(() -> transaction.executeWithoutResult(
					(status) -> jdbc.sql("update budget_line set " + change + " where id = ?").param(line).update()))
				.as(change)
				.isInstanceOf(DataIntegrityViolationException.class);
		}
	}

	@Test
	void a_pi_does_it_on_one_page_that_keeps_what_was_typed() {
		Site.Browser browser = site.browser(cast.pi());
		String page = "/projects/" + id + "/budget";
		Site.Reply wrong = browser.post(page + "/commitments",
				Map.of("line", "LABOUR", "signedOn", "", "amount", "1,000.00", "note", "测试合同"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("1,000.00", "测试合同");
		browser.post(page + "/commitments",
				Map.of("line", "LABOUR", "signedOn", LocalDate.now().toString(), "amount", "1,000.00", "note", "测试合同"));
		assertThat(line("LABOUR").committed()).isEqualByComparingTo("1000");
		assertThat(browser
			.post(page + "/transfers", Map.of("from", "INDIRECT", "to", "LABOUR", "amount", "5", "reason", "试"))
			.body()).contains("该科目不能调剂");
		browser.post(page + "/transfers", Map.of("from", "LABOUR", "to", "OPERATION", "amount", "5", "reason", "试验增加"));
		assertThat(browser.get(page).body()).contains("待单位审批", "撤回申请");
		assertThat(site.browser(cast.officer()).get(page).body()).contains("试验增加")
			.doesNotContain("method=\"post\" novalidate");
	}

	private void assertFault(String from, String to, String amount, String reason, String... fields) {
		assertThatThrownBy(() -> books.propose(cast.pi(), id, from, to, new BigDecimal(amount), reason))
			.isInstanceOf(InvalidInput.class)
			.satisfies(
					(ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field").contains((Object[]) fields));
	}

	private long commit(String line, String amount) {
		return books.commit(cast.pi(), id, line, LocalDate.now(), new BigDecimal(amount), "试验合同");
	}

	private void spend(String line, String amount) {
		projects.recordExpenditure(cast.pi(), id,
				new NewExpenditure(line, LocalDate.now(), new BigDecimal(amount), "试验材料"));
	}

	private LineTransfer propose(String from, String to, String amount) {
		return books.propose(cast.pi(), id, from, to, new BigDecimal(amount), "试验增加");
	}

	private void complete(Person person, LineTransfer transfer, String step, Map<String, Object> input) {
		tasks.complete(person, inbox.openAbout(step, transfer.subject().ref()).get(0).id(), input);
		engine.settle();
	}

	private BudgetLine line(String code) {
		return budgets.of(id).lines().stream().filter((line) -> line.code().equals(code)).findFirst().orElseThrow();
	}

}
