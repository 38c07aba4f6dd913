package org.guantong.workflow.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.CaseDiagram;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;
import org.guantong.workflow.form.FormInput;
import org.guantong.workflow.form.ProblemTexts;
import org.guantong.workflow.form.RowCommand;
import org.guantong.workflow.inbox.TaskTitles;

/**
 * A task from opening it to the page that says what happens next. What is typed is kept
 * as a draft before anything else happens, so neither a mistake nor somebody else's step
 * loses it.
 */
@Controller
@RequestMapping("/tasks/{id}")
class TaskController {

	private final Tasks tasks;

	private final Inbox inbox;

	private final Cases cases;

	private final CaseView view;

	private final CaseDiagram diagram;

	private final TaskTitles titles;

	private final MessageSource messages;

	private final Clock clock;

	TaskController(Tasks tasks, Inbox inbox, Cases cases, CaseView view, CaseDiagram diagram, TaskTitles titles,
			MessageSource messages, Clock clock) {
		this.tasks = tasks;
		this.inbox = inbox;
		this.cases = cases;
		this.view = view;
		this.diagram = diagram;
		this.titles = titles;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String open(@AuthenticationPrincipal Person me, @PathVariable String id,
			@RequestParam(required = false) String saved, Locale locale, Model model) {
		TaskSheet sheet = tasks.open(me, id);
		show(model, me, sheet, sheet.typed(), sheet.draftVersion(), Map.of(), locale);
		model.addAttribute("saved", saved != null);
		return "workflow/task";
	}

	/**
	 * The form's buttons: keep a draft, add or remove a row, or go on to check the
	 * answers.
	 */
	@PostMapping
	ModelAndView post(@AuthenticationPrincipal Person me, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> params,
			@RequestParam(name = "_action", defaultValue = "check") String action,
			@RequestParam(name = "_version", defaultValue = "0") int version, Locale locale) {
		TaskSheet sheet = tasks.open(me, id);
		Map<String, Object> input = FormInput.read(sheet.form(), params);
		Optional<RowCommand> row = FormInput.rowCommand(params);
		if (row.isPresent()) {
			input = row.get().applyTo(sheet.form(), input);
		}
		int saved;
		try {
			saved = tasks.saveDraft(me, id, input, version);
		}
		catch (Stale ex) {
			return overtaken(me, id, input, ex, locale);
		}
		if (row.isPresent()) {
			return page("workflow/task", me, sheet, input, saved, Map.of(), locale);
		}
		if ("save".equals(action)) {
			return new ModelAndView("redirect:/tasks/" + id + "?saved");
		}
		try {
			tasks.check(me, id, input);
		}
		catch (InvalidInput ex) {
			return page("workflow/task", me, sheet, input, saved, sentences(ex, locale), locale);
		}
		return sheet.step().isDirect() ? complete(me, id, saved, locale)
				: new ModelAndView("redirect:/tasks/" + id + "/check");
	}

	/**
	 * Saves what is being typed from time to time; answers the draft's version for the
	 * next save.
	 */
	@PostMapping("/autosave")
	@ResponseBody
	Map<String, Object> autosave(@AuthenticationPrincipal Person me, @PathVariable String id,
			@RequestParam MultiValueMap<String, String> params,
			@RequestParam(name = "_version", defaultValue = "0") int version) {
		Map<String, Object> input = FormInput.read(tasks.open(me, id).form(), params);
		return Map.of("version", tasks.saveDraft(me, id, input, version));
	}

	@GetMapping("/check")
	ModelAndView check(@AuthenticationPrincipal Person me, @PathVariable String id, Locale locale) {
		TaskSheet sheet = tasks.open(me, id);
		try {
			Map<String, Object> checked = tasks.check(me, id, sheet.typed()).values();
			return page("workflow/check", me, sheet, checked, sheet.draftVersion(), Map.of(), locale);
		}
		catch (InvalidInput ex) {
			return page("workflow/task", me, sheet, sheet.typed(), sheet.draftVersion(), sentences(ex, locale), locale);
		}
	}

	/**
	 * Submits what was checked. The same submission sent twice has one effect and ends on
	 * the same page.
	 */
	@PostMapping("/complete")
	ModelAndView complete(@AuthenticationPrincipal Person me, @PathVariable String id,
			@RequestParam(name = "_version") int version, Locale locale) {
		TaskSheet sheet = tasks.open(me, id);
		if (isDoneBy(me, sheet.task())) {
			return new ModelAndView("redirect:/tasks/" + id + "/done");
		}
		if (sheet.task().isOpen() && sheet.draftVersion() != version) {
			throw new Stale("workflow.stale.draft");
		}
		try {
			tasks.complete(me, id, sheet.typed());
		}
		catch (InvalidInput ex) {
			return page("workflow/task", me, sheet, sheet.typed(), sheet.draftVersion(), sentences(ex, locale), locale);
		}
		return new ModelAndView("redirect:/tasks/" + id + "/done");
	}

	@GetMapping("/done")
	String done(@AuthenticationPrincipal Person me, @PathVariable String id, Locale locale, Model model) {
		InboxItem task = tasks.open(me, id).task();
		if (task.isOpen()) {
			return "redirect:/tasks/" + id;
		}
		model.addAttribute("task", task);
		model.addAttribute("title", titles.title(task, locale));
		model.addAttribute("titles", titles);
		model.addAttribute("found", cases.require(task.caseId()));
		model.addAttribute("waiting", view.waiting(task.caseId(), me, locale));
		return "workflow/done";
	}

	@PostMapping("/claim")
	String claim(@AuthenticationPrincipal Person me, @PathVariable String id) {
		tasks.claim(me, id);
		return "redirect:/tasks/" + id;
	}

	@PostMapping("/release")
	String release(@AuthenticationPrincipal Person me, @PathVariable String id) {
		tasks.release(me, id);
		return "redirect:/inbox";
	}

	/** The task as it stands now, with what was typed here, so that nothing is lost. */
	private ModelAndView overtaken(Person me, String id, Map<String, Object> typed, Stale ex, Locale locale) {
		TaskSheet now = tasks.open(me, id);
		ModelAndView page = page("workflow/task", me, now, typed, now.draftVersion(), Map.of(), locale);
		String key = now.mayWork() ? "workflow.stale.draft.kept" : ex.messageKey();
		page.addObject("overtaken", messages.getMessage(key, null, locale));
		page.setStatus(HttpStatus.CONFLICT);
		return page;
	}

	private boolean isDoneBy(Person me, InboxItem task) {
		return task.state() == InboxItem.State.DONE && task.completedBy() != null && task.completedBy() == me.id();
	}

	private ModelAndView page(String template, Person me, TaskSheet sheet, Map<String, Object> data, int version,
			Map<String, String> problems, Locale locale) {
		ModelAndView page = new ModelAndView(template);
		Model model = new org.springframework.validation.support.BindingAwareModelMap();
		show(model, me, sheet, data, version, problems, locale);
		page.addAllObjects(model.asMap());
		if (!problems.isEmpty()) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		}
		return page;
	}

	private void show(Model model, Person me, TaskSheet sheet, Map<String, Object> data, int version,
			Map<String, String> problems, Locale locale) {
		Map<String, Object> shown = FormInput.overlay(sheet.form(), sheet.known(), data);
		InboxItem task = sheet.task();
		model.addAttribute("sheet", sheet);
		model.addAttribute("title", titles.title(task, locale));
		model.addAttribute("processTitle", titles.process(task.process(), locale));
		model.addAttribute("overdue", task.isOverdue(clock.instant()));
		model.addAttribute("hideHolder", view.hidesHolder(task, me));
		model.addAttribute("data", shown);
		model.addAttribute("version", version);
		model.addAttribute("problems", problems);
		model.addAttribute("entries", view.entries(task.caseId(), me, locale));
		model.addAttribute("waiting", view.waiting(task.caseId(), me, locale));
		model.addAttribute("position", diagram.position(cases.require(task.caseId())));
	}

	private Map<String, String> sentences(InvalidInput ex, Locale locale) {
		return ProblemTexts.of(ex.problems(), messages, locale);
	}

}
