package org.guantong.workflow.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.inbox.TaskTitles;

/** The first page after signing in: what waits for this person. */
@Controller
class InboxController {

	private static final int SIZE = 20;

	private final Inbox inbox;

	private final TaskTitles titles;

	private final Clock clock;

	InboxController(Inbox inbox, TaskTitles titles, Clock clock) {
		this.inbox = inbox;
		this.titles = titles;
		this.clock = clock;
	}

	@GetMapping("/inbox")
	String inbox(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "ALL") InboxFilter filter,
			@RequestParam(defaultValue = "0") int page, Model model) {
		Map<InboxFilter, Long> tabs = new LinkedHashMap<>();
		for (InboxFilter one : InboxFilter.values()) {
			tabs.put(one, inbox.count(me, one));
		}
		int shown = Math.max(0, page);
		model.addAttribute("tabs", tabs);
		model.addAttribute("filter", filter);
		model.addAttribute("items", inbox.list(me, filter, shown, SIZE));
		model.addAttribute("page", shown);
		model.addAttribute("size", SIZE);
		model.addAttribute("total", tabs.get(filter));
		model.addAttribute("titles", titles);
		model.addAttribute("me", me);
		model.addAttribute("now", clock.instant());
		return "workflow/inbox";
	}

}
