package org.guantong.project.books.process;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.calendar.BusinessDays;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Budgets;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.project.books.LineTransfer;
import org.guantong.project.books.LineTransfers;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What {@code budget-transfer} asks of us. */
@Component("transferOfBudgetSteps")
public class TransferOfBudgetSteps implements ProcessSteps {

	/** Working days for each of its steps. */
	private static final int DAYS = 7;

	private final LineTransfers transfers;

	private final Projects projects;

	private final Budgets budgets;

	private final People people;

	private final Mailbox mailbox;

	private final BusinessDays days;

	private final AuditTrail audit;

	private final Clock clock;

	TransferOfBudgetSteps(LineTransfers transfers, Projects projects, Budgets budgets, People people, Mailbox mailbox,
			BusinessDays days, AuditTrail audit, Clock clock) {
		this.transfers = transfers;
		this.projects = projects;
		this.budgets = budgets;
		this.people = people;
		this.mailbox = mailbox;
		this.days = days;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public String process() {
		return TransferOfBudgetProcess.ID;
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("checkTransfer").prefill(this::sheet).check(this::checkSpared).decide(this::check);
		steps.step("decideTransfer").prefill(this::sheet).check(this::checkSpared).decide(this::decide);
	}

	public String hostOf(long transferId) {
		return Group.of(Role.HOST, project(transferId).hostId()).code();
	}

	public String office() {
		return Group.of(Role.OFFICER).code();
	}

	public Date due() {
		ZonedDateTime now = clock.instant().atZone(clock.getZone());
		return Date
			.from(days.plus(now.toLocalDate(), DAYS).atTime(now.toLocalTime()).atZone(clock.getZone()).toInstant());
	}

	public boolean needsOffice(long transferId) {
		return transfers.require(transferId).needsOffice();
	}

	/** Approved by all who have to: the money moves. */
	public void applyTransfer(long transferId) {
		LineTransfer transfer = transfers.require(transferId);
		transfers.move(transfer);
		audit.record(null, "project.moved", project(transferId).subject().ref(),
				transfer.code() + " " + transfer.amount().toPlainString() + " CNY");
	}

	private Map<String, Object> sheet(TaskContext task) {
		LineTransfer transfer = transfers.require(task.id("transferId"));
		Project project = project(transfer.id());
		boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("code", project.code());
		sheet.put("title", project.title());
		sheet.put("proposer", transfer.proposer());
		sheet.put("from", english ? transfer.fromEn() : transfer.from());
		sheet.put("to", english ? transfer.toEn() : transfer.to());
		sheet.put("amount", "%,.2f".formatted(transfer.amount()));
		sheet.put("reasonText", transfer.reason());
		sheet.put("remarksText", transfer.remarks().isEmpty() ? "—" : transfer.remarks());
		sheet.put("lineTable",
				budgets.of(project.id())
					.lines()
					.stream()
					.map((line) -> Map.<String, Object>of("line", line.in(LocaleContextHolder.getLocale()), "planned",
							"%,.2f".formatted(line.planned()), "spent", "%,.2f".formatted(line.spent()), "committed",
							"%,.2f".formatted(line.committed())))
					.toList());
		return sheet;
	}

	private void checkSpared(TaskContext task, FormData form) {
		LineTransfer transfer = transfers.require(task.id("transferId"));
		if (form.text("decision").equals("APPROVE") && !transfers.spares(transfer.fromLine(), transfer.amount())) {
			throw InvalidInput.of("decision", "books.invalid.spares");
		}
	}

	private Map<String, Object> check(TaskContext task, FormData form) {
		LineTransfer transfer = transfers.require(task.id("transferId"));
		boolean agreed = form.text("decision").equals("APPROVE");
		if (agreed && transfer.needsOffice()) {
			transfers.to(transfer.id(), "DECIDING", form.text("remarks"));
			audit.record(task.actor(), "transfer.endorsed", transfer.subject().ref(), "");
		}
		else {
			conclude(task, transfer, agreed, form.text("remarks"));
		}
		return Map.of("agreed", agreed);
	}

	private Map<String, Object> decide(TaskContext task, FormData form) {
		boolean approved = form.text("decision").equals("APPROVE");
		conclude(task, transfers.require(task.id("transferId")), approved, form.text("remarks"));
		return Map.of("approved", approved);
	}

	private void conclude(TaskContext task, LineTransfer transfer, boolean approved, String remarks) {
		transfers.decided(transfer.id(), approved, remarks, task.actor().id());
		audit.record(task.actor(), approved ? "transfer.approved" : "transfer.refused", transfer.subject().ref(), "");
		Project project = project(transfer.id());
		List.of(people.require(transfer.proposedBy()), people.require(project.piId()))
			.stream()
			.distinct()
			.forEach((person) -> tell(person, transfer, approved, remarks));
	}

	private void tell(Person person, LineTransfer transfer, boolean approved, String remarks) {
		mailbox.post(Notice.of("decided", person, "transfer-of-budget-" + transfer.id(),
				"/projects/" + transfer.projectId() + "/budget", transfer.code() + " " + transfer.projectTitle(),
				new DefaultMessageSourceResolvable("books.decision." + approved),
				remarks == null || remarks.isBlank() ? "—" : remarks));
	}

	private Project project(long transferId) {
		return projects.require(transfers.require(transferId).projectId());
	}

}
