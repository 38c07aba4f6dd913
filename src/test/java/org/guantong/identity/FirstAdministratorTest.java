package org.guantong.identity;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Each test takes all administrators away, and gives them back by rolling back. */
@GuantongTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

	@Autowired
	private FirstAdministrator first;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Given given;

	@Test
	void whereThereIsNoneOneIsMadeWhoMustChangeThePassword() {
		withoutAdministrators(() -> {
			Person made = first.makeIfMissing("once and for all").orElseThrow();

			assertThat(made.username()).isEqualTo("admin");
			assertThat(made.roles()).containsExactly(Role.ADMIN);
			assertThat(jdbc.sql("select must_change_password from account where id = ?")
				.param(made.id())
				.query(Boolean.class)
				.single()).isTrue();
			assertThat(first.makeIfMissing("once more, please")).isEmpty();
		});
	}

	@Test
	void withoutAPasswordTheLogSaysWhatToSet(CapturedOutput output) {
		withoutAdministrators(() -> assertThat(first.makeIfMissing("")).isEmpty());

		assertThat(output).contains("Set GUANTONG_ADMIN_PASSWORD");
	}

	@Test
	void aWeakPasswordIsNotUsed(CapturedOutput output) {
		withoutAdministrators(() -> assertThat(first.makeIfMissing("admin12345")).isEmpty());

		assertThat(output).contains("GUANTONG_ADMIN_PASSWORD cannot be used");
	}

	@Test
	void whereThereIsOneNothingHappens() {
		given.person("管理员", given.organisation("FUNDER", "基金委"), Role.ADMIN);

		assertThat(first.makeIfMissing("once and for all")).isEqualTo(Optional.empty());
	}

	private void withoutAdministrators(Runnable test) {
		transaction.executeWithoutResult((status) -> {
			jdbc.sql("delete from account_role where role = 'ADMIN'").update();
			test.run();
			status.setRollbackOnly();
		});
	}

}
