package org.guantong.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GuantongTest
class AuditTrailTest {

	@Autowired
	private AuditTrail trail;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Given given;

	@Test
	void whatWasDoneIsFoundUnderItsSubjectInOrder() {
		Ref subject = subject();
		Person officer = given.officer();

		record(officer, "demand.submitted", subject, "第一次");
		record(null, "demand.expired", subject, null);

		assertThat(trail.entriesFor(subject)).extracting(AuditEntry::action)
			.containsExactly("demand.submitted", "demand.expired");
		assertThat(trail.entriesFor(subject).get(0).actorName()).isEqualTo(officer.name());
		assertThat(trail.entriesFor(subject).get(1).actorId()).isNull();
		assertThat(trail.verify().intact()).isTrue();
	}

	@Test
	void whatIsRolledBackWasNeverRecorded() {
		Ref subject = subject();

		transaction.executeWithoutResult((status) -> {
			trail.record(null, "demand.submitted", subject, "");
			status.setRollbackOnly();
		});

		assertThat(trail.entriesFor(subject)).isEmpty();
	}

	@Test
	void withoutATransactionNothingCanBeRecorded() {
		assertThatThrownBy(() -> trail.record(null, "demand.submitted", subject(), ""))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void entriesCanBeNeitherChangedNorRemoved() {
		record(null, "demand.submitted", subject(), "");

		assertThatThrownBy(() -> jdbc.sql("update audit_entry set detail = 'x'").update())
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update()).hasMessageContaining("append-only");
		assertThatThrownBy(() -> jdbc.sql("truncate audit_entry").update()).hasMessageContaining("append-only");
		assertThatThrownBy(() -> jdbc.sql("update audit_chain set entries = 0").update())
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> jdbc.sql("delete from audit_chain").update()).hasMessageContaining("append-only");
	}

	@Test
	void anEntryChangedByTheDatabasesOwnerIsFound() {
		Ref subject = subject();
		record(null, "demand.rejected", subject, "超出范围");
		record(null, "demand.noted", subject, "");
		long changed = trail.entriesFor(subject).get(0).id();

		tamper("update audit_entry set detail = '通过' where id = " + changed);
		AuditCheck found = trail.verify();
		tamper("update audit_entry set detail = '超出范围' where id = " + changed);

		assertThat(found.brokenAt()).isEqualTo(changed);
		assertThat(found.sound()).isEqualTo(changed - 1);
		assertThat(trail.verify().intact()).isTrue();
	}

	@Test
	void anEntryCutOffAtTheEndIsFound() {
		record(null, "demand.submitted", subject(), "");
		long last = trail.verify().sound();
		tamper("create table cut as select * from audit_entry where id = " + last);

		tamper("delete from audit_entry where id = " + last);
		AuditCheck found = trail.verify();
		tamper("insert into audit_entry select * from cut; drop table cut");

		assertThat(found.brokenAt()).isEqualTo(last);
		assertThat(trail.verify().intact()).isTrue();
	}

	@Test
	void thirtyTwoWhoRecordAtOnceKeepOneChain() throws Exception {
		Ref subject = subject();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(32);
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < 32; i++) {
			all.add(threads.submit(() -> {
				start.await();
				for (int j = 0; j < 10; j++) {
					transaction.executeWithoutResult((status) -> {
						trail.record(null, "demand.submitted", subject, "one");
						trail.record(null, "demand.submitted", subject, "two");
					});
				}
				return null;
			}));
		}

		start.countDown();
		for (Future<?> one : all) {
			one.get();
		}
		threads.shutdown();

		assertThat(trail.entriesFor(subject)).hasSize(640);
		assertThat(trail.verify().intact()).isTrue();
	}

	@Test
	void twoWhoRecordFirstAndThenWantTheSameRowDoNotBlockEachOther() throws Exception {
		long organisation = given.organisation("HOST", "大学");
		ExecutorService threads = Executors.newFixedThreadPool(2);
		CountDownLatch recorded = new CountDownLatch(1);
		CountDownLatch changed = new CountDownLatch(1);

		Future<?> first = threads.submit(() -> transaction.executeWithoutResult((status) -> {
			trail.record(null, "organisation.changed", new Ref(Kind.ORGANISATION, organisation), "");
			recorded.countDown();
			await(changed);
			rename(organisation, "甲");
		}));
		Future<?> second = threads.submit(() -> transaction.executeWithoutResult((status) -> {
			await(recorded);
			rename(organisation, "乙");
			changed.countDown();
			trail.record(null, "organisation.changed", new Ref(Kind.ORGANISATION, organisation), "");
		}));
		first.get();
		second.get();
		threads.shutdown();

		assertThat(trail.entriesFor(new Ref(Kind.ORGANISATION, organisation))).hasSize(2);
	}

	private void rename(long organisation, String name) {
		jdbc.sql("update organisation set name = ? where id = ?").params(name + organisation, organisation).update();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Ref subject() {
		return new Ref(Kind.DEMAND, 1_000_000 + given.number());
	}

	private void record(Person actor, String action, Ref subject, String detail) {
		transaction.executeWithoutResult((status) -> trail.record(actor, action, subject, detail));
	}

	/** What only the owner of the database could do, in one go. */
	private void tamper(String sql) {
		jdbc.sql("alter table audit_entry disable trigger all; " + sql + "; alter table audit_entry enable trigger all")
			.update();
	}

}
