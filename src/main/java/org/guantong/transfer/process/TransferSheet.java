package org.guantong.transfer.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.achievement.Achievements;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.transfer.Transfer;

/** What the forms of a transfer are prefilled with, in the reader's language. */
@Component
class TransferSheet {

	private final Projects projects;

	private final Achievements achievements;

	private final People people;

	private final Organisations organisations;

	private final TransferFile file;

	private final JdbcClient jdbc;

	private final MessageSource messages;

	TransferSheet(Projects projects, Achievements achievements, People people, Organisations organisations,
			TransferFile file, JdbcClient jdbc, MessageSource messages) {
		this.projects = projects;
		this.achievements = achievements;
		this.people = people;
		this.organisations = organisations;
		this.file = file;
		this.jdbc = jdbc;
		this.messages = messages;
	}

	/** Who wants what from whom. */
	Map<String, Object> basics(Transfer transfer) {
		Project project = project(transfer);
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("achievementCode", achievements.require(transfer.achievementId()).code());
		data.put("achievementTitle", transfer.title());
		data.put("demandSideName", organisations.require(transfer.demandSideId()).name());
		data.put("hostName", organisations.require(project.hostId()).name());
		data.put("piName", people.require(project.piId()).name());
		data.put("need", transfer.need());
		data.put("wantedMode", (transfer.wantedMode() != null) ? text("achievement.mode." + transfer.wantedMode())
				: text("transfer.anyMode"));
		data.put("reply", transfer.reply());
		return data;
	}

	/** With those who may be invited: no expert of either party. */
	Map<String, Object> withCandidates(Transfer transfer) {
		Project project = project(transfer);
		Map<String, Object> data = basics(transfer);
		data.put("candidates",
				people.withRole(Role.EXPERT)
					.stream()
					.filter((one) -> one.organisationId() != project.hostId()
							&& one.organisationId() != transfer.demandSideId() && one.id() != project.piId())
					.map(TransferSheet::option)
					.toList());
		return data;
	}

	/** With what the experts say. */
	Map<String, Object> withArguments(Transfer transfer) {
		List<Map<String, Object>> arguments = jdbc.sql("""
				select a.name as expert, g.feasibility, g.market, g.risk, g.opinion, g.comments
				from transfer_argument g join account a on a.id = g.expert_id
				where g.transfer_id = ? order by g.submitted_at nulls last, a.name
				""").param(transfer.id()).query().listOfRows();
		Map<String, Object> data = basics(transfer);
		data.putAll(jdbc.sql("""
				select count(*) as asked, count(opinion) as answered,
				       count(*) filter (where opinion = 'SUPPORT') as supporting,
				       coalesce(round(avg(feasibility), 1)::text, '–') as feasibility,
				       coalesce(round(avg(market), 1)::text, '–') as market,
				       coalesce(round(avg(risk), 1)::text, '–') as risk
				from transfer_argument where transfer_id = ?
				""").param(transfer.id()).query().singleRow());
		data.put("arguments", arguments.stream().map(this::opinionNamed).toList());
		return data;
	}

	/** With the terms that party signed for before, and what the other one did. */
	Map<String, Object> terms(Transfer transfer, String party, String other) {
		Map<String, Object> data = basics(transfer);
		file.terms(transfer.id(), party).ifPresent((own) -> putTerms(data, own));
		Optional<Map<String, Object>> others = file.terms(transfer.id(), other);
		data.put("terms", others
			.map((row) -> text("transfer.terms." + other, text("transfer.contractType." + row.get("contract_type")),
					text("achievement.mode." + row.get("mode")), ((BigDecimal) row.get("amount")).toPlainString(),
					row.get("signed_on").toString()))
			.orElse(text("transfer.terms.none")));
		return data;
	}

	/** With the stage it stands at and what was reported of it. */
	Map<String, Object> stage(Transfer transfer) {
		Map<String, Object> data = basics(transfer);
		file.stage(transfer.id()).ifPresent((stage) -> {
			data.put("gate", text("transfer.gate." + stage.gate()));
			data.put("plannedOn", stage.due().toString());
			data.put("report", stage.report());
			data.put("achieved", (stage.achieved() != null) ? text("transfer.achieved." + stage.achieved()) : null);
			data.put("holdRemarks", stage.remarks());
		});
		return data;
	}

	/** What the PI said of the stage before, to go on from. */
	Map<String, Object> stageToReport(Transfer transfer) {
		Map<String, Object> data = stage(transfer);
		data.put("achieved", null);
		return data;
	}

	/** With the agreed terms as a first answer. */
	Map<String, Object> outcome(Transfer transfer) {
		Map<String, Object> data = basics(transfer);
		file.terms(transfer.id(), "DEMAND_SIDE").ifPresent((terms) -> putTerms(data, terms));
		return data;
	}

	Project project(Transfer transfer) {
		return projects.require(achievements.require(transfer.achievementId()).projectId());
	}

	private static void putTerms(Map<String, Object> data, Map<String, Object> terms) {
		data.put("contractType", terms.get("contract_type"));
		data.put("mode", terms.get("mode"));
		data.put("amount", terms.get("amount"));
		data.put("signedOn", terms.get("signed_on").toString());
	}

	private Map<String, Object> opinionNamed(Map<String, Object> row) {
		Map<String, Object> named = new LinkedHashMap<>(row);
		named.put("opinion", text("transfer.opinion." + ((row.get("opinion") != null) ? row.get("opinion") : "NONE")));
		return named;
	}

	private String text(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	private static Map<String, Object> option(Person expert) {
		return Map.of("value", Long.toString(expert.id()), "label",
				expert.name() + "（" + expert.organisationName() + "）", "label_en",
				expert.name() + " (" + expert.organisationName() + ")");
	}

}
