package org.guantong.project.books;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Project;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectSight;
import org.guantong.project.books.process.TransferOfBudgetProcess;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Keeps commitments, and proposes that money moves between lines. */
@Service
@Transactional
public class BooksService {

	private static final int LONGEST_NOTE = 200;

	private static final int LONGEST_REASON = 500;

	private final LineTransfers transfers;

	private final TransferOfBudgetProcess process;

	private final Budgets budgets;

	private final ProjectSight sight;

	private final ProjectPermissions permissions;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	BooksService(LineTransfers transfers, TransferOfBudgetProcess process, Budgets budgets, ProjectSight sight,
			ProjectPermissions permissions, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.transfers = transfers;
		this.process = process;
		this.budgets = budgets;
		this.sight = sight;
		this.permissions = permissions;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The commitments of a project, open ones first.
	 * @throws NotFound for those it is no concern of
	 */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<Commitment> commitments(Person actor, long projectId) {
		sight.require(actor, projectId);
		return jdbc.sql("""
				select c.*, b.project_id, s.code, s.name, s.name_en from commitment c
				join budget_line b on b.id = c.line_id join budget_scheme_line s on s.id = b.scheme_line_id
				where b.project_id = ? order by c.settled is not null, c.signed_on desc, c.id desc
				""")
			.param(projectId)
			.query((row, index) -> new Commitment(row.getLong("id"), row.getLong("project_id"), row.getString("code"),
					row.getString("name"), row.getString("name_en"), row.getObject("signed_on", LocalDate.class),
					row.getBigDecimal("amount"), row.getString("note"), row.getString("settled"),
					row.getObject("settled_on", LocalDate.class)))
			.list();
	}

	/**
	 * Records that something was signed for.
	 * @param amount in 元, above zero
	 * @throws InvalidInput naming every field that cannot be taken; the amount when the
	 * line has not that much left
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public long commit(Person actor, long projectId, String lineCode, LocalDate signedOn, BigDecimal amount,
			String note) {
		Project project = keeps(actor, projectId);
		List<FieldProblem> problems = new ArrayList<>();
		require(problems,
				signedOn != null && !signedOn.isBefore(project.startsOn()) && !signedOn.isAfter(LocalDate.now(clock)),
				"signedOn", "project.spending.day");
		require(problems, Budgets.isAmount(amount) && amount.signum() > 0, "amount", "project.invalid.amount");
		require(problems, note != null && !note.isBlank() && note.strip().length() <= LONGEST_NOTE, "note",
				"books.invalid.note");
		BudgetLine line = line(problems, projectId, lineCode, "line");
		refuse(problems);
		try {
			long id = jdbc.sql("""
					insert into commitment (line_id, signed_on, amount, note, recorded_by, recorded_at)
					values (?, ?, ?, ?, ?, ?) returning id
					""")
				.params(line.id(), signedOn, amount, note.strip(), actor.id(), Timestamp.from(clock.instant()))
				.query(Long.class)
				.single();
			audit.record(actor, "project.committed", project.subject().ref(),
					line.code() + " " + amount.toPlainString() + " CNY");
			return id;
		}
		catch (DataIntegrityViolationException ex) {
			throw InvalidInput.of("amount", "books.invalid.left");
		}
	}

	/**
	 * What was signed for was paid, or is given up. Paid, it is spent in the same breath.
	 * @param on the day it was paid or given up, not after today
	 * @throws Stale when it was settled meanwhile
	 * @throws InvalidInput when the money has not arrived yet, or the day cannot be taken
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public void settle(Person actor, long projectId, long commitmentId, boolean paid, LocalDate on) {
		Project project = keeps(actor, projectId);
		Commitment commitment = commitments(actor, projectId).stream()
			.filter((one) -> one.id() == commitmentId)
			.findFirst()
			.orElseThrow(() -> new NotFound("commitment", commitmentId));
		if (on == null || on.isAfter(LocalDate.now(clock)) || on.isBefore(commitment.signedOn())) {
			throw InvalidInput.of("on", "books.invalid.on");
		}
		if (jdbc.sql("""
				update commitment set settled = ?, settled_on = ?, settled_by = ? where id = ? and settled is null
				""").params(paid ? "SPENT" : "RELEASED", on, actor.id(), commitmentId).update() == 0) {
			throw new Stale("books.stale.settled");
		}
		if (paid) {
			budgets.spend(line(new ArrayList<>(), projectId, commitment.line(), "line"), on, commitment.amount(),
					commitment.note(), actor.id());
		}
		audit.record(actor, paid ? "project.spent" : "project.released", project.subject().ref(),
				commitment.line() + " " + commitment.amount().toPlainString() + " CNY");
	}

	/** The transfers of a project, the newest first. */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<LineTransfer> transfers(Person actor, long projectId) {
		return transfers.of(sight.require(actor, projectId).id());
	}

	/**
	 * Proposes that money moves; the host institution gets it to approve, and the office
	 * after it where one of the lines asks for that.
	 * @param amount in 元, above zero
	 * @throws InvalidInput naming every field that cannot be taken
	 * @throws Stale when the project has ended
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public LineTransfer propose(Person actor, long projectId, String from, String to, BigDecimal amount,
			String reason) {
		Project project = keeps(actor, projectId);
		if (!project.isUnderWay()) {
			throw new Stale("books.stale.ended");
		}
		List<FieldProblem> problems = new ArrayList<>();
		BudgetLine source = line(problems, projectId, from, "from");
		BudgetLine target = line(problems, projectId, to, "to");
		require(problems, source == null || movable(source), "from", "books.invalid.fixed");
		require(problems, target == null || movable(target), "to", "books.invalid.fixed");
		require(problems, source == null || target == null || source.id() != target.id(), "to", "books.invalid.same");
		boolean right = Budgets.isAmount(amount) && amount.signum() > 0;
		require(problems, right, "amount", "project.invalid.amount");
		require(problems, !right || source == null || transfers.spares(source.id(), amount), "amount",
				"books.invalid.spares");
		require(problems, reason != null && !reason.isBlank() && reason.strip().length() <= LONGEST_REASON, "reason",
				"books.invalid.reason");
		refuse(problems);
		LineTransfer transfer = transfers
			.require(transfers.insert(projectId, "TJ-" + project.code() + "-" + (transfers.count(projectId) + 1),
					source.id(), target.id(), amount, reason.strip(), actor.id()));
		process.proposed(transfer);
		audit.record(actor, "transfer.proposed", transfer.subject().ref(),
				source.code() + " → " + target.code() + " " + amount.toPlainString() + " CNY");
		return transfer;
	}

	/**
	 * Takes one's own proposal back while it is not decided.
	 * @throws Stale when it was decided
	 */
	@PreAuthorize("@projectPermissions.mayKeepBooks(#actor)")
	public void withdraw(Person actor, long projectId, long transferId) {
		keeps(actor, projectId);
		LineTransfer transfer = transfers.require(transferId);
		if (transfer.projectId() != projectId || transfer.proposedBy() != actor.id()) {
			throw new NotFound("transfer", transferId);
		}
		if (!transfer.isOpen() || !process.withdrawn(transfer)) {
			throw new Stale("books.stale.decided");
		}
		transfers.to(transferId, "WITHDRAWN", "");
		audit.record(actor, "transfer.withdrawn", transfer.subject().ref(), "");
	}

	private boolean movable(BudgetLine line) {
		return jdbc.sql("""
				select s.approver <> 'NONE' from budget_line b join budget_scheme_line s on s.id = b.scheme_line_id
				where b.id = ?
				""").param(line.id()).query(Boolean.class).single();
	}

	private Project keeps(Person actor, long projectId) {
		Project project = sight.require(actor, projectId);
		if (!permissions.keepsBooksOf(actor, project)) {
			throw new AccessDeniedException("not " + actor.username() + "'s books");
		}
		return project;
	}

	private BudgetLine line(List<FieldProblem> problems, long projectId, String code, String field) {
		BudgetLine found = budgets.of(projectId)
			.lines()
			.stream()
			.filter((line) -> line.code().equals(code))
			.findFirst()
			.orElse(null);
		require(problems, found != null, field, "project.invalid.line");
		return found;
	}

	private static void require(List<FieldProblem> problems, boolean right, String field, String message) {
		if (!right && problems.stream().noneMatch((one) -> one.field().equals(field))) {
			problems.add(FieldProblem.of(field, message));
		}
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
