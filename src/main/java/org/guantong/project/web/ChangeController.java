package org.guantong.project.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.project.Milestone;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectService;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ChangePermissions;
import org.guantong.project.change.ChangeService;
import org.guantong.project.change.ChangeSettings;
import org.guantong.project.change.NewChange;
import org.guantong.project.change.ProjectChange;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The changes of one project: what was, applying, taking back; and what they go by. */
@Controller
class ChangeController {

	private static final String PAGE = "project/changes";

	private final ChangeService changes;

	private final ChangePermissions permissions;

	private final ProjectService projects;

	private final Organisations organisations;

	private final MessageSource messages;

	ChangeController(ChangeService changes, ChangePermissions permissions, ProjectService projects,
			Organisations organisations, MessageSource messages) {
		this.changes = changes;
		this.permissions = permissions;
		this.projects = projects;
		this.organisations = organisations;
		this.messages = messages;
	}

	@GetMapping("/projects/{id}/changes")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) ChangeKind kind, Model model) {
		return page(actor, id, kind, Map.of(), model);
	}

	/**
	 * Milestones are sent as {@code on-<id>}, {@code title-<id>} and {@code drop-<id>};
	 * those left as they are stay.
	 */
	@PostMapping("/projects/{id}/changes")
	String apply(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam ChangeKind kind,
			@RequestParam Map<String, String> typed, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes next) {
		try {
			changes.apply(actor, id,
					new NewChange(kind, typed.get("reason"), typed.get("proposal"), typed.get("newPi"),
							number(typed.get("newHostId")), FormReading.day(typed.get("newEndsOn")),
							kind == ChangeKind.PLAN ? marks(projects.detail(actor, id), typed) : List.of()));
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("problems", ProblemTexts.of(ex.problems(), messages, locale));
			return page(actor, id, kind, typed, model);
		}
		next.addFlashAttribute("notice", "change.applied");
		return "redirect:/projects/" + id + "/changes";
	}

	@PostMapping("/projects/{id}/changes/{change}/withdraw")
	String withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long change,
			RedirectAttributes next) {
		changes.withdraw(actor, change);
		next.addFlashAttribute("notice", "change.withdrawn");
		return "redirect:/projects/" + id + "/changes";
	}

	@GetMapping("/projects/changes/settings")
	ModelAndView settings(@AuthenticationPrincipal Person actor) {
		return settings(changes.settings(actor), Map.of());
	}

	@PostMapping("/projects/changes/settings")
	ModelAndView set(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "0") int endorseDays,
			@RequestParam(defaultValue = "0") int acceptDays, @RequestParam(defaultValue = "0") int decideDays,
			@RequestParam(defaultValue = "0") int amendDays, @RequestParam(defaultValue = "0") int longestExtension,
			Locale locale, RedirectAttributes next) {
		ChangeSettings wanted = new ChangeSettings(endorseDays, acceptDays, decideDays, amendDays, longestExtension);
		try {
			changes.changeSettings(actor, wanted);
		}
		catch (InvalidInput ex) {
			ModelAndView page = settings(wanted, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", "change.settings.saved");
		return new ModelAndView("redirect:/projects/changes/settings");
	}

	private static ModelAndView settings(ChangeSettings settings, Map<String, String> problems) {
		return new ModelAndView("project/change-settings").addObject("settings", settings)
			.addObject("problems", problems);
	}

	private String page(Person actor, long id, ChangeKind kind, Map<String, String> typed, Model model) {
		ProjectDetail detail = projects.detail(actor, id);
		boolean applies = permissions.appliesFor(actor, detail.project()) && detail.project().isUnderWay();
		model.addAttribute("detail", detail);
		model.addAttribute("changes", changes.of(actor, id));
		model.addAttribute("me", actor.id());
		model.addAttribute("applies", applies);
		model.addAttribute("manages", permissions.mayManage(actor));
		model.addAttribute("kind", applies ? kind : null);
		model.addAttribute("kinds", ChangeKind.values());
		model.addAttribute("typed", typed);
		if (applies && kind == ChangeKind.HOST) {
			model.addAttribute("hosts",
					organisations.findAll()
						.stream()
						.filter((one) -> one.kind() == OrganisationKind.HOST && one.id() != detail.project().hostId())
						.sorted(Comparator.comparing(Organisation::name))
						.toList());
		}
		return PAGE;
	}

	/** The milestones that were typed otherwise than they are. */
	private static List<ProjectChange.NewMark> marks(ProjectDetail detail, Map<String, String> typed) {
		List<ProjectChange.NewMark> marks = new ArrayList<>();
		for (Milestone milestone : detail.milestones()) {
			String on = typed.get("on-" + milestone.id());
			String title = typed.get("title-" + milestone.id());
			boolean dropped = typed.containsKey("drop-" + milestone.id());
			boolean other = on != null && (!on.equals(milestone.plannedOn().toString())
					|| title != null && !title.strip().equals(milestone.title()));
			if (dropped) {
				marks.add(new ProjectChange.NewMark(milestone.id(), milestone.plannedOn(), milestone.title(), true));
			}
			else if (other) {
				marks.add(ProjectChange.NewMark.moved(milestone.id(), FormReading.day(on), title));
			}
		}
		return marks;
	}

	private static Long number(String typed) {
		return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
	}

}
