package org.guantong.midterm.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermPermissions;
import org.guantong.midterm.SeasonLine;
import org.guantong.midterm.SeasonService;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** Opening a season: choose fund and days, see who is due, open. */
@Controller
class SeasonController {

	private final SeasonService seasons;

	private final MidtermPermissions permissions;

	private final JointFunds funds;

	private final MessageSource messages;

	SeasonController(SeasonService seasons, MidtermPermissions permissions, JointFunds funds, MessageSource messages) {
		this.seasons = seasons;
		this.permissions = permissions;
		this.funds = funds;
		this.messages = messages;
	}

	@GetMapping("/midterm/season")
	ModelAndView prepare(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long fund,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
			Locale locale) {
		if (!permissions.mayOpen(actor)) {
			throw new AccessDeniedException("only the office opens seasons");
		}
		ModelAndView page = new ModelAndView("midterm/season").addObject("funds", funds.findAllByOrderByCode())
			.addObject("fund", fund)
			.addObject("from", from)
			.addObject("until", until)
			.addObject("problems", Map.of());
		if (fund == null) {
			return page;
		}
		try {
			List<SeasonLine> lines = seasons.preview(actor, fund, from, until);
			return page.addObject("lines", lines).addObject("due", lines.stream().filter(SeasonLine::isDue).count());
		}
		catch (InvalidInput ex) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problems", ProblemTexts.of(ex.problems(), messages, locale));
		}
	}

	@PostMapping("/midterm/season")
	String open(@AuthenticationPrincipal Person actor, @RequestParam long fund,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, RedirectAttributes next) {
		next.addFlashAttribute("opened", seasons.open(actor, fund, from, until).size());
		return "redirect:/midterm";
	}

}
