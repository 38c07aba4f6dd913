package org.guantong.demand.web;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandContent;
import org.guantong.demand.DemandFilter;
import org.guantong.demand.DemandList;
import org.guantong.demand.DemandRecallService;
import org.guantong.demand.DemandService;
import org.guantong.fund.Fields;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/**
 * Demands as JSON; what is sent has the fields of {@code forms/entry/demand.form},
 * indicators as a list of {@code name, current, target, unit}.
 */
@RestController
@RequestMapping("/api")
class DemandApi {

	private static final int LARGEST_PAGE = 100;

	private final DemandService demands;

	private final DemandRecallService recalls;

	private final RoundService rounds;

	private final DemandForms demandForms;

	private final Fields fields;

	private final EntryForms forms;

	DemandApi(DemandService demands, DemandRecallService recalls, RoundService rounds, DemandForms demandForms,
			Fields fields, EntryForms forms) {
		this.demands = demands;
		this.recalls = recalls;
		this.rounds = rounds;
		this.demandForms = demandForms;
		this.fields = fields;
		this.forms = forms;
	}

	record DemandJson(long id, int version, String code, long roundId, long coFunderId, String state, String reason,
			Map<String, Object> content) {
	}

	record DemandRow(long id, String code, String title, String field, long coFunderId, String state) {
	}

	record DemandPage(List<DemandRow> items, long total) {
	}

	@GetMapping("/rounds/{id}/demands")
	DemandPage list(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(required = false) Demand.State state, @RequestParam(required = false) Long coFunder,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		rounds.require(me, id);
		DemandList.Page found = demands.find(me, new DemandFilter(id, coFunder, null, state, q), Math.max(0, page),
				Math.max(1, Math.min(size, LARGEST_PAGE)));
		return new DemandPage(found.items()
			.stream()
			.map((row) -> new DemandRow(row.id(), row.code(), row.title(), row.fieldCode(), row.coFunderId(),
					row.state().name()))
			.toList(), found.total());
	}

	@PostMapping("/rounds/{id}/demands")
	@ResponseStatus(HttpStatus.CREATED)
	DemandJson add(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Map<String, Object> input) {
		rounds.require(me, id);
		FormData form = forms.valid("demand", input, demandForms.choices(id));
		return json(demands.add(me, id, DemandContent.of(form, demandForms.fieldId(form)),
				DemandContent.indicatorsOf(form)));
	}

	@GetMapping("/demands/{id}")
	DemandJson show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(demands.require(me, id));
	}

	/**
	 * The whole content anew; {@code version} guards against others' changes.
	 */
	@PutMapping("/demands/{id}")
	DemandJson change(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestBody Map<String, Object> input) {
		Demand demand = demands.require(me, id);
		FormData form = forms.valid("demand", input, demandForms.choices(demand.roundId()));
		int version = input.get("version") instanceof Number number ? number.intValue() : demand.version();
		return json(demands.change(me, id, version, DemandContent.of(form, demandForms.fieldId(form)),
				DemandContent.indicatorsOf(form)));
	}

	@DeleteMapping("/demands/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@AuthenticationPrincipal Person me, @PathVariable long id) {
		demands.withdraw(me, id);
	}

	/** Takes back what waits for the leader's signature. */
	@PostMapping("/rounds/{id}/demands/recall")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void recall(@AuthenticationPrincipal Person me, @PathVariable long id) {
		recalls.recall(me, id);
	}

	private DemandJson json(Demand demand) {
		Map<String, Object> content = demand.content().asForm(fields.require(demand.fieldId()).code());
		content.put("indicators", demand.indicators());
		return new DemandJson(demand.id(), demand.version(), demand.code(), demand.roundId(), demand.coFunderId(),
				demand.state().name(), demand.reason(), content);
	}

}
