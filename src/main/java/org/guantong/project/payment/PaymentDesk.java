package org.guantong.project.payment;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.project.ProjectSight;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/** Payments over all projects: found, and recorded many at a time. */
@Service
public class PaymentDesk {

	private static final String MATCHING = """
			from instalment_now i join organisation o on o.id = i.payer_id
			left join milestone m on m.id = i.milestone_id
			join project p on p.id = i.project_id join organisation h on h.id = p.host_id
			join guide_direction g on g.id = p.direction_id join round r on r.id = g.round_id
			where (cast(:state as text) is null or i.state = :state)
			  and (cast(:fund as bigint) is null or r.fund_id = :fund)
			  and (cast(:until as date) is null or i.planned_on <= :until)
			  and (not :ownOnly or i.payer_id = :organisation)
			  and (p.code ilike :pattern or p.title ilike :pattern or h.name ilike :pattern or o.name ilike :pattern)
			  and
			""" + ProjectSight.SEEN;

	private static final String COLUMNS = """
			select i.*, o.name as payer, m.number || '. ' || m.title as milestone,
			       p.code as project_code, p.title, h.name as host
			""";

	private final JdbcClient jdbc;

	private final PaymentPermissions permissions;

	private final PaymentService payments;

	PaymentDesk(JdbcClient jdbc, PaymentPermissions permissions, PaymentService payments) {
		this.jdbc = jdbc;
		this.permissions = permissions;
		this.payments = payments;
	}

	/** What became of one payment of many; the problem is null where it was recorded. */
	public record Done(PaymentRow row, String problem) {
	}

	/** The payments that match: the open ones first, by their day. */
	@PreAuthorize("@paymentPermissions.mayList(#actor)")
	@Transactional(readOnly = true)
	public PaymentList find(Person actor, PaymentFilter filter) {
		List<PaymentRow> rows = matching(COLUMNS + MATCHING
				+ " order by i.state in ('PAID', 'CANCELLED'), i.planned_on, p.code, i.number limit :size offset :offset",
				actor, filter)
			.param("size", PaymentFilter.PAGE_SIZE)
			.param("offset", (long) filter.page() * PaymentFilter.PAGE_SIZE)
			.query((row, index) -> new PaymentRow(row.getString("project_code"), row.getString("title"),
					row.getString("host"), Instalments.instalment(row, index)))
			.list();
		return matching("select count(*), coalesce(sum(i.amount), 0) " + MATCHING, actor, filter)
			.query((row, index) -> new PaymentList(rows, filter.page(), row.getLong(1), row.getBigDecimal(2)))
			.single();
	}

	/** Those of the ids that can be paid now. */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	@Transactional(readOnly = true)
	public List<PaymentRow> ready(Person actor, List<Long> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return matching(COLUMNS + MATCHING + " and i.id in (:ids) order by i.planned_on, p.code, i.number", actor,
				new PaymentFilter("", "READY", null, null, 0))
			.param("ids", ids)
			.query((row, index) -> new PaymentRow(row.getString("project_code"), row.getString("title"),
					row.getString("host"), Instalments.instalment(row, index)))
			.list();
	}

	/**
	 * Records all of them as paid on one day under one voucher, each for itself: one that
	 * cannot be taken holds up no other.
	 * @throws InvalidInput when the day or the voucher cannot be taken for any of them
	 */
	@PreAuthorize("@paymentPermissions.mayManage(#actor)")
	public List<Done> payAll(Person actor, List<Long> ids, LocalDate on, String voucher, boolean booked) {
		List<Done> done = new ArrayList<>();
		for (PaymentRow row : ready(actor, ids)) {
			done.add(new Done(row, pay(actor, row.instalment(), on, voucher, booked)));
		}
		return done;
	}

	/**
	 * @return key of the sentence that says why not, or null
	 */
	private String pay(Person actor, Instalment one, LocalDate on, String voucher, boolean booked) {
		try {
			payments.pay(actor, one.projectId(), one.id(), on, voucher, booked);
			return null;
		}
		catch (Stale ex) {
			return ex.messageKey();
		}
		catch (InvalidInput ex) {
			if (!ex.problems().get(0).field().equals("booked")) {
				throw ex;
			}
			return ex.problems().get(0).messageKey();
		}
	}

	/** What the rows add up to, in 元. */
	public static BigDecimal sum(List<PaymentRow> rows) {
		return rows.stream().map((row) -> row.instalment().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private JdbcClient.StatementSpec matching(String sql, Person actor, PaymentFilter filter) {
		return ProjectSight.bind(jdbc.sql(sql), actor)
			.param("state", filter.state())
			.param("fund", filter.fundId())
			.param("until", filter.until(), Types.DATE)
			.param("ownOnly", permissions.seesOwnOnly(actor))
			.param("pattern", filter.pattern());
	}

}
