package org.guantong.demand.web;

import java.util.Locale;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.demand.DemandCheckService;
import org.guantong.demand.DemandCollecting.Verdict;
import org.guantong.demand.DemandCollection;
import org.guantong.demand.DemandCollections;
import org.guantong.demand.DemandVerdicts;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;

/** The page where officers check the form of a co-funder's demands, many at once. */
@Controller
@RequestMapping("/rounds/{round}/check/{coFunder}")
class DemandCheckController {

	private static final int SIZE = 50;

	private static final String PAGE = "demand/check";

	private final DemandCheckService checks;

	private final DemandCollections collections;

	private final RoundService rounds;

	private final DemandForms demandForms;

	private final Inbox inbox;

	private final MessageSource messages;

	DemandCheckController(DemandCheckService checks, DemandCollections collections, RoundService rounds,
			DemandForms demandForms, Inbox inbox, MessageSource messages) {
		this.checks = checks;
		this.collections = collections;
		this.rounds = rounds;
		this.demandForms = demandForms;
		this.inbox = inbox;
		this.messages = messages;
	}

	/** What the address asks to see. */
	record Search(Long field, String shown, String q, Integer page) {

		Search {
			shown = shown == null ? "" : shown;
			q = q == null ? "" : q;
		}

		DemandVerdicts.Filter filter() {
			return new DemandVerdicts.Filter(field, shown, q);
		}

		int from() {
			return page == null ? 0 : Math.max(0, page);
		}

	}

	/** What the officer decides, for those ticked or for all found. */
	record Batch(Set<Long> demandIds, Verdict verdict, String reason, String scope) {

		boolean isForAll() {
			return "all".equals(scope);
		}

	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable long round, @PathVariable long coFunder,
			@ModelAttribute("search") Search search) {
		return page(me, round, coFunder, search).addObject("batch", new Batch(Set.of(), null, "", ""));
	}

	@PostMapping
	ModelAndView give(@AuthenticationPrincipal Person me, @PathVariable long round, @PathVariable long coFunder,
			@ModelAttribute("search") Search search, @ModelAttribute("batch") Batch batch, RedirectAttributes told,
			Locale locale) {
		Set<Long> ticked = batch.demandIds() == null ? Set.of() : batch.demandIds();
		try {
			DemandCheckService.Report report = checks.give(me, round, coFunder,
					new DemandCheckService.Selection(ticked, batch.isForAll(), search.filter()), batch.verdict(),
					batch.reason());
			told.addFlashAttribute("given", report.given());
			told.addFlashAttribute("unsigned", report.unsigned());
			told.addAttribute("field", search.field() == null ? "" : search.field());
			told.addAttribute("shown", search.shown());
			told.addAttribute("q", search.q());
			return new ModelAndView("redirect:/rounds/" + round + "/check/" + coFunder);
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(me, round, coFunder, search);
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problems",
					ex.problems()
						.stream()
						.map((one) -> messages.getMessage(one.messageKey(), one.arguments().toArray(), locale))
						.toList());
		}
	}

	private ModelAndView page(Person me, long round, long coFunder, Search search) {
		DemandVerdicts.Page found = checks.find(me, round, coFunder, search.filter(), search.from(), SIZE);
		DemandCollection collection = collections.require(round, coFunder);
		return new ModelAndView(PAGE).addObject("round", rounds.require(me, round))
			.addObject("collection", collection)
			.addObject("open", collection.state() == DemandCollection.State.CHECKING)
			.addObject("counts", checks.counts(me, round, coFunder))
			.addObject("fields", demandForms.fieldsOf(round))
			.addObject("verdicts", Verdict.values())
			.addObject("items", found.items())
			.addObject("total", found.total())
			.addObject("page", search.from())
			.addObject("size", SIZE)
			.addObject("task", task(me, round, coFunder));
	}

	/** The officer's task that hands the list on, or null. */
	private String task(Person me, long round, long coFunder) {
		return inbox.list(me, InboxFilter.ALL, 0, 500)
			.stream()
			.filter((item) -> item.step().equals("checkForm")
					&& item.subject().ref().equals(new Ref(Kind.ROUND, round)))
			.filter((item) -> item.subject().title().endsWith(collections.require(round, coFunder).coFunderName()))
			.map((item) -> item.id())
			.findFirst()
			.orElse(null);
	}

}
