package org.guantong.demand.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandIndicator;
import org.guantong.fund.Rounds;
import org.guantong.shared.Kind;
import org.guantong.wording.Draft;
import org.guantong.wording.WordingCheck;

/** A demand laid before the checks of wording, as it stands or as it is being typed. */
@Component
class DemandWording {

	private static final List<String> PARTS = List.of("title", "background", "gap", "difficulties", "proposedQuestion",
			"scenario");

	private final WordingCheck check;

	private final Rounds rounds;

	DemandWording(WordingCheck check, Rounds rounds) {
		this.check = check;
		this.rounds = rounds;
	}

	List<WordingCheck.Item> of(Demand demand) {
		Map<String, Object> values = demand.content().asForm("");
		String indicators = demand.indicators().stream().map(DemandIndicator::name).collect(Collectors.joining("；"));
		return check.checklist(draft(demand.id(), demand.roundId(), values, indicators));
	}

	/** What the form holds now, whether or not it could be saved. */
	List<WordingCheck.Item> typed(Long id, long roundId, Map<String, ?> values) {
		String indicators = values.get("indicators") instanceof List<?> rows
				? rows.stream().map(DemandWording::name).collect(Collectors.joining("；")) : "";
		return check.checklist(draft(id, roundId, values, indicators));
	}

	private Draft draft(Long id, long roundId, Map<String, ?> values, String indicators) {
		Map<String, String> parts = new LinkedHashMap<>();
		PARTS.forEach((part) -> parts.put(part, text(values.get(part))));
		parts.put("indicators", indicators);
		String code = text(values.get("applicationCode"));
		return new Draft(Kind.DEMAND, id, roundId, parts, code.isEmpty() ? List.of() : List.of(code),
				new LinkedHashSet<>(rounds.require(roundId).wording()));
	}

	private static String name(Object row) {
		return row instanceof Map<?, ?> indicator ? text(indicator.get("name")) : "";
	}

	private static String text(Object value) {
		return value == null ? "" : value.toString().strip();
	}

}
