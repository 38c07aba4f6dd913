package org.guantong.demand;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.fund.QuotaDefaults;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemandRulesTest extends NeedsTest {

	@Test
	void aCoFunderHasNoMoreDemandsThanTheRoundAllows() {
		quotas(2, 2);
		open();
		demand(contact, "第一条需求");
		Demand second = demand(contact, "第二条需求");

		assertThatThrownBy(() -> demand(contact, "BIO", "第三条需求")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("demand.problem.quota");
		demand(otherContact, "另一方的需求");
		demandService.withdraw(contact, second.id());
		assertThat(demand(contact, "BIO", "第三条需求")).as("a withdrawn one makes room").isNotNull();
	}

	@Test
	void aFieldHoldsNoMoreDemandsThanTheRoundAllows() {
		quotas(5, 1);
		open();
		demand(contact, "MAT", "第一条需求");
		Demand other = demand(contact, "BIO", "第二条需求");

		assertThatThrownBy(() -> demand(contact, "MAT", "第三条需求")).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("demand.problem.fieldQuota");
		assertThatThrownBy(
				() -> demandService.change(contact, other.id(), other.version(), content("MAT", "改到已满的领域"), List.of()))
			.isInstanceOf(InvalidInput.class);
		assertThat(
				demandService.change(contact, other.id(), other.version(), content("BIO", "领域不变"), List.of()).title())
			.isEqualTo("领域不变");
	}

	@Test
	void theLastPlaceIsGivenOnceWhenManyAskAtOnce() throws Exception {
		quotas(3, 3);
		open();

		List<Object> results = atOnce(8, (number) -> demand(contact, "同时填报" + number));

		assertThat(results).filteredOn(Demand.class::isInstance).hasSize(3);
		assertThat(results).filteredOn(InvalidInput.class::isInstance).hasSize(5);
		assertThat(demands.findByRoundIdAndCoFunderIdOrderByCode(round.id(), contact.organisationId())).hasSize(3);
	}

	@Test
	void codesOfARegionHaveNeitherGapsNorDoubles() throws Exception {
		open();
		Demand before = demand(contact, "先填报的需求");

		List<Object> results = atOnce(6, (number) -> demand(contact, "同时填报" + number));

		List<Integer> numbers = results.stream().map((one) -> number((Demand) one)).sorted().toList();
		int first = number(before);
		assertThat(before.code()).startsWith("D2026-LN-");
		assertThat(numbers).isEqualTo(IntStream.rangeClosed(first + 1, first + 6).boxed().toList());
		assertThat(demand(otherContact, "无地区的企业").code()).startsWith("D2026-CN-");
	}

	@Test
	void demandsCannotBeChangedOnceSubmitted() {
		open();
		Demand demand = demand(contact, "第一条需求");
		submit(contact);

		assertThatThrownBy(
				() -> demandService.change(contact, demand.id(), demand.version(), content("MAT", "改名"), List.of()))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(() -> demandService.withdraw(contact, demand.id())).isInstanceOf(Stale.class);
		assertThatThrownBy(() -> demand(contact, "再来一条")).isInstanceOf(Stale.class);
	}

	@Test
	void theDatabaseRefusesWhatMustNeverBe() {
		open();
		Demand demand = demand(contact, "第一条需求");

		assertRefused("update demand set not_classified = false where id = ?", demand);
		assertRefused("update demand set state = 'RETURNED', reason = '' where id = ?", demand);
		assertRefused("update demand set title = repeat('字', 51) where id = ?", demand);
		assertRefused("update demand set state = 'LOST' where id = ?", demand);
		assertRefused("insert into demand_series (year, letters, last) select 2026, 'LN', 0 from demand where id = ?",
				demand);
	}

	private void assertRefused(String sql, Demand demand) {
		assertThatThrownBy(() -> jdbc.sql(sql).param(demand.id()).update())
			.isInstanceOf(DataIntegrityViolationException.class);
	}

	private void quotas(int all, int field) {
		settings((now) -> now.with(new QuotaDefaults(all, field, null, null)));
	}

	private static int number(Demand demand) {
		return Integer.parseInt(demand.code().substring(demand.code().lastIndexOf('-') + 1));
	}

	private List<Object> atOnce(int times, java.util.function.IntFunction<Object> deed) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(times);
		try {
			List<Callable<Object>> deeds = IntStream.range(0, times).<Callable<Object>>mapToObj((number) -> () -> {
				TestingAuthenticationToken somebody = new TestingAuthenticationToken("somebody", "");
				somebody.setAuthenticated(true);
				SecurityContextHolder.getContext().setAuthentication(somebody);
				try {
					return deed.apply(number);
				}
				catch (InvalidInput refused) {
					return refused;
				}
			}).toList();
			List<Object> results = new java.util.ArrayList<>();
			for (Future<Object> future : threads.invokeAll(deeds)) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
