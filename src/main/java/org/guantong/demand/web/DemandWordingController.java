package org.guantong.demand.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandService;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.wording.Criterion;
import org.guantong.wording.WordingCheck;
import org.guantong.workflow.form.EntryForms;

/**
 * Help with the wording of a demand: looks at what is typed without saving it, and keeps
 * the author's own ticks under the five criteria.
 */
@Controller
class DemandWordingController {

	private static final String ENTRY = "demand/entry";

	private final DemandService demands;

	private final RoundService rounds;

	private final DemandForms demandForms;

	private final DemandWording wording;

	private final EntryForms forms;

	DemandWordingController(DemandService demands, RoundService rounds, DemandForms demandForms, DemandWording wording,
			EntryForms forms) {
		this.demands = demands;
		this.rounds = rounds;
		this.demandForms = demandForms;
		this.wording = wording;
		this.forms = forms;
	}

	@PostMapping("/rounds/{id}/demands/wording")
	ModelAndView checkNew(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params) {
		demands.requireTurn(me, id);
		ModelAndView page = forms.again("demand", ENTRY, params, demandForms.choices(id));
		return page.addObject("round", rounds.require(me, id)).addObject("wording", found(null, id, page));
	}

	@PostMapping("/demands/{id}/wording")
	ModelAndView check(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(name = "_version") int version) {
		Demand demand = demands.require(me, id);
		ModelAndView page = forms.again("demand", ENTRY, params, demandForms.choices(demand.roundId()));
		return page.addObject("round", rounds.require(me, demand.roundId()))
			.addObject("demand", demand)
			.addObject("version", version)
			.addObject("wording", found(id, demand.roundId(), page));
	}

	@PostMapping("/demands/{id}/criteria")
	String tick(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(required = false) Set<Criterion> criteria) {
		demands.tick(me, id, criteria == null ? EnumSet.noneOf(Criterion.class) : criteria);
		return "redirect:/demands/" + id + "#wording";
	}

	@GetMapping("/api/demands/{id}/wording")
	@ResponseBody
	List<WordingCheck.Item> found(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return wording.of(demands.require(me, id));
	}

	@SuppressWarnings("unchecked")
	private List<WordingCheck.Item> found(Long id, long roundId, ModelAndView page) {
		return wording.typed(id, roundId, (Map<String, ?>) page.getModel().get("data"));
	}

}
