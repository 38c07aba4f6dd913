package org.guantong.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.workflow.inbox.Reminders;
import org.guantong.workflow.inbox.TaskTitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Cases from start to end, and what comes in between without anybody's hand. */
class CasesTest extends ErrandTest {

	private static final Duration HOUR = Duration.ofHours(1);

	@Autowired
	Reminders reminders;

	@Autowired
	Coverage coverage;

	@Autowired
	TaskTitles titles;

	@Test
	void aCaseEndsWithTheNameOfTheEndItReached() {
		long plain = startPlanned();
		tasks.complete(runner, task("buy").id(), Map.of("price", 12));
		tasks.complete(inspector, task("inspect").id(), Map.of("opinion", "好"));
		engine.settle();

		assertThat(cases.require(plain).outcome()).isEqualTo("已送达");
		assertThat(titles.outcome(cases.require(plain), Locale.ENGLISH)).isEqualTo("Delivered");
		assertThat(titles.outcome(cases.require(plain), Locale.CHINESE)).isEqualTo("已送达");
		assertThat(cases.require(plain).isRunning()).isFalse();
		assertThat(errands.effects(errand)).containsExactly("plan", "buy", "inspect", "deliver");
	}

	@Test
	void whatAStepDecidesTurnsTheGateway() {
		long found = start();
		tasks.complete(planner, task("plan").id(), Map.of("route", "高速", "urgent", true));
		tasks.complete(runner, task("buy").id(), Map.of("price", 12));
		tasks.complete(inspector, task("inspect").id(), Map.of("opinion", "好"));
		engine.settle();

		assertThat(cases.require(found).outcome()).isEqualTo("已加急送达");
		assertThat(coverage.visitedBy(cases.require(found).instanceId())).contains("rushed")
			.doesNotContain("delivered");
	}

	@Test
	void aMessageAtTheBoundaryCancelsTheTask() {
		long found = start();
		String id = task("plan").id();

		transaction.executeWithoutResult((status) -> processes.correlate("ErrandRecalled", subject.ref(), Map.of()));

		assertThat(task("plan").state()).isEqualTo(InboxItem.State.CANCELLED);
		assertThat(inboxOf(planner)).isEmpty();
		assertThat(cases.require(found).outcome()).isEqualTo("已撤回");
		assertThatExceptionOfType(Stale.class).isThrownBy(() -> tasks.complete(planner, id, PLAN))
			.satisfies((ex) -> assertThat(ex.messageKey()).endsWith("taskCancelled"));
		assertThat(errands.effects(errand)).isEmpty();
	}

	@Test
	void aMessageNobodyWaitsForIsStale() {
		startPlanned();

		assertThatExceptionOfType(Stale.class).isThrownBy(() -> transaction
			.executeWithoutResult((status) -> processes.correlate("ErrandRecalled", subject.ref(), Map.of())));
		assertThat(transaction.<Boolean>execute((status) -> processes.tell("ErrandRecalled", subject.ref(), Map.of())))
			.isFalse();
	}

	@Test
	void aProcessStartsOnceAboutOneThing() {
		start();

		assertThatExceptionOfType(Stale.class).isThrownBy(this::start)
			.satisfies((ex) -> assertThat(ex.messageKey()).endsWith("startedBefore"));
		assertThat(rowsOf("select count(*) from process_case where subject_id = ?")).isEqualTo(1);
		assertThat(rowsOf("select count(*) from inbox_task where subject_id = ?")).isEqualTo(1);
	}

	@Test
	void aProcessStartsOnlyTogetherWithWhatItIsAbout() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> processes.start("ErrandGiven", subject, Map.of("errandId", errand)));
	}

	@Test
	void everybodyATaskWaitsForIsRemindedOnceBeforeAndOnceAfterItIsDue() {
		Instant due = clock.instant().plus(Duration.ofDays(10));
		start(due);
		reminders.send();
		assertThat(mailsTo(planner)).containsExactly("assigned");

		clock.moveTo(due.minus(Duration.ofDays(3)).plus(HOUR));
		reminders.send();
		reminders.send();
		assertThat(mailsTo(planner)).containsExactly("assigned", "due-soon");
		assertThat(mailsTo(otherPlanner)).containsExactly("assigned", "due-soon");
		assertThat(inbox.list(planner, InboxFilter.DUE, 0, 10)).hasSize(1);

		clock.moveTo(due.plus(HOUR));
		reminders.send();
		reminders.send();
		assertThat(mailsTo(planner)).containsExactly("assigned", "due-soon", "overdue");
		assertThat(mailsTo(stranger)).isEmpty();
		assertThat(inbox.list(planner, InboxFilter.OVERDUE, 0, 10)).hasSize(1);
		assertThat(inbox.list(planner, InboxFilter.DUE, 0, 10)).isEmpty();
	}

	@Test
	void onlyWhoClaimedATaskIsRemindedOfIt() {
		Instant due = clock.instant().plus(Duration.ofDays(10));
		start(due);
		tasks.claim(planner, task("plan").id());

		clock.moveTo(due.plus(HOUR));
		reminders.send();

		assertThat(mailsTo(planner)).containsExactly("assigned", "overdue");
		assertThat(mailsTo(otherPlanner)).containsExactly("assigned");
	}

	@Test
	void aTaskDoneInTimeIsNotSpokenOfAgain() {
		Instant due = clock.instant().plus(Duration.ofDays(10));
		start(due);
		tasks.complete(planner, task("plan").id(), PLAN);

		clock.moveTo(due.plus(HOUR));
		reminders.send();

		assertThat(mailsTo(planner)).containsExactly("assigned");
	}

}
