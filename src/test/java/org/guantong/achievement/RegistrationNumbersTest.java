package org.guantong.achievement;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GuantongTest
class RegistrationNumbersTest {

	@Autowired
	private RegistrationNumbers numbers;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void registrationsAtOnceNeverShareANumberAndLeaveNoGap() throws Exception {
		int many = 40;
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			Callable<String> one = () -> transaction.execute((status) -> numbers.next("西藏"));
			List<String> given = threads.invokeAll(IntStream.range(0, many).mapToObj((i) -> one).toList())
				.stream()
				.map(RegistrationNumbersTest::get)
				.sorted()
				.toList();

			assertThat(given).doesNotHaveDuplicates().allMatch((number) -> number.matches("540\\d{4}Y\\d{4}"));
			int first = serial(given.get(0));
			assertThat(given).extracting(RegistrationNumbersTest::serial)
				.containsExactlyElementsOf(IntStream.range(first, first + many).boxed().toList());
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void aNumberTakenInATransactionThatFailsIsGivenToTheNext() {
		String lost = transaction.execute((status) -> {
			status.setRollbackOnly();
			return numbers.next("青海");
		});
		assertThat(taken("青海")).isEqualTo(lost).hasSize(12).startsWith("630");
	}

	@Test
	void regionsAndNationalBodiesCountApart() {
		assertThat(taken("宁夏")).endsWith("Y0001");
		assertThat(taken("新疆")).endsWith("Y0001").startsWith("650");
		assertThat(taken(null)).startsWith("000");
	}

	@Test
	void theDatabaseRefusesNegativeSpendingAndATenthReadinessLevel() {
		assertThatThrownBy(() -> jdbc.sql("insert into closure_account values (1, 1, '设备费', 1, -0.01)").update())
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("spent");
		assertThatThrownBy(
				() -> jdbc.sql("insert into achievement (code, project_id, title, trl) values ('X', 1, '成果', 10)")
					.update())
			.isInstanceOf(DataIntegrityViolationException.class)
			.hasMessageContaining("trl");
	}

	private String taken(String region) {
		return transaction.execute((status) -> numbers.next(region));
	}

	private static int serial(String number) {
		return Integer.parseInt(number.substring(8));
	}

	private static String get(Future<String> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
