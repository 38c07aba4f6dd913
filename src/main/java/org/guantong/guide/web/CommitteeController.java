package org.guantong.guide.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.guide.DirectionPermissions;
import org.guantong.guide.adoption.CommitteeService;
import org.guantong.guide.adoption.CommitteeSession;
import org.guantong.guide.adoption.DecisionList;
import org.guantong.guide.adoption.SessionSheet;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Sessions of the management committee: called, recorded, closed, their decision lists.
 */
@Controller
@RequestMapping("/adoption")
class CommitteeController {

	private final CommitteeService committee;

	private final DecisionList decisions;

	private final DirectionPermissions permissions;

	private final MessageSource messages;

	private final Clock clock;

	CommitteeController(CommitteeService committee, DecisionList decisions, DirectionPermissions permissions,
			MessageSource messages, Clock clock) {
		this.committee = committee;
		this.decisions = decisions;
		this.permissions = permissions;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, Model model) {
		SessionForm blank = new SessionForm("", LocalDate.now(clock).atTime(LocalTime.of(9, 0)).toString(), "", "", "",
				"", false);
		return list(actor, null, blank, Map.of(), model);
	}

	@PostMapping
	String call(@AuthenticationPrincipal Person actor, @RequestParam long round, SessionForm form,
			HttpServletResponse response, Model model, Locale locale) {
		try {
			return "redirect:/adoption/" + committee.call(actor, round, form.sheet(Map.of(), clock.getZone()));
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return list(actor, round, form, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		return sheet(actor, committee.open(actor, id), Map.of(), model);
	}

	/**
	 * Saves what is typed and, with {@code deed=CLOSE}, ends the session as it then is.
	 */
	@PostMapping("/{id}")
	String record(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam int version,
			@RequestParam(defaultValue = "SAVE") String deed, @RequestParam MultiValueMap<String, String> typed,
			SessionForm form, HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		CommitteeSession seen = committee.open(actor, id);
		SessionSheet sheet = form.sheet(SessionForm.votes(seen, typed, form), clock.getZone());
		try {
			CommitteeSession saved = committee.save(actor, id, version, sheet);
			seen = saved;
			if ("CLOSE".equals(deed)) {
				committee.close(actor, id, saved.version());
			}
			next.addFlashAttribute("done", deed);
			return "redirect:/adoption/" + id;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return sheet(actor, seen.as(sheet), ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@GetMapping("/{id}/decisions.pdf")
	ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Person actor, @PathVariable long id, Locale locale) {
		return decisions.pdf(committee.open(actor, id), locale).download();
	}

	@GetMapping("/{id}/decisions.xlsx")
	ResponseEntity<byte[]> sheet(@AuthenticationPrincipal Person actor, @PathVariable long id, Locale locale) {
		return decisions.sheet(committee.open(actor, id), locale).download();
	}

	private String list(Person actor, Long round, SessionForm form, Map<String, String> problems, Model model) {
		List<CommitteeService.Waiting> waiting = committee.waiting(actor);
		model.addAttribute("sessions", committee.all(actor)).addAttribute("waiting", waiting);
		model.addAttribute("chosen", round).addAttribute("form", form).addAttribute("problems", problems);
		model.addAttribute("runs", permissions.mayRunSession(actor));
		return "guide/sessions";
	}

	private String sheet(Person actor, CommitteeSession session, Map<String, String> problems, Model model) {
		model.addAttribute("record", session).addAttribute("problems", problems);
		model.addAttribute("form", SessionForm.of(session, clock.getZone()));
		model.addAttribute("runs", permissions.mayRunSession(actor))
			.addAttribute("decides", permissions.mayDecide(actor));
		return "guide/session";
	}

}
