package org.guantong.workflow.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Case;
import org.guantong.workflow.CaseDiagram;
import org.guantong.workflow.Cases;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.inbox.TaskTitles;

/** Cases to look at: where each stands, and what was decided on the way. */
@Controller
@RequestMapping("/cases")
class CaseController {

	private static final int SIZE = 20;

	private final Cases cases;

	private final CaseView view;

	private final CaseDiagram diagram;

	private final StepCatalogue steps;

	private final TaskTitles titles;

	CaseController(Cases cases, CaseView view, CaseDiagram diagram, StepCatalogue steps, TaskTitles titles) {
		this.cases = cases;
		this.view = view;
		this.diagram = diagram;
		this.steps = steps;
		this.titles = titles;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String process,
			@RequestParam(defaultValue = "0") int page, Model model) {
		String filter = process.isEmpty() ? null : process;
		int shown = Math.max(0, page);
		return list(model, cases.visibleTo(me, filter, shown, SIZE), process, shown, cases.countVisibleTo(me, filter));
	}

	/** The cases about one thing, e.g. a project's mid-term checks. */
	@GetMapping(params = { "kind", "id" })
	String about(@AuthenticationPrincipal Person me, @RequestParam String kind, @RequestParam long id, Model model) {
		List<Case> found = cases.visibleAbout(me, new Ref(Kind.ofSlug(kind), id));
		if (found.size() == 1) {
			return "redirect:/cases/" + found.get(0).id();
		}
		return list(model, found, "", 0, found.size());
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale, Model model) {
		Case found = cases.visible(me, id);
		model.addAttribute("found", found);
		model.addAttribute("titles", titles);
		model.addAttribute("entries", view.entries(id, me, locale));
		model.addAttribute("waiting", view.waiting(id, me, locale));
		model.addAttribute("position", diagram.position(found));
		return "workflow/case";
	}

	@GetMapping(path = "/{id}/model.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
	@ResponseBody
	String model(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return diagram.model(cases.visible(me, id));
	}

	private String list(Model model, List<Case> found, String process, int page, long total) {
		model.addAttribute("cases", found);
		model.addAttribute("processes", steps.processes());
		model.addAttribute("process", process);
		model.addAttribute("titles", titles);
		model.addAttribute("page", page);
		model.addAttribute("size", SIZE);
		model.addAttribute("total", total);
		return "workflow/cases";
	}

}
