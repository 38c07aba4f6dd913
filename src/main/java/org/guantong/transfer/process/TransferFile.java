package org.guantong.transfer.process;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.transfer.Gate;
import org.guantong.transfer.TransferState;
import org.guantong.workflow.FormData;

/** Writes what the steps of a transfer decide, and reads it back. */
@Component
class TransferFile {

	private final JdbcClient jdbc;

	private final Clock clock;

	TransferFile(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The stage the incubation stands at.
	 *
	 * @param due the day its report is due: as planned, or as put off
	 */
	record Stage(Gate gate, LocalDate plannedOn, String report, String achieved, String remarks,
			LocalDate extendedUntil) {

		LocalDate due() {
			return (extendedUntil != null) ? extendedUntil : plannedOn;
		}

	}

	void reply(long transfer, String reply) {
		jdbc.sql("update transfer set reply = ?, version = version + 1 where id = ?").params(reply, transfer).update();
	}

	void state(long transfer, TransferState state) {
		jdbc.sql("update transfer set state = ?, version = version + 1 where id = ?")
			.params(state.name(), transfer)
			.update();
	}

	void end(long transfer, TransferState state) {
		jdbc.sql("update transfer set state = ?, ended_at = ?, version = version + 1 where id = ?")
			.params(state.name(), now(), transfer)
			.update();
	}

	void invite(long transfer, List<String> experts, Instant until) {
		experts.stream()
			.distinct()
			.forEach((expert) -> jdbc.sql("insert into transfer_argument (transfer_id, expert_id) values (?, ?)")
				.params(transfer, Long.valueOf(expert))
				.update());
		jdbc.sql("update transfer set argument_due_at = ?, version = version + 1 where id = ?")
			.params(Timestamp.from(until), transfer)
			.update();
	}

	List<Long> experts(long transfer) {
		return jdbc.sql("select expert_id from transfer_argument where transfer_id = ? order by expert_id")
			.param(transfer)
			.query(Long.class)
			.list();
	}

	void argue(long transfer, long expert, FormData form) {
		jdbc.sql("""
				update transfer_argument set feasibility = ?, market = ?, risk = ?, opinion = ?, comments = ?,
				       submitted_at = ? where transfer_id = ? and expert_id = ?
				""")
			.params(form.number("feasibility").intValue(), form.number("market").intValue(),
					form.number("risk").intValue(), form.text("opinion"), form.text("comments"), now(), transfer,
					expert)
			.update();
	}

	/** Keeps the verdict and, when it is not put off, plans the stages. */
	void fund(long transfer, FormData form, Person officer) {
		jdbc.sql("""
				update transfer set funding_mode = :mode, support_amount = :amount, first_payment = :first,
				       verdict_remarks = :remarks, version = version + 1 where id = :id
				""")
			.param("mode", form.text("fundingMode"))
			.param("amount", form.number("supportAmount"), Types.NUMERIC)
			.param("first", form.number("firstPayment"), Types.NUMERIC)
			.param("remarks", form.text("remarks"))
			.param("id", transfer)
			.update();
		boolean go = !form.text("fundingMode").equals("DEFER");
		jdbc.sql("""
				insert into transfer_gate (transfer_id, gate, decision, remarks, decided_by, decided_at)
				values (?, 'G1', ?, ?, ?, ?)
				""").params(transfer, go ? "GO" : "STOP", form.text("remarks"), officer.id(), now()).update();
		if (go) {
			plan(transfer, Gate.G2, form.date("g2On"));
			plan(transfer, Gate.G3, form.date("g3On"));
			plan(transfer, Gate.G4, form.date("g4On"));
		}
	}

	private void plan(long transfer, Gate gate, LocalDate on) {
		jdbc.sql("insert into transfer_gate (transfer_id, gate, planned_on) values (?, ?, ?)")
			.params(transfer, gate.name(), Date.valueOf(on))
			.update();
	}

	/**
	 * Both sign once in each turn, so that nobody is bound by what they signed before.
	 */
	void sign(long transfer, String party, FormData form, Person signatory) {
		jdbc.sql("""
				insert into transfer_terms values (?, ?, ?, ?, ?, ?, ?, 1)
				on conflict (transfer_id, party) do update set contract_type = excluded.contract_type,
				    mode = excluded.mode, amount = excluded.amount, signed_on = excluded.signed_on,
				    signed_by = excluded.signed_by, turn = transfer_terms.turn + 1
				""")
			.params(transfer, party, form.text("contractType"), form.text("mode"), form.number("amount"),
					Date.valueOf(form.date("signedOn")), signatory.id())
			.update();
	}

	/** Whether both parties have signed in this turn, and for the same terms. */
	boolean termsAgree(long transfer) {
		return jdbc.sql("""
				select count(*) = 2 and count(distinct (turn, contract_type, mode, amount)) = 1
				from transfer_terms where transfer_id = ?
				""").param(transfer).query(Boolean.class).single();
	}

	/** The terms that party last signed for. */
	Optional<Map<String, Object>> terms(long transfer, String party) {
		return jdbc.sql("""
				select contract_type, mode, amount, signed_on from transfer_terms where transfer_id = ? and party = ?
				""").params(transfer, party).query().listOfRows().stream().findFirst();
	}

	/** The first stage that is not passed; empty when all are. */
	Optional<Stage> stage(long transfer) {
		return jdbc.sql("""
				select gate, planned_on, report, achieved, remarks, extended_until from transfer_gate
				where transfer_id = ? and decision is distinct from 'GO' order by gate limit 1
				""")
			.param(transfer)
			.query((row, index) -> new Stage(Gate.valueOf(row.getString("gate")),
					row.getObject("planned_on", LocalDate.class), row.getString("report"), row.getString("achieved"),
					row.getString("remarks"), row.getObject("extended_until", LocalDate.class)))
			.optional();
	}

	boolean isExtended(long transfer) {
		return jdbc
			.sql("select exists (select 1 from transfer_gate where transfer_id = ? and extended_until is not null)")
			.param(transfer)
			.query(Boolean.class)
			.single();
	}

	void report(long transfer, Gate gate, FormData form) {
		jdbc.sql("""
				update transfer_gate set report = ?, achieved = ?, reported_at = ? where transfer_id = ? and gate = ?
				""").params(form.text("report"), form.text("achieved"), now(), transfer, gate.name()).update();
	}

	void decide(long transfer, Gate gate, FormData form, Person officer) {
		jdbc.sql("""
				update transfer_gate set decision = :decision, remarks = :remarks, decided_by = :officer,
				       decided_at = :now, extended_until = coalesce(:until, extended_until)
				where transfer_id = :transfer and gate = :gate
				""")
			.param("decision", form.text("decision"))
			.param("remarks", form.text("remarks"))
			.param("officer", officer.id())
			.param("now", now())
			.param("until", form.date("extendedUntil"), Types.DATE)
			.param("transfer", transfer)
			.param("gate", gate.name())
			.update();
	}

	void outcome(long transfer, FormData form, Person officer) {
		BigDecimal amount = form.number("amount");
		jdbc.sql("insert into transfer_outcome values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(transfer, form.text("contractNumber"), form.text("contractType"), form.text("mode"), amount,
					Date.valueOf(form.date("signedOn")), form.text("effect"), officer.id(), now())
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

}
