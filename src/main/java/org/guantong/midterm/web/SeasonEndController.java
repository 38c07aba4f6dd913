package org.guantong.midterm.web;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermPermissions;
import org.guantong.midterm.care.SeasonEnd;
import org.guantong.midterm.care.SeasonEndService;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** The seasons of all funds: how far each is, closing it, opening it again. */
@Controller
class SeasonEndController {

	private static final Sheet<SeasonEnd> SHEET = Sheet.<SeasonEnd>of("midterm.seasons")
		.text("midterm.season.fund", SeasonEnd::fund)
		.whole("midterm.board.season", SeasonEnd::season)
		.whole("midterm.seasons.checks", SeasonEnd::checks)
		.whole("midterm.seasons.open", SeasonEnd::open)
		.time("midterm.seasons.closedAt", SeasonEnd::closedAt)
		.text("midterm.seasons.note", SeasonEnd::note);

	private final SeasonEndService seasons;

	private final MidtermPermissions permissions;

	private final SheetWriter writer;

	private final MessageSource messages;

	SeasonEndController(SeasonEndService seasons, MidtermPermissions permissions, SheetWriter writer,
			MessageSource messages) {
		this.seasons = seasons;
		this.permissions = permissions;
		this.writer = writer;
		this.messages = messages;
	}

	@GetMapping("/midterm/seasons")
	ModelAndView list(@AuthenticationPrincipal Person actor) {
		return page(actor, Map.of());
	}

	@GetMapping({ "/midterm/seasons.xlsx", "/api/midterm/seasons.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, Locale locale) {
		return writer.answer(locale, SHEET.with(seasons.all(actor)));
	}

	@PostMapping("/midterm/seasons/close")
	ModelAndView close(@AuthenticationPrincipal Person actor, @RequestParam long fund, @RequestParam int season,
			@RequestParam(defaultValue = "") String note, Locale locale, RedirectAttributes next) {
		return done(actor, "midterm.seasons.isClosed", locale, next, () -> seasons.close(actor, fund, season, note));
	}

	@PostMapping("/midterm/seasons/reopen")
	ModelAndView reopen(@AuthenticationPrincipal Person actor, @RequestParam long fund, @RequestParam int season,
			@RequestParam(defaultValue = "") String reason, Locale locale, RedirectAttributes next) {
		return done(actor, "midterm.seasons.isOpen", locale, next, () -> seasons.reopen(actor, fund, season, reason));
	}

	private ModelAndView done(Person actor, String notice, Locale locale, RedirectAttributes next, Runnable deed) {
		try {
			deed.run();
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(actor, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", notice);
		return new ModelAndView("redirect:/midterm/seasons");
	}

	private ModelAndView page(Person actor, Map<String, String> problems) {
		return new ModelAndView("midterm/seasons").addObject("seasons", seasons.all(actor))
			.addObject("manages", permissions.mayOpen(actor))
			.addObject("problems", problems);
	}

}
