package org.guantong.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.guantong.identity.IdentityAct;
import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/**
 * Where everything that was done is written down, in the transaction that did it. What is
 * recorded waits in memory until just before the commit: the chain's end is then locked
 * for the moment of writing only, and since no other lock is asked for after it, no two
 * transactions can wait for each other.
 */
@Component
public class AuditTrail {

	private final AuditChain chain;

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditTrail(AuditChain chain, JdbcClient jdbc, Clock clock) {
		this.chain = chain;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Records one act. There must be a transaction; if it rolls back, nothing was done
	 * and nothing is recorded.
	 * @param actor who did it; null when the system itself did, e.g. on a timer
	 * @param action what was done, {@code noun.verb} in English, e.g.
	 * {@code demand.submitted}
	 * @param subject what it was done to
	 * @param detail what a reader needs to understand it, one line; no secrets
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Person actor, String action, Ref subject, String detail) {
		waiting().acts.add(Act.of(clock.instant(), actor, action, subject, detail));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void on(IdentityAct act) {
		record(act.actor(), act.action(), act.subject(), act.detail());
	}

	/**
	 * What was done to one thing, oldest first; what this transaction did is not yet in
	 * it.
	 */
	public List<AuditEntry> entriesFor(Ref subject) {
		return jdbc
			.sql("select " + AuditChain.COLUMNS + " from audit_entry where kind = ? and subject_id = ? order by id")
			.params(subject.kind().slug(), subject.id())
			.query((row, index) -> AuditChain.entry(row))
			.list();
	}

	/**
	 * Recomputes the whole chain and finds the first broken link; about a second for
	 * 200,000 entries.
	 */
	public AuditCheck verify() {
		return chain.verify();
	}

	private Waiting waiting() {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Waiting.class::isInstance)
			.map(Waiting.class::cast)
			.findFirst()
			.orElseGet(this::startWaiting);
	}

	private Waiting startWaiting() {
		Waiting waiting = new Waiting();
		TransactionSynchronizationManager.registerSynchronization(waiting);
		return waiting;
	}

	/** The acts of one transaction, written last of all it does. */
	private final class Waiting implements TransactionSynchronization {

		private final List<Act> acts = new ArrayList<>();

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			chain.append(acts);
			acts.clear();
		}

	}

}
