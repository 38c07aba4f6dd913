package org.guantong.project.payment;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.testing.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Who is paid what and when, and what holds it back. */
@GuantongTest
@Import(GivenProjects.class)
class PaymentTest {

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private PaymentService payments;

	@Autowired
	private ProjectPayments decided;

	@Autowired
	private PaymentDesk desk;

	@Autowired
	private PaymentShares shares;

	@Autowired
	private Budgets budgets;

	@Autowired
	private HeldProjects held;

	@Autowired
	private HoldReviews reviews;

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Site site;

	private GivenProjects.Cast cast;

	private long id;

	@BeforeEach
	void aProject() {
		cast = givenProjects.cast();
		id = cast.project().id();
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void a_plan_is_proposed_by_the_shares_and_split_by_the_agreement_to_the_cent() {
		List<NewInstalment> proposed = payments.propose(cast.officer(), id);

		assertThat(proposed).hasSize(6);
		assertThat(sum(proposed)).as("the budget without other sources").isEqualByComparingTo("2200000");
		assertThat(ofCoFunder(proposed)).as("the agreement is 1:3").isEqualByComparingTo("1650000");
		assertThat(proposed).extracting(NewInstalment::condition)
			.containsExactly("NONE", "NONE", "NONE", "NONE", "MIDTERM", "MIDTERM");
		assertThat(proposed.get(0).plannedOn()).isEqualTo(cast.project().startsOn());
		assertThat(proposed.get(2).plannedOn()).isEqualTo(cast.project().startsOn().plusMonths(12));
		assertThat(payments.plan(cast.officer(), id).instalments()).as("nothing is written").isEmpty();
	}

	@Test
	void what_is_paid_enters_the_books_over_the_lines_that_lack_it() {
		plan("150000.01", "149999.99");

		payments.pay(cast.officer(), id, instalment(0).id(), LocalDate.now(), "银付2026-001", false);

		assertThat(budgets.of(id).received()).isEqualByComparingTo("2050000.01");
		assertThat(payments.plan(cast.officer(), id).paid()).isEqualByComparingTo("150000.01");
		assertThat(mails("payment-paid")).as("PI and host are told").isEqualTo(2);
		payments.pay(cast.officer(), id, instalment(1).id(), LocalDate.now(), "银付2026-002", false);
		assertThat(budgets.of(id).lines()).as("nothing is lacking any more")
			.allMatch((line) -> line.received().compareTo(line.planned()) == 0);
	}

	@Test
	void what_the_host_has_entered_is_not_entered_twice_and_more_than_is_lacking_is_refused() {
		plan("1900000", "300000");

		assertThatThrownBy(() -> pay(0, false)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("payment.invalid.booked");
		pay(0, true);

		assertThat(budgets.of(id).received()).isEqualByComparingTo("1900000");
	}

	@Test
	void of_sixty_four_who_record_one_payment_exactly_one_does_and_it_arrives_once() {
		plan("200000", "100000");
		long first = instalment(0).id();

		int winners = Race.of(64, (number) -> payments.pay(cast.officer(), id, first, LocalDate.now(), "凭证", false));

		assertThat(winners).isEqualTo(1);
		assertThat(budgets.of(id).received()).isEqualByComparingTo("2100000");
	}

	@Test
	void nothing_is_paid_while_it_is_held_whoever_is_faster() {
		plan("200000", "100000");
		long first = instalment(0).id();

		Race.of(32, (number) -> {
			if (number % 2 == 0) {
				payments.hold(cast.officer(), id, "经费未按规定使用", null);
			}
			else {
				payments.pay(cast.officer(), id, first, LocalDate.now(), "凭证", false);
			}
		});

		PaymentPlan plan = payments.plan(cast.officer(), id);
		assertThat(plan.hold()).isNotNull();
		assertThat(plan.instalments().get(0).state()).isIn("PAID", "HELD");
		assertThat(budgets.of(id).received().subtract(plan.paid())).isEqualByComparingTo("1900000");
		assertThatThrownBy(() -> pay(1, false)).isInstanceOf(Stale.class).hasMessage("payment.stale.HELD");
		payments.resume(cast.officer(), id, "已整改");
		pay(1, false);
		assertThat(payments.plan(cast.pi(), id).holds()).extracting(PaymentHold::liftedReason).containsExactly("已整改");
		assertThat(mails("payment-held")).isEqualTo(2);
		assertThat(mails("payment-resumed")).isEqualTo(2);
	}

	@Test
	void a_payment_waits_for_its_milestone_or_for_the_mid_term_check() {
		long milestone = jdbc.sql("select id from milestone where project_id = ? and number = 1")
			.param(id)
			.query(Long.class)
			.single();
		payments.plan(cast.officer(), id,
				List.of(new NewInstalment(cast.contact().organisationId(), new BigDecimal("100"), LocalDate.now(),
						"MILESTONE", milestone),
						new NewInstalment(cast.contact().organisationId(), new BigDecimal("200"), LocalDate.now(),
								"MIDTERM", null)));
		assertThat(states()).containsExactly("PLANNED", "PLANNED");
		assertThatThrownBy(() -> pay(0, false)).isInstanceOf(Stale.class).hasMessage("payment.stale.PLANNED");

		jdbc.sql("update milestone set state = 'DONE', actual_on = planned_on where id = ?").param(milestone).update();
		assertThat(states()).containsExactly("READY", "PLANNED");
		decide(() -> decided.passed(cast.project()));
		assertThat(states()).containsExactly("READY", "READY");
	}

	@Test
	void decisions_hold_release_and_cancel() {
		plan("200000", "100000");
		decide(() -> decided.hold(cast.project(), "RECTIFY", "限期整改", LocalDate.now().plusDays(30)));
		assertThat(states()).containsExactly("HELD", "HELD");
		decide(() -> decided.passed(cast.project()));
		assertThat(states()).containsExactly("READY", "READY");

		payments.hold(cast.officer(), id, "账户变更", null);
		decide(() -> decided.passed(cast.project()));
		assertThat(states()).as("what the office held for a reason of its own stays held")
			.containsExactly("HELD", "HELD");

		decide(() -> decided.hold(cast.project(), "SUSPEND", "财务问题", LocalDate.now().plusDays(30)));
		payments.resume(cast.officer(), id, "已说明");
		pay(0, false);
		decide(() -> decided.cancel(cast.project()));
		assertThat(states()).containsExactly("PAID", "CANCELLED");
		PaymentPlan plan = payments.plan(cast.officer(), id);
		assertThat(plan.paid().add(plan.open()).add(plan.cancelled())).isEqualByComparingTo("300000");
	}

	@Test
	void every_fault_of_a_plan_is_named_and_nothing_changes() {
		plan("200000", "100000");
		assertThatThrownBy(() -> payments.plan(cast.officer(), id,
				List.of(new NewInstalment(cast.host().organisationId(), new BigDecimal("1.001"), null, "NEVER", null),
						new NewInstalment(cast.contact().organisationId(), new BigDecimal("2200000.01"),
								LocalDate.now(), "MILESTONE", -1L))))
			.isInstanceOf(InvalidInput.class)
			.satisfies((ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field")
				.contains("[0].payerId", "[0].amount", "[0].plannedOn", "[0].condition", "[1].milestoneId", "sum"));
		assertThat(payments.plan(cast.officer(), id).planned()).isEqualByComparingTo("300000");
		assertThatThrownBy(
				() -> payments.pay(cast.officer(), id, instalment(0).id(), LocalDate.now().plusDays(1), "x", false))
			.hasMessageContaining("paidOn");
		assertThatThrownBy(() -> payments.pay(cast.officer(), id, instalment(0).id(), LocalDate.now(), " ", false))
			.hasMessageContaining("voucher");
	}

	@Test
	void the_database_refuses_too_much_a_change_of_what_was_paid_and_shares_that_are_no_whole() {
		plan("200000", "100000");
		pay(0, false);
		for (String change : List.of("update instalment set amount = 2100000.01 where id = " + instalment(1).id(),
				"update instalment set amount = 1 where id = " + instalment(0).id(),
				"delete from instalment where id = " + instalment(0).id(),
				"update payment_share set share = share + 1 where position = 1")) {
			assertThatThrownBy(() -> transaction.executeWithoutResult((status) -> jdbc.sql(change).update())).as(change)
				.isInstanceOf(DataIntegrityViolationException.class);
		}
	}

	@Test
	void a_co_funder_sees_its_own_payments_and_strangers_none() {
		long funder = cast.officer().organisationId();
		payments.plan(cast.officer(), id,
				List.of(new NewInstalment(cast.contact().organisationId(), new BigDecimal("300"), LocalDate.now(),
						"NONE", null),
						new NewInstalment(funder, new BigDecimal("100"), LocalDate.now(), "NONE", null)));

		assertThat(payments.plan(cast.contact(), id).instalments()).extracting(Instalment::payerId)
			.containsExactly(cast.contact().organisationId());
		assertThat(found(cast.contact()).sum()).as("nor does a sum tell").isEqualByComparingTo("300");
		assertThat(payments.plan(cast.pi(), id).instalments()).hasSize(2);
		assertThat(payments.plan(cast.host(), id).instalments()).hasSize(2);
		assertThat(found(cast.officer()).items()).hasSize(2);
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThatThrownBy(() -> payments.plan(stranger, id)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> desk.find(cast.pi(), filter())).isInstanceOf(AccessDeniedException.class);
		Person auditor = given.person("审计", funder, Role.AUDITOR);
		assertThat(payments.plan(auditor, id).instalments()).hasSize(2);
		for (Person person : List.of(cast.pi(), cast.host(), cast.contact(), auditor)) {
			assertThatThrownBy(() -> payments.hold(person, id, "x", null)).isInstanceOf(AccessDeniedException.class);
			assertThatThrownBy(() -> payments.plan(person, id, List.of())).isInstanceOf(AccessDeniedException.class);
			assertThatThrownBy(() -> payments.pay(person, id, 1, LocalDate.now(), "x", true))
				.isInstanceOf(AccessDeniedException.class);
			assertThatThrownBy(() -> shares.set(person, List.of())).isInstanceOf(AccessDeniedException.class);
		}
	}

	@Test
	void an_officer_plans_pays_many_at_once_and_holds_on_the_pages() {
		Site.Browser browser = site.browser(cast.officer());
		String page = "/projects/" + id + "/payments";
		assertThat(browser.get(page + "?propose=true").body()).contains("已按默认比例", "660000.00");
		Site.Reply wrong = browser.post(page, Map.of("payerId", Long.toString(cast.contact().organisationId()),
				"amount", "三十万", "plannedOn", LocalDate.now().toString(), "condition", "NONE", "milestoneId", ""));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("三十万", "请填写金额");
		browser.post(page, Map.of("payerId", Long.toString(cast.contact().organisationId()), "amount", "300,000.00",
				"plannedOn", LocalDate.now().toString(), "condition", "NONE", "milestoneId", ""));

		Site.Reply preview = browser.post("/payments/preview", Map.of("ids", Long.toString(instalment(0).id())));
		assertThat(preview.body()).contains(cast.project().code(), "300,000.00");
		assertThat(browser
			.post("/payments/paid", Map.of("ids", Long.toString(instalment(0).id()), "paidOn", "", "voucher", "V-1"))
			.status()).isEqualTo(422);
		assertThat(browser
			.post("/payments/paid", Map.of("ids", Long.toString(instalment(0).id()), "paidOn",
					LocalDate.now().toString(), "voucher", "V-1"))
			.body()).contains("拨付已登记");
		assertThat(budgets.of(id).received()).isEqualByComparingTo("2200000");

		assertThat(browser.post(page + "/hold", Map.of("reason", "")).status()).isEqualTo(422);
		browser.post(page + "/hold", Map.of("reason", "账户待核实"));
		assertThat(site.browser(cast.pi()).get(page).body()).contains("账户待核实", "V-1").doesNotContain("编制未拨部分");
		assertThat(site.browser(cast.pi()).post(page + "/resume", Map.of("reason", "我说行")).status()).isEqualTo(403);
	}

	@Test
	void the_office_is_reminded_once_of_the_day_it_looks_again_and_holds_on_or_resumes() {
		LocalDate day = LocalDate.now().plusDays(30);
		decide(() -> decided.hold(cast.project(), "SUSPEND", "票据不全", day));
		reviews.remind();
		assertThat(mails("payment-review")).as("the day has not come").isZero();
		clock.pass(Duration.ofDays(30));
		int officers = people.members(Group.of(Role.OFFICER)).size();
		Race.of(4, (number) -> reviews.remind());
		assertThat(mails("payment-review")).isEqualTo(officers);
		assertThat(site.browser(cast.officer()).get("/payments").body()).contains("票据不全", "待复核");
		assertThat(held.of(cast.contact())).extracting(HeldProject::code).contains(cast.project().code());
		Person other = given.person("别家", given.organisation("CO_FUNDER", "别省科技厅"), Role.CO_FUNDER_CONTACT);
		assertThat(held.of(other)).isEmpty();
		assertThatThrownBy(() -> held.of(cast.pi())).isInstanceOf(AccessDeniedException.class);

		Site.Browser browser = site.browser(cast.officer());
		String page = "/projects/" + id + "/payments";
		Site.Reply wrong = browser.post(page + "/hold-on", Map.of("reason", "补交中", "reviewOn", day.toString()));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("补交中", "复核日期须晚于今天");
		browser.post(page + "/hold-on", Map.of("reason", "补交中", "reviewOn", day.plusDays(20).toString()));
		assertThat(payments.plan(cast.officer(), id).holds()).extracting(PaymentHold::cause, PaymentHold::isOpen)
			.containsExactly(tuple("SUSPEND", true), tuple("SUSPEND", false));
		reviews.remind();
		assertThat(mails("payment-review")).as("not before the next day").isEqualTo(officers);
		clock.pass(Duration.ofDays(20));
		reviews.remind();
		assertThat(mails("payment-review")).isEqualTo(2 * officers);
		payments.resume(cast.officer(), id, "已补齐");
		assertThatThrownBy(() -> payments.holdOn(cast.officer(), id, "x", day.plusDays(90))).isInstanceOf(Stale.class);
	}

	@Test
	void the_default_shares_are_edited_as_a_whole() {
		Site.Browser browser = site.browser(cast.officer());
		Site.Reply wrong = browser.post("/payments/shares",
				Map.of("share", "99", "afterMonths", "0", "condition", "NONE"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("99%");
		List<PaymentShare> before = shares.all(cast.officer());
		shares.set(cast.officer(), List.of(new PaymentShare(new BigDecimal("100"), 0, "NONE")));
		try {
			assertThat(payments.propose(cast.officer(), id)).hasSize(2);
		}
		finally {
			shares.set(cast.officer(), before);
		}
	}

	private void plan(String... amounts) {
		payments.plan(cast.officer(), id,
				List.of(amounts)
					.stream()
					.map((amount) -> new NewInstalment(cast.contact().organisationId(), new BigDecimal(amount),
							LocalDate.now(), "NONE", null))
					.toList());
	}

	private Instalment instalment(int index) {
		return payments.plan(cast.officer(), id).instalments().get(index);
	}

	private void pay(int index, boolean booked) {
		payments.pay(cast.officer(), id, instalment(index).id(), LocalDate.now(), "凭证" + index, booked);
	}

	private void decide(Runnable decision) {
		transaction.executeWithoutResult((status) -> decision.run());
	}

	private List<String> states() {
		return payments.plan(cast.officer(), id).instalments().stream().map(Instalment::state).toList();
	}

	private PaymentFilter filter() {
		return new PaymentFilter(cast.project().code(), null, null, null, 0);
	}

	private PaymentList found(Person person) {
		return desk.find(person, filter());
	}

	private BigDecimal ofCoFunder(List<NewInstalment> all) {
		return sum(all.stream().filter((one) -> one.payerId() == cast.contact().organisationId()).toList());
	}

	private static BigDecimal sum(List<NewInstalment> all) {
		return all.stream().map(NewInstalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private int mails(String key) {
		return jdbc.sql("select count(*) from mail_outbox where key = ? and link = ?")
			.params(key, "/projects/" + id + "/payments")
			.query(Integer.class)
			.single();
	}

}
