package org.guantong.workflow;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may do which task, and that doing it happens once and entirely or not at all. */
class TasksTest extends ErrandTest {

	@Test
	void aStartThatIsRolledBackLeavesNoCaseNoTaskNoMailAndNoAudit() {
		transaction.executeWithoutResult((status) -> {
			start();
			assertThat(rowsOf("select count(*) from inbox_task where subject_id = ?")).isEqualTo(1);
			status.setRollbackOnly();
		});

		assertThat(rowsOf("select count(*) from inbox_task where subject_id = ?")).isZero();
		assertThat(rowsOf("select count(*) from process_case where subject_id = ?")).isZero();
		assertThat(rowsOf("select count(*) from act_ru_execution where business_key_ = 'demand:' || ?")).isZero();
		assertThat(mailsTo(planner)).isEmpty();
		assertThat(audited()).isEmpty();
	}

	@Test
	void aCompletionThatFailsLateLeavesEverythingAsItWas() {
		start();
		errands.during((id, step) -> {
			throw new IllegalStateException("power cut");
		});

		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> tasks.complete(planner, task("plan").id(), PLAN));

		assertThat(task("plan").isOpen()).isTrue();
		assertThat(errands.effects(errand)).isEmpty();
		assertThat(audited()).isEmpty();
		assertThat(mailsTo(runner)).isEmpty();
		assertThat(inboxOf(runner)).isEmpty();
	}

	@Test
	void aTaskOfAGroupIsInTheInboxOfAllItsMembersAndNobodyElses() {
		start();

		assertThat(inboxOf(planner)).containsExactly("plan");
		assertThat(inboxOf(otherPlanner)).containsExactly("plan");
		assertThat(inboxOf(stranger)).as("same role, other institution").isEmpty();
		assertThat(inboxOf(runner)).isEmpty();
		assertThat(mailsTo(planner)).containsExactly("assigned");
		assertThat(mailsTo(otherPlanner)).containsExactly("assigned");
		assertThat(mailsTo(stranger)).isEmpty();
	}

	@Test
	void aTaskOfOnePersonIsInThatInboxOnly() {
		startPlanned();

		assertThat(inboxOf(runner)).containsExactly("buy");
		assertThat(inboxOf(inspector)).containsExactly("inspect");
		assertThat(inboxOf(planner)).isEmpty();
		assertThat(mailsTo(runner)).containsExactly("assigned");
	}

	@Test
	void othersTasksCannotBeFound() {
		start();
		String id = task("plan").id();

		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.open(stranger, id));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.claim(stranger, id));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.complete(stranger, id, PLAN));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.saveDraft(stranger, id, PLAN, null));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks.open(planner, "no-such-task"));
	}

	@Test
	void theOfficeMayReadATaskButNotDoIt() {
		start();
		Person officer = given.officer();

		assertThat(tasks.open(officer, task("plan").id()).mayWork()).isFalse();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> tasks.complete(officer, task("plan").id(), PLAN));
		assertThat(errands.effects(errand)).isEmpty();
	}

	@Test
	void whoClaimsATaskKeepsItUntilItIsReleased() {
		start();
		String id = task("plan").id();

		tasks.claim(planner, id);

		assertThat(inboxOf(otherPlanner)).isEmpty();
		assertThat(tasks.open(otherPlanner, id).mayWork()).as("still to be read").isFalse();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> tasks.complete(otherPlanner, id, PLAN));
		assertThat(mailsTo(planner)).as("no mail about one's own deed").containsExactly("assigned");

		tasks.release(planner, id);

		assertThat(inboxOf(otherPlanner)).containsExactly("plan");
		assertThat(audited()).containsExactly("task.claimed errand/plan", "task.released errand/plan");
	}

	@Test
	void aTaskGivenToOnePersonCannotBeReleased() {
		startPlanned();

		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> tasks.release(runner, task("buy").id()));
		assertThat(task("buy").assigneeId()).isEqualTo(runner.id());
	}

	@Test
	void twoWhoClaimAtTheSameMomentDoNotBothGetIt() throws Exception {
		start();
		String id = task("plan").id();

		List<Throwable> thrown = atOnce(List.of(claimBy(planner, id), claimBy(otherPlanner, id)));

		assertThat(thrown.stream().filter(Objects::nonNull)).singleElement().isInstanceOf(AccessDeniedException.class);
		assertThat(audited()).containsExactly("task.claimed errand/plan");
		assertThat(task("plan").assigneeId()).isIn(planner.id(), otherPlanner.id());
	}

	@Test
	void anInvalidFormNamesEveryFieldAndWritesNothing() {
		startPlanned();

		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> tasks.complete(runner, task("buy").id(), Map.of("price", "-1")))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field).containsExactly("price"));
		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> tasks.complete(inspector, task("inspect").id(), Map.of()));

		assertThat(task("buy").isOpen()).isTrue();
		assertThat(errands.effects(errand)).containsExactly("plan");
		assertThat(audited()).containsExactly("task.completed errand/plan");
	}

	@Test
	void aRuleOfTheStageRefusesWhatTheFormAllows() {
		start();

		assertThatExceptionOfType(InvalidInput.class)
			.isThrownBy(() -> tasks.complete(planner, task("plan").id(), Map.of("route", "过河")));
		assertThat(errands.effects(errand)).isEmpty();
	}

	@Test
	void whatTheFormDoesNotDeclareIsDroppedAndReadOnlyFieldsKeepTheirValue() {
		start();

		tasks.complete(planner, task("plan").id(), Map.of("route", "直走", "thing", "一箱金条", "price", 7));

		String kept = jdbc.sql("select data::text from case_entry where task_id = ?")
			.param(task("plan").id())
			.query(String.class)
			.single();
		assertThat(kept).contains("直走", "茶叶").doesNotContain("金条", "price");
	}

	@Test
	void completingTheSameTaskEightTimesAtOnceHasOneEffect() throws Exception {
		start();
		String id = task("plan").id();

		List<Throwable> thrown = atOnce(Collections.nCopies(8, (Callable<Void>) () -> {
			tasks.complete(planner, id, PLAN);
			return null;
		}));

		assertThat(thrown.stream().filter(Objects::isNull)).hasSize(1);
		assertThat(thrown.stream().filter(Objects::nonNull)).allSatisfy((ex) -> assertThat(ex)
			.isInstanceOfSatisfying(Stale.class, (stale) -> assertThat(stale.messageKey()).endsWith("taskDone")));
		assertThat(errands.effects(errand)).containsExactly("plan");
		assertThat(audited()).containsExactly("task.completed errand/plan");
		assertThat(mailsTo(runner)).containsExactly("assigned");
	}

	@Test
	void whenTwoBranchesEndAtTheSameMomentTheSecondIsTriedAgainAndNobodySeesIt() throws Exception {
		startPlanned();
		ConcurrentLinkedQueue<String> tries = new ConcurrentLinkedQueue<>();
		errands.during((id, step) -> {
			tries.add(step);
			commitSlowly();
		});

		List<Throwable> thrown = atOnce(List.of(completion(runner, "buy", Map.of("price", 12)),
				completion(inspector, "inspect", Map.of("opinion", "好"))));

		assertThat(thrown).containsOnlyNulls();
		assertThat(tries).as("one collided and was tried again").hasSizeGreaterThan(2);
		assertThat(errands.effects(errand)).containsExactlyInAnyOrder("plan", "buy", "inspect");
		assertThat(audited()).hasSize(3);

		engine.settle();

		assertThat(errands.effects(errand)).endsWith("deliver").hasSize(4);
	}

	/** Leaves the other time to read what this transaction is about to change. */
	private static void commitSlowly() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCommit(boolean readOnly) {
				try {
					Thread.sleep(400);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
		});
	}

	private Callable<Void> claimBy(Person person, String id) {
		return () -> {
			tasks.claim(person, id);
			return null;
		};
	}

	private Callable<Void> completion(Person person, String step, Map<String, Object> input) {
		String id = task(step).id();
		return () -> {
			tasks.complete(person, id, input);
			return null;
		};
	}

}
