package org.guantong.wording;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/**
 * Which criteria somebody has ticked for a text. The stage that has the text says who may
 * read and who may tick.
 */
@Component
@Transactional
public class CriteriaTicks {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	CriteriaTicks(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** Those ticked, each with who did and when. */
	@Transactional(readOnly = true)
	public List<Tick> of(Ref subject) {
		return jdbc.sql("""
				select t.criterion, a.name, t.ticked_at from criterion_tick t join account a on a.id = t.ticked_by
				where t.kind = ? and t.subject_id = ?
				""")
			.params(subject.kind().slug(), subject.id())
			.query((row, index) -> new Tick(Criterion.valueOf(row.getString("criterion")), row.getString("name"),
					row.getTimestamp("ticked_at").toInstant()))
			.list();
	}

	/** These are ticked now and no others; a tick that stood keeps its time. */
	public void set(Person actor, Ref subject, Set<Criterion> ticked) {
		Set<Criterion> before = EnumSet.noneOf(Criterion.class);
		of(subject).forEach((tick) -> before.add(tick.criterion()));
		before.stream().filter((one) -> !ticked.contains(one)).forEach((one) -> remove(subject, one));
		ticked.stream().filter((one) -> !before.contains(one)).forEach((one) -> add(actor, subject, one));
		audit.record(actor, "criteria.ticked", subject, ticked.toString());
	}

	private void add(Person actor, Ref subject, Criterion criterion) {
		jdbc.sql("""
				insert into criterion_tick (kind, subject_id, criterion, ticked_by, ticked_at) values (?, ?, ?, ?, ?)
				on conflict do nothing
				""")
			.params(subject.kind().slug(), subject.id(), criterion.name(), actor.id(), Timestamp.from(clock.instant()))
			.update();
	}

	private void remove(Ref subject, Criterion criterion) {
		jdbc.sql("delete from criterion_tick where kind = ? and subject_id = ? and criterion = ?")
			.params(subject.kind().slug(), subject.id(), criterion.name())
			.update();
	}

}
