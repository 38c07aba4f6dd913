package org.guantong.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.achievement.Achievement;
import org.guantong.achievement.Achievements;
import org.guantong.achievement.TransferMode;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The transfers a person may see, as a list and one by one. */
@Service
@Transactional(readOnly = true)
public class TransferRegister {

	/** Rows of one page. */
	public static final int PAGE_SIZE = 20;

	private static final String VISIBLE = """
			from transfer t join achievement a on a.id = t.achievement_id join project p on p.id = a.project_id
			join organisation h on h.id = p.host_id join organisation d on d.id = t.demand_side_id
			where (:all or p.pi_id = :person or (:host and p.host_id = :organisation)
			       or (:demandSide and t.demand_side_id = :organisation))
			  and (cast(:state as text) is null or t.state = :state)
			  and (t.title ilike :pattern or t.code ilike :pattern or d.name ilike :pattern or h.name ilike :pattern)
			""";

	private final Transfers transfers;

	private final TransferPermissions permissions;

	private final Achievements achievements;

	private final Projects projects;

	private final People people;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	TransferRegister(Transfers transfers, TransferPermissions permissions, Achievements achievements, Projects projects,
			People people, Organisations organisations, JdbcClient jdbc) {
		this.transfers = transfers;
		this.permissions = permissions;
		this.achievements = achievements;
		this.projects = projects;
		this.people = people;
		this.organisations = organisations;
		this.jdbc = jdbc;
	}

	/**
	 * Transfers this person may see, newest first.
	 * @param state null for any
	 * @param text found in title, code, demand side or host; empty for any
	 */
	@PreAuthorize("@transferPermissions.mayAsk(#actor)")
	public TransferList list(Person actor, TransferState state, String text, int page) {
		String pattern = "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
		List<TransferRow> rows = visible("""
				select t.id, t.code, t.title, d.name as demand_side, h.name as host, t.state, t.declared_at,
				       (select min(g.gate) from transfer_gate g
				         where g.transfer_id = t.id and g.decision is distinct from 'GO') as gate
				""" + VISIBLE + "order by t.id desc limit :size offset :offset", actor, state, pattern)
			.param("size", PAGE_SIZE)
			.param("offset", (long) Math.max(0, page) * PAGE_SIZE)
			.query(TransferRegister::row)
			.list();
		return new TransferList(rows,
				visible("select count(*) " + VISIBLE, actor, state, pattern).query(Long.class).single());
	}

	/**
	 * One transfer; what its experts said, for the office only.
	 * @throws NotFound for those who may not see it
	 */
	@PreAuthorize("@transferPermissions.mayAsk(#actor)")
	public TransferView read(Person actor, long id) {
		Transfer transfer = transfers.require(id);
		Achievement achievement = achievements.require(transfer.achievementId());
		Project project = projects.require(achievement.projectId());
		if (!permissions.maySee(actor, transfer.demandSideId(), project.piId(), project.hostId())) {
			throw NotFound.of(Kind.TRANSFER, id);
		}
		return new TransferView(transfer, achievement.code(), organisations.require(transfer.demandSideId()).name(),
				organisations.require(project.hostId()).name(), people.require(project.piId()).name(), gates(id),
				agreement(transfer), outcome(id), actor.isOffice() ? arguments(id) : List.of());
	}

	private List<GateRecord> gates(long id) {
		Map<Gate, GateRecord> found = jdbc.sql("select * from transfer_gate where transfer_id = ?")
			.param(id)
			.query(TransferRegister::gate)
			.list()
			.stream()
			.collect(Collectors.toMap(GateRecord::gate, (one) -> one));
		return Arrays.stream(Gate.values())
			.map((gate) -> found.getOrDefault(gate,
					new GateRecord(gate, null, null, null, null, null, null, null, null)))
			.toList();
	}

	private Terms agreement(Transfer transfer) {
		return switch (transfer.state()) {
			case DECLARED, ARGUED, DECLINED -> null;
			default -> jdbc.sql("select * from transfer_terms where transfer_id = ? and party = 'DEMAND_SIDE'")
				.param(transfer.id())
				.query(TransferRegister::terms)
				.optional()
				.orElse(null);
		};
	}

	private Outcome outcome(long id) {
		return jdbc.sql("select * from transfer_outcome where transfer_id = ?")
			.param(id)
			.query((row, index) -> new Outcome(row.getString("contract_number"), terms(row, index),
					row.getString("effect")))
			.optional()
			.orElse(null);
	}

	private List<Map<String, Object>> arguments(long id) {
		return jdbc
			.sql("""
					select a.name as expert, g.feasibility, g.market, g.risk, coalesce(g.opinion, 'NONE') as opinion, g.comments
					from transfer_argument g join account a on a.id = g.expert_id
					where g.transfer_id = ? order by g.submitted_at nulls last, a.name
					""")
			.param(id)
			.query()
			.listOfRows();
	}

	private StatementSpec visible(String sql, Person actor, TransferState state, String pattern) {
		return jdbc.sql(sql)
			.param("all", actor.readsEverything())
			.param("person", actor.id())
			.param("organisation", actor.organisationId())
			.param("host", actor.has(Role.HOST))
			.param("demandSide", actor.has(Role.DEMAND_SIDE))
			.param("state", (state != null) ? state.name() : null)
			.param("pattern", pattern);
	}

	private static TransferRow row(ResultSet row, int index) throws SQLException {
		String gate = row.getString("gate");
		return new TransferRow(row.getLong("id"), row.getString("code"), row.getString("title"),
				row.getString("demand_side"), row.getString("host"), TransferState.valueOf(row.getString("state")),
				(gate != null) ? Gate.valueOf(gate) : null, instant(row, "declared_at"));
	}

	private static GateRecord gate(ResultSet row, int index) throws SQLException {
		String decision = row.getString("decision");
		return new GateRecord(Gate.valueOf(row.getString("gate")), row.getObject("planned_on", LocalDate.class),
				row.getString("report"), row.getString("achieved"), instant(row, "reported_at"),
				(decision != null) ? GateDecision.valueOf(decision) : null, row.getString("remarks"),
				instant(row, "decided_at"), row.getObject("extended_until", LocalDate.class));
	}

	private static Terms terms(ResultSet row, int index) throws SQLException {
		return new Terms(ContractType.valueOf(row.getString("contract_type")),
				TransferMode.valueOf(row.getString("mode")), row.getBigDecimal("amount"),
				row.getObject("signed_on", LocalDate.class));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return (at != null) ? at.toInstant() : null;
	}

}
