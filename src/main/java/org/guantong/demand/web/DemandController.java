package org.guantong.demand.web;

import java.util.List;
import java.util.Locale;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandCollections;
import org.guantong.demand.DemandContent;
import org.guantong.demand.DemandFilter;
import org.guantong.demand.DemandList;
import org.guantong.demand.DemandRecallService;
import org.guantong.demand.DemandService;
import org.guantong.fund.Round;
import org.guantong.fund.RoundQuotas;
import org.guantong.fund.RoundService;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Ref;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.form.EntryForms;

/** Pages of the demands: a round's list, one demand to read, to enter, to change. */
@Controller
class DemandController {

	private static final int SIZE = 20;

	private static final String ENTRY = "demand/entry";

	private final DemandService demands;

	private final DemandRecallService recalls;

	private final DemandCollections collections;

	private final RoundService rounds;

	private final RoundQuotas quotas;

	private final DemandForms demandForms;

	private final DemandWording wording;

	private final EntryForms forms;

	private final Organisations organisations;

	private final Inbox inbox;

	DemandController(DemandService demands, DemandRecallService recalls, DemandCollections collections,
			RoundService rounds, RoundQuotas quotas, DemandForms demandForms, DemandWording wording, EntryForms forms,
			Organisations organisations, Inbox inbox) {
		this.demands = demands;
		this.recalls = recalls;
		this.collections = collections;
		this.rounds = rounds;
		this.quotas = quotas;
		this.demandForms = demandForms;
		this.wording = wording;
		this.forms = forms;
		this.organisations = organisations;
		this.inbox = inbox;
	}

	@GetMapping("/rounds/{id}/demands")
	String list(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(required = false) Long coFunder, @RequestParam(required = false) Long field,
			@RequestParam(required = false) Demand.State state, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Round round = rounds.require(me, id);
		int shown = Math.max(0, page);
		DemandFilter filter = new DemandFilter(id, coFunder, field, state, q);
		DemandList.Page found = demands.find(me, filter, shown, SIZE);
		model.addAttribute("round", round);
		model.addAttribute("filter", filter);
		model.addAttribute("items", found.items());
		model.addAttribute("total", found.total());
		model.addAttribute("page", shown);
		model.addAttribute("size", SIZE);
		model.addAttribute("states", Demand.State.values());
		model.addAttribute("fields", demandForms.fieldsOf(id));
		model.addAttribute("collections",
				collections.of(id).stream().filter((one) -> reads(me, one.coFunderId())).toList());
		model.addAttribute("mayAdd", demands.isOpenTo(me, id));
		model.addAttribute("mayRecall", recalls.isOpenTo(me, id));
		model.addAttribute("quota", quotas.of(round).ofCoFunder(me.organisationId()));
		model.addAttribute("tasks", tasksOf(me, round.subject().ref()));
		return "demand/list";
	}

	@GetMapping("/demands/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		Demand demand = demands.require(me, id);
		model.addAttribute("demand", demand);
		model.addAttribute("round", rounds.require(me, demand.roundId()));
		model.addAttribute("coFunder", organisations.require(demand.coFunderId()).name());
		model.addAttribute("schema", forms.schema("demand"));
		model.addAttribute("data", demandForms.filled(demand));
		model.addAttribute("mayChange", demands.isOpenTo(me, demand));
		model.addAttribute("wording", wording.of(demand));
		return "demand/demand";
	}

	@GetMapping("/rounds/{id}/demands/new")
	ModelAndView blank(@AuthenticationPrincipal Person me, @PathVariable long id) {
		Round round = rounds.require(me, id);
		demands.requireTurn(me, id);
		return forms.show("demand", ENTRY, demandForms.blank(me, id)).addObject("round", round);
	}

	@PostMapping("/rounds/{id}/demands")
	ModelAndView add(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, Locale locale) {
		Round round = rounds.require(me, id);
		ModelAndView page = forms.take("demand", ENTRY, params, demandForms.choices(id), locale, (form) -> {
			demands.add(me, id, DemandContent.of(form, demandForms.fieldId(form)), DemandContent.indicatorsOf(form));
			return "/rounds/" + id + "/demands";
		});
		return page.getViewName().startsWith("redirect:") ? page : page.addObject("round", round);
	}

	@GetMapping("/demands/{id}/edit")
	ModelAndView edit(@AuthenticationPrincipal Person me, @PathVariable long id) {
		Demand demand = demands.require(me, id);
		ModelAndView page = forms.show("demand", ENTRY, demandForms.filled(demand));
		return describe(me, demand, demand.version(), page);
	}

	@PostMapping("/demands/{id}")
	ModelAndView change(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(name = "_version") int version,
			Locale locale) {
		Demand demand = demands.require(me, id);
		ModelAndView page = forms.take("demand", ENTRY, params, demandForms.choices(demand.roundId()), locale,
				(form) -> {
					demands.change(me, id, version, DemandContent.of(form, demandForms.fieldId(form)),
							DemandContent.indicatorsOf(form));
					return "/demands/" + id;
				});
		return describe(me, demand, version, page);
	}

	@PostMapping("/rounds/{id}/demands/recall")
	String recall(@AuthenticationPrincipal Person me, @PathVariable long id) {
		recalls.recall(me, id);
		return "redirect:/rounds/" + id + "/demands";
	}

	@PostMapping("/demands/{id}/withdraw")
	String withdraw(@AuthenticationPrincipal Person me, @PathVariable long id) {
		demands.withdraw(me, id);
		return "redirect:/rounds/" + demands.require(me, id).roundId() + "/demands";
	}

	private ModelAndView describe(Person me, Demand demand, int version, ModelAndView page) {
		return page.getViewName().startsWith("redirect:") ? page
				: page.addObject("round", rounds.require(me, demand.roundId()))
					.addObject("demand", demand)
					.addObject("version", version);
	}

	private List<InboxItem> tasksOf(Person me, Ref round) {
		return inbox.list(me, InboxFilter.ALL, 0, 100)
			.stream()
			.filter((item) -> item.process().equals("demand-collection") && item.subject().ref().equals(round))
			.toList();
	}

	private static boolean reads(Person me, long coFunder) {
		return me.readsEverything() || me.has(Role.COMMITTEE) || me.organisationId() == coFunder;
	}

}
