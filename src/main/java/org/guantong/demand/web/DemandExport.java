package org.guantong.demand.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandFilter;
import org.guantong.demand.DemandIndicator;
import org.guantong.demand.DemandList;
import org.guantong.demand.DemandService;
import org.guantong.demand.Demands;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ComponentType;
import org.guantong.workflow.form.EntryForms;
import org.guantong.workflow.form.FormComponent;

/**
 * A round's list of demands as a workbook, the summary sheet (需求汇总表): what the list shows
 * and all that was filled in.
 */
@Controller
class DemandExport {

	private static final Sheet<Line> LIST = Sheet.<Line>of("demand.list.title")
		.text("demand.column.code", (line) -> line.row().code())
		.text("demand.title", (line) -> line.row().title())
		.text("demand.coFunder", (line) -> line.row().coFunderName())
		.text("demand.field", (line, locale) -> line.row().field(locale))
		.text("demand.column.unit", (line) -> line.row().unit())
		.word("demand.urgency", (line) -> "demand.urgency." + line.row().urgency())
		.whole("attachment.count", (line) -> line.row().files())
		.word("demand.state", (line) -> "demand.state." + line.row().state())
		.text("demand.column.reason", (line) -> line.row().reason());

	/** Fields that stand among the columns above. */
	private static final List<String> SHOWN = List.of("title", "field", "unit", "urgency");

	private final DemandService service;

	private final Demands demands;

	private final RoundService rounds;

	private final EntryForms forms;

	private final SheetWriter writer;

	DemandExport(DemandService service, Demands demands, RoundService rounds, EntryForms forms, SheetWriter writer) {
		this.service = service;
		this.demands = demands;
		this.rounds = rounds;
		this.forms = forms;
		this.writer = writer;
	}

	private record Line(DemandList.Row row, Demand demand) {
	}

	@GetMapping({ "/rounds/{id}/demands.xlsx", "/api/rounds/{id}/demands.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(required = false) Long coFunder, @RequestParam(required = false) Long field,
			@RequestParam(required = false) Demand.State state, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		rounds.require(me, id);
		List<DemandList.Row> rows = service
			.find(me, new DemandFilter(id, coFunder, field, state, q), 0, SheetWriter.ALL_ROWS)
			.items();
		Map<Long, Demand> whole = demands.findAllById(rows.stream().map(DemandList.Row::id).toList())
			.stream()
			.collect(Collectors.toMap(Demand::id, Function.identity()));
		return writer.answer(locale,
				sheet().with(rows.stream().map((row) -> new Line(row, whole.get(row.id()))).toList()));
	}

	private Sheet<Line> sheet() {
		Sheet<Line> sheet = LIST;
		for (FormComponent field : forms.schema("demand").fields()) {
			if (!SHOWN.contains(field.key()) && field.type() != ComponentType.CHECKBOX) {
				sheet = sheet.value((locale) -> label(field, locale),
						(line, locale) -> value(field, line.demand(), locale));
			}
		}
		return sheet;
	}

	private static String label(FormComponent field, Locale locale) {
		String suffix = field.suffix().in(locale);
		return field.label().in(locale) + (suffix.isEmpty() ? "" : " (" + suffix + ")");
	}

	private static Object value(FormComponent field, Demand demand, Locale locale) {
		if (field.isList()) {
			return demand.indicators().stream().map(DemandExport::line).collect(Collectors.joining("\n"));
		}
		Object value = demand.content().asForm("").get(field.key());
		return field.type().isSingleChoice() ? field.options()
			.stream()
			.filter((option) -> option.value().equals(value))
			.map((option) -> option.label().in(locale))
			.findFirst()
			.orElse("") : value;
	}

	private static String line(DemandIndicator one) {
		String now = one.current().isEmpty() ? "" : one.current() + " → ";
		return (one.name() + ": " + now + one.target() + " " + one.unit()).strip();
	}

}
