package org.guantong.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;

/** Reads the record for those who may. */
@Service
public class AuditReadingService {

	private static final int PAGE_SIZE = 50;

	private static final String MATCHING = """
			 from audit_entry where (cast(:kind as text) is null or kind = :kind)
			 and (cast(:subject as bigint) is null or subject_id = :subject)
			 and (cast(:actor as text) is null or strpos(lower(actor_name), lower(:actor)) > 0)
			 and (cast(:from as timestamptz) is null or happened_at >= :from)
			 and (cast(:until as timestamptz) is null or happened_at < :until)
			""";

	private final JdbcClient jdbc;

	private final AuditTrail trail;

	private final Clock clock;

	AuditReadingService(JdbcClient jdbc, AuditTrail trail, Clock clock) {
		this.jdbc = jdbc;
		this.trail = trail;
		this.clock = clock;
	}

	/**
	 * Entries that match, latest first.
	 * @param page from 0; {@value #PAGE_SIZE} entries on each
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@auditPermissions.mayReadRecord(#actor)")
	public Page<AuditEntry> find(Person actor, AuditFilter filter, int page) {
		return find(actor, filter, page, PAGE_SIZE);
	}

	/** Entries that match, latest first, on pages of that size. */
	@Transactional(readOnly = true)
	@PreAuthorize("@auditPermissions.mayReadRecord(#actor)")
	public Page<AuditEntry> find(Person actor, AuditFilter filter, int page, int size) {
		long total = matching("select count(*)", "", filter).query(Long.class).single();
		List<AuditEntry> items = matching("select " + AuditChain.COLUMNS,
				" order by id desc limit :limit offset :offset", filter)
			.param("limit", size)
			.param("offset", (long) page * size)
			.query((row, index) -> AuditChain.entry(row))
			.list();
		return new PageImpl<>(items, PageRequest.of(page, size), total);
	}

	/** Recomputes the whole chain. */
	@PreAuthorize("@auditPermissions.mayReadRecord(#actor)")
	public AuditCheck verify(Person actor) {
		return trail.verify();
	}

	private StatementSpec matching(String select, String order, AuditFilter filter) {
		return jdbc.sql(select + MATCHING + order)
			.param("kind", filter.kind() == null ? null : filter.kind().slug())
			.param("subject", filter.subjectId())
			.param("actor", filter.actor() == null || filter.actor().isBlank() ? null : filter.actor().strip())
			.param("from", startOf(filter.from()))
			.param("until", filter.until() == null ? null : startOf(filter.until().plusDays(1)));
	}

	private Timestamp startOf(LocalDate day) {
		return day == null ? null : Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
	}

}
