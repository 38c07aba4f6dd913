package org.guantong.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Ref;

/** Experts excluded by name, three at most for one subject. */
@Component
class Exclusions {

	private static final int MOST = 3;

	private static final int LONGEST_NAMER = 100;

	private static final int LONGEST_REASON = 300;

	private final JdbcClient jdbc;

	private final Clock clock;

	Exclusions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Exclusion> of(Ref subject) {
		return jdbc.sql("""
				select x.id, x.expert_id, a.name, o.name as organisation, x.named_by, x.reason
				from review_exclusion x join account a on a.id = x.expert_id
				join organisation o on o.id = a.organisation_id where x.kind = ? and x.subject_id = ? order by x.id
				""")
			.params(subject.kind().slug(), subject.id())
			.query((row, index) -> new Exclusion(row.getLong("id"), row.getLong("expert_id"), row.getString("name"),
					row.getString("organisation"), row.getString("named_by"), row.getString("reason")))
			.list();
	}

	/**
	 * Excludes an expert from one subject.
	 * @throws InvalidInput when three are excluded already, or this one is, or it is not
	 * said by whom and why
	 */
	void add(Person actor, Ref subject, long expert, String namedBy, String reason) {
		if (namedBy.isBlank() || namedBy.length() > LONGEST_NAMER) {
			throw InvalidInput.of("namedBy", "review.exclusion.namedBy", LONGEST_NAMER);
		}
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "review.exclusion.reason", LONGEST_REASON);
		}
		List<Exclusion> there = of(subject);
		if (there.size() >= MOST || there.stream().anyMatch((one) -> one.expertId() == expert)) {
			throw InvalidInput.of("expertId", "review.exclusion.most", MOST);
		}
		jdbc.sql("""
				insert into review_exclusion (kind, subject_id, expert_id, named_by, reason, recorded_by, recorded_at)
				values (?, ?, ?, ?, ?, ?, ?)
				""")
			.params(subject.kind().slug(), subject.id(), expert, namedBy.strip(), reason.strip(), actor.id(),
					Timestamp.from(clock.instant()))
			.update();
	}

}
