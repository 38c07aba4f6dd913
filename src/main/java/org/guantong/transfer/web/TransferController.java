package org.guantong.transfer.web;

import java.util.LinkedHashMap;
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

import org.guantong.achievement.AchievementService;
import org.guantong.achievement.TransferMode;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.transfer.MatchmakingEvents;
import org.guantong.transfer.TransferList;
import org.guantong.transfer.TransferRegister;
import org.guantong.transfer.TransferService;
import org.guantong.transfer.TransferState;

/** Transfers and events as pages, and the declaration of an interest. */
@Controller
class TransferController {

	private final TransferService service;

	private final TransferRegister register;

	private final AchievementService achievements;

	private final MatchmakingEvents events;

	private final MessageSource messages;

	TransferController(TransferService service, TransferRegister register, AchievementService achievements,
			MatchmakingEvents events, MessageSource messages) {
		this.service = service;
		this.register = register;
		this.achievements = achievements;
		this.events = events;
		this.messages = messages;
	}

	@GetMapping("/transfers")
	String list(@AuthenticationPrincipal Person me, @RequestParam(required = false) TransferState state,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page, Model model) {
		TransferList found = register.list(me, state, text, page);
		model.addAttribute("rows", found.rows());
		model.addAttribute("total", found.total());
		model.addAttribute("size", TransferRegister.PAGE_SIZE);
		model.addAttribute("page", Math.max(0, page));
		model.addAttribute("states", TransferState.values());
		model.addAttribute("state", state);
		model.addAttribute("text", text);
		return "transfer/list";
	}

	@GetMapping("/transfers/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		model.addAttribute("view", register.read(me, id));
		return "transfer/show";
	}

	@GetMapping("/events")
	String events(@AuthenticationPrincipal Person me, Model model) {
		model.addAttribute("events", events.list(me));
		return "transfer/events";
	}

	@GetMapping("/achievements/{id}/transfers/new")
	String ask(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		return form(me, id, "", null, Map.of(), model);
	}

	@PostMapping("/achievements/{id}/transfers")
	String declare(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") String need, @RequestParam(required = false) TransferMode mode,
			Model model, HttpServletResponse response, Locale locale) {
		try {
			return "redirect:/transfers/" + service.declare(me, id, need, mode).id();
		}
		catch (InvalidInput ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			Map<String, String> problems = new LinkedHashMap<>();
			ex.problems()
				.forEach((one) -> problems.put(one.field(),
						messages.getMessage(one.messageKey(), one.arguments().toArray(), locale)));
			return form(me, id, need, mode, problems, model);
		}
	}

	private String form(Person me, long id, String need, TransferMode mode, Map<String, String> problems, Model model) {
		model.addAttribute("view", achievements.read(me, id));
		model.addAttribute("need", need);
		model.addAttribute("mode", mode);
		model.addAttribute("modes", TransferMode.values());
		model.addAttribute("problems", problems);
		return "transfer/declare";
	}

}
