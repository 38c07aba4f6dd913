package org.guantong.linkage.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.guide.edition.PublishedGuides;
import org.guantong.identity.Person;
import org.guantong.linkage.Portal;
import org.guantong.linkage.PublicDirection;
import org.guantong.linkage.PublicFilter;

/** The pages for people who are not signed in. */
@Controller
class PortalController {

	private static final int SIZE = 20;

	private static final int ON_FRONT = 5;

	private final Portal portal;

	private final PublishedGuides guides;

	PortalController(Portal portal, PublishedGuides guides) {
		this.portal = portal;
		this.guides = guides;
	}

	/** Those who are signed in come to work: their inbox. */
	@GetMapping("/")
	String front(@AuthenticationPrincipal Person person, Model model) {
		if (person != null) {
			return "redirect:/inbox";
		}
		model.addAttribute("counts", portal.counts());
		model.addAttribute("directions", portal.directions(PublicFilter.NONE, 0, ON_FRONT));
		model.addAttribute("achievements", portal.achievements("", "", 0, ON_FRONT));
		model.addAttribute("guides", guides.all().stream().limit(ON_FRONT).toList());
		model.addAttribute("stories", portal.stories(ON_FRONT));
		return "linkage/portal";
	}

	@GetMapping("/public/directions")
	String directions(PublicSearch search, @RequestParam(defaultValue = "0") int page, Model model) {
		int from = Math.max(0, page);
		PublicFilter filter = search.filter();
		model.addAttribute("directions", portal.directions(filter, from, SIZE));
		model.addAttribute("years", portal.years()).addAttribute("funds", portal.funds());
		model.addAttribute("categories", portal.categories()).addAttribute("search", filter);
		return list(model, filter.words(), filter.field(), from, portal.countDirections(filter), "linkage/directions");
	}

	@GetMapping("/public/directions/{id}")
	String direction(@PathVariable long id, Model model) {
		PublicDirection direction = portal.direction(id);
		model.addAttribute("direction", direction);
		model.addAttribute("history", guides.historyOf(direction.roundId(), id));
		return "linkage/direction";
	}

	@GetMapping("/public/achievements")
	String achievements(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String field,
			@RequestParam(defaultValue = "0") int page, Model model) {
		int from = Math.max(0, page);
		model.addAttribute("achievements", portal.achievements(q, field, from, SIZE));
		return list(model, q, field, from, portal.countAchievements(q, field), "linkage/achievements");
	}

	private String list(Model model, String q, String field, int page, long total, String view) {
		model.addAttribute("q", q).addAttribute("field", field).addAttribute("fields", portal.fields());
		model.addAttribute("page", page).addAttribute("size", SIZE).addAttribute("total", total);
		return view;
	}

}
