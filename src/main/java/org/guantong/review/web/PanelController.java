package org.guantong.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.review.Candidate;
import org.guantong.review.PanelDeskService;
import org.guantong.review.PanelSheet;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Subject;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.form.ProblemTexts;

/** The office's page of one panel: everybody on it, who else could be, and its trail. */
@Controller
@RequestMapping("/panels/{id}")
class PanelController {

	private final PanelDeskService desk;

	private final Inbox inbox;

	private final MessageSource messages;

	PanelController(PanelDeskService desk, Inbox inbox, MessageSource messages) {
		this.desk = desk;
		this.inbox = inbox;
		this.messages = messages;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam(required = false) String q,
			Model model) {
		return page(actor, id, q, Map.of(), model);
	}

	@PostMapping("/propose")
	String propose(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		desk.proposeAgain(actor, id);
		return done(id, "review.panel.proposed", next);
	}

	@PostMapping("/members")
	String add(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam long expertId,
			@RequestParam(defaultValue = "false") boolean invited, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		return answer(actor, id, () -> desk.add(actor, id, expertId, invited), "review.panel.added", response, next,
				model, locale);
	}

	@PostMapping("/members/{member}/settle")
	String settle(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long member,
			@RequestParam boolean invited, RedirectAttributes next) {
		desk.settle(actor, member, invited);
		return done(id, "review.panel.saved", next);
	}

	@PostMapping("/members/{member}/remove")
	String remove(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long member,
			@RequestParam(defaultValue = "") String reason, @RequestParam(required = false) Long replacement,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		return answer(actor, id, () -> desk.remove(actor, member, reason, replacement), "review.panel.removed",
				response, next, model, locale);
	}

	@PostMapping("/exclusions")
	String exclude(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam long expertId,
			@RequestParam(defaultValue = "") String namedBy, @RequestParam(defaultValue = "") String reason,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		return answer(actor, id, () -> desk.exclude(actor, id, expertId, namedBy, reason), "review.panel.excluded",
				response, next, model, locale);
	}

	private String answer(Person actor, long id, Runnable command, String notice, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		try {
			command.run();
			return done(id, notice, next);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return page(actor, id, null, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	private static String done(long id, String notice, RedirectAttributes next) {
		next.addFlashAttribute("notice", notice);
		return "redirect:/panels/" + id;
	}

	private String page(Person actor, long id, String words, Map<String, String> problems, Model model) {
		PanelSheet sheet = desk.read(actor, id);
		List<Candidate> found = words == null ? List.of() : desk.search(actor, id, words);
		model.addAttribute("sheet", sheet);
		model.addAttribute("panel", sheet.panel());
		model.addAttribute("q", words);
		model.addAttribute("found", found);
		model.addAttribute("works", actor.isOffice());
		model.addAttribute("subjectPath", path(sheet.subject()));
		model.addAttribute("task",
				actor.isOffice() ? inbox.openAbout("confirmPanel", sheet.subject().ref())
					.stream()
					.findFirst()
					.map(InboxItem::id)
					.orElse(null) : null);
		model.addAttribute("problems", problems);
		return "review/panel";
	}

	private static String path(Subject subject) {
		return switch (subject.kind()) {
			case GUIDE_DIRECTION -> "/directions/" + subject.id();
			case PROJECT -> "/projects/" + subject.id();
			default -> "/cases?kind=" + subject.kind().slug() + "&id=" + subject.id();
		};
	}

}
