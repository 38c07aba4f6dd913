package org.guantong.demand.process;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandCollecting;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandCollection;
import org.guantong.demand.DemandCollections;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.Fields;
import org.guantong.fund.Round;
import org.guantong.fund.RoundQuotas;

/**
 * What each form of demand collection is shown with, so that nobody has to look it up.
 */
@Component
class DemandSheets {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final DemandCollecting collecting;

	private final DemandCollections collections;

	private final DemandVerdicts verdicts;

	private final Fields fields;

	private final RoundQuotas quotas;

	private final MessageSource messages;

	DemandSheets(DemandCollecting collecting, DemandCollections collections, DemandVerdicts verdicts, Fields fields,
			RoundQuotas quotas, MessageSource messages) {
		this.collecting = collecting;
		this.collections = collections;
		this.verdicts = verdicts;
		this.fields = fields;
		this.quotas = quotas;
		this.messages = messages;
	}

	Map<String, Object> toSubmit(Round round, long coFunder) {
		List<Demand> drafts = collecting.of(round.id(), coFunder, EnumSet.of(Demand.State.DRAFT));
		return Map.of("round", round.title(), "deadline", TIME.format(round.demandDeadline()), "quota",
				quotas.of(round).ofCoFunder(coFunder), "fieldQuota", round.quotas().perField(), "demandCount",
				drafts.size(), "demands", rows(drafts));
	}

	Map<String, Object> toSign(Round round, long coFunder) {
		List<Demand> submitted = collecting.of(round.id(), coFunder, EnumSet.of(Demand.State.SUBMITTED));
		return Map.of("round", round.title(), "demandCount", submitted.size(), "demands", rows(submitted),
				"contactRemark", orDash(collections.require(round.id(), coFunder).remark()));
	}

	Map<String, Object> toAmend(Round round, long coFunder) {
		List<Demand> returned = collecting.of(round.id(), coFunder, EnumSet.of(Demand.State.RETURNED));
		return Map.of("round", round.title(), "demandCount", returned.size(), "demands", rows(returned));
	}

	Map<String, Object> toCheck(Round round, long coFunder) {
		DemandCollection collection = collections.require(round.id(), coFunder);
		List<DemandVerdicts.Row> given = verdicts.given(round.id(), coFunder);
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("coFunder", collection.coFunderName());
		sheet.put("contactRemark", orDash(collection.remark()));
		sheet.put("undecided", count(given, null));
		sheet.put("accepted", count(given, Verdict.ACCEPT));
		sheet.put("notAccepted",
				given.stream()
					.filter((row) -> row.verdict() == Verdict.RETURN || row.verdict() == Verdict.REJECT)
					.map(this::notAccepted)
					.toList());
		return sheet;
	}

	private Map<String, Object> notAccepted(DemandVerdicts.Row row) {
		return Map.of("code", row.code(), "title", row.title(), "verdict", text("demand.verdict." + row.verdict()),
				"reason", row.reason());
	}

	private static long count(List<DemandVerdicts.Row> rows, Verdict verdict) {
		return rows.stream().filter((row) -> row.verdict() == verdict).count();
	}

	Map<String, Object> toConfirm(long roundId) {
		return Map.of("coFunders",
				collections.of(roundId).stream().map((collection) -> summary(roundId, collection)).toList());
	}

	private Map<String, Object> summary(long roundId, DemandCollection collection) {
		List<Demand> all = collecting.of(roundId, collection.coFunderId(), EnumSet.allOf(Demand.State.class));
		return Map.of("coFunder", collection.coFunderName(), "state", text("demand.collection." + collection.state()),
				"accepted", count(all, Demand.State.ACCEPTED), "rejected", count(all, Demand.State.REJECTED));
	}

	private List<Map<String, Object>> rows(List<Demand> demands) {
		return demands.stream().map(this::row).toList();
	}

	private Map<String, Object> row(Demand demand) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put("code", demand.code());
		row.put("title", demand.title());
		row.put("field", fields.require(demand.fieldId()).in(LocaleContextHolder.getLocale()));
		row.put("unit", demand.content().unit());
		row.put("urgency", text("demand.urgency." + demand.content().urgency()));
		row.put("state", text("demand.state." + demand.state()));
		row.put("lastReason", orDash(demand.reason()));
		return row;
	}

	private String text(String key) {
		return messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	private static String orDash(String text) {
		return text.isEmpty() ? "—" : text;
	}

	private static long count(List<Demand> demands, Demand.State state) {
		return demands.stream().filter((demand) -> demand.state() == state).count();
	}

}
