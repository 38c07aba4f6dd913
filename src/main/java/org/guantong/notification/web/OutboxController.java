package org.guantong.notification.web;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.notification.MailState;
import org.guantong.notification.OutboxFilter;
import org.guantong.notification.OutboxService;

/** The office's view of the outbox. */
@Controller
@RequestMapping("/admin/mails")
class OutboxController {

	private final OutboxService outbox;

	private final Clock clock;

	OutboxController(OutboxService outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return clock.getZone();
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(required = false) MailState state,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page, Model model) {
		OutboxFilter filter = new OutboxFilter(state, text, page);
		model.addAttribute("filter", filter);
		model.addAttribute("states", MailState.values());
		model.addAttribute("sends", outbox.sends(actor));
		model.addAttribute("result", outbox.find(actor, filter));
		return "notification/outbox";
	}

	@GetMapping("/{id}")
	String mail(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		model.addAttribute("mail", outbox.read(actor, id));
		return "notification/mail";
	}

	@PostMapping("/{id}/retry")
	String retry(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		outbox.retry(actor, id);
		next.addFlashAttribute("retrying", true);
		return "redirect:/admin/mails/" + id;
	}

}
