package org.guantong.workflow;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.identity.SubstitutionService;
import org.guantong.shared.NotFound;
import org.guantong.testing.Site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Standing in for somebody absent, and keeping reviewers' steps to themselves. */
class SubstitutionInTasksTest extends ErrandTest {

	@Autowired
	SubstitutionService substitutions;

	@Autowired
	CaseHistory history;

	@Autowired
	Site site;

	Person substitute;

	@BeforeEach
	void letSomebodyStandIn() {
		substitute = given.person("代办己", runner.organisationId(), Role.HOST);
		LocalDate today = LocalDate.now(clock);
		jdbc.sql("insert into substitution (account_id, substitute_id, from_date, until_date) values (?, ?, ?, ?), "
				+ "(?, ?, ?, ?)")
			.params(runner.id(), substitute.id(), today, today.plusDays(7), inspector.id(), substitute.id(), today,
					today.plusDays(7))
			.update();
	}

	@Test
	void theSubstituteFindsTheTaskAndDoesItOnBehalfWithATrail() {
		long found = startPlanned();
		assertThat(inboxOf(substitute)).containsExactly("buy");
		assertThat(tasks.open(substitute, task("buy").id()).onBehalfOf()).isEqualTo(runner.name());

		tasks.complete(substitute, task("buy").id(), Map.of("price", 12));

		assertThat(history.of(found, runner)).last().satisfies((entry) -> {
			assertThat(entry.actorName()).isEqualTo(substitute.name());
			assertThat(entry.onBehalfOf()).isEqualTo(runner.name());
		});
		assertThat(audited()).last().isEqualTo("task.completed errand/buy on behalf of " + runner.username());
		assertThat(site.browser(runner).get("/cases/" + found).body()).contains(substitute.name(),
				"（代" + runner.name() + "）");
	}

	@Test
	void theSubstituteSeesTheCaseAndItsDiagramBeforeDoingAnything() {
		long found = startPlanned();
		Site.Browser browser = site.browser(substitute);

		assertThat(browser.get("/tasks/" + task("buy").id()).body()).contains("您将代" + runner.name());
		assertThat(browser.get("/cases/" + found + "/model.bpmn").status()).isEqualTo(200);
	}

	@Test
	void afterTheAbsenceThereIsNothingToFind() {
		startPlanned();
		clock.pass(java.time.Duration.ofDays(9));

		assertThat(inboxOf(substitute)).isEmpty();
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> tasks.complete(substitute, task("buy").id(), Map.of("price", 12)));
	}

	@Test
	void nobodyReviewsByProxy() {
		startPlanned();
		String id = task("inspect").id();

		assertThat(inboxOf(substitute)).doesNotContain("inspect");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.open(substitute, id));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> tasks.complete(substitute, id, Map.of("opinion", "好")));
		assertThat(task("inspect").isOpen()).isTrue();
	}

	@Test
	void whoInspectedAndWhatTheySaidIsForTheOfficeAndThemselves() {
		long found = startPlanned();
		Person officer = given.officer();
		assertThat(waitingPageOf(found, planner)).contains("等待：专家").doesNotContain(inspector.name());
		assertThat(waitingPageOf(found, officer)).contains(inspector.name());

		tasks.complete(inspector, task("inspect").id(), Map.of("opinion", "茶叶受潮"));

		assertThat(history.of(found, planner)).last().satisfies((entry) -> {
			assertThat(entry.step()).isEqualTo("inspect");
			assertThat(entry.isDisclosed()).isFalse();
			assertThat(entry.actorName()).isNull();
			assertThat(entry.data()).isNull();
		});
		assertThat(waitingPageOf(found, planner)).doesNotContain("茶叶受潮", inspector.name()).contains("（不公开）");
		assertThat(waitingPageOf(found, runner)).doesNotContain("茶叶受潮", inspector.name());
		assertThat(waitingPageOf(found, inspector)).contains("茶叶受潮", inspector.name());
		assertThat(waitingPageOf(found, officer)).contains("茶叶受潮", inspector.name());
		assertThat(site.browser(runner).get("/tasks/" + task("buy").id()).body()).doesNotContain("茶叶受潮",
				inspector.name());
	}

	@Test
	void aCaseIsNotFoundByThoseWhoTakeNoPartInIt() {
		long found = startPlanned();

		assertThat(site.browser(stranger).get("/cases/" + found).status()).isEqualTo(404);
		assertThat(site.browser(stranger).get("/cases/" + found + "/model.bpmn").status()).isEqualTo(404);
		assertThat(cases.visibleTo(stranger, "errand", 0, 100)).isEmpty();
		assertThat(cases.countVisibleTo(planner, "errand")).isEqualTo(1);
	}

	private String waitingPageOf(long found, Person reader) {
		return site.browser(reader).get("/cases/" + found).body();
	}

}
