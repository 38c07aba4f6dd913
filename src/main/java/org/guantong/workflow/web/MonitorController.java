package org.guantong.workflow.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.workflow.Monitor;

/** The engine's failures, for the office. */
@Controller
@RequestMapping("/admin/engine")
class MonitorController {

	private final Monitor monitor;

	MonitorController(Monitor monitor) {
		this.monitor = monitor;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person me, @RequestParam(required = false) String retried, Model model) {
		model.addAttribute("failures", monitor.failures(me));
		model.addAttribute("retried", retried != null);
		return "workflow/monitor";
	}

	@PostMapping("/{id}/retry")
	String retry(@AuthenticationPrincipal Person me, @PathVariable String id) {
		monitor.retry(me, id);
		return "redirect:/admin/engine?retried";
	}

}
