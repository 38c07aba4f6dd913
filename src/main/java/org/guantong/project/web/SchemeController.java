package org.guantong.project.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.project.scheme.BudgetScheme;
import org.guantong.project.scheme.BudgetSchemeService;
import org.guantong.project.scheme.SchemePermissions;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** The versions of budget lines: the list, a new one, and the lines of each. */
@Controller
class SchemeController {

	private static final int BLANK = 3;

	private static final Sheet<BudgetScheme> SHEET = Sheet.<BudgetScheme>of("scheme.title")
		.text("scheme.code", BudgetScheme::code)
		.text("scheme.name", (one, locale) -> locale.getLanguage().equals("en") ? one.nameEn() : one.name())
		.whole("scheme.lines", (one) -> one.lines().size())
		.whole("scheme.projects", BudgetScheme::projects);

	private final BudgetSchemeService schemes;

	private final SchemePermissions permissions;

	private final SheetWriter writer;

	private final MessageSource messages;

	SchemeController(BudgetSchemeService schemes, SchemePermissions permissions, SheetWriter writer,
			MessageSource messages) {
		this.schemes = schemes;
		this.permissions = permissions;
		this.writer = writer;
		this.messages = messages;
	}

	@GetMapping("/budget-schemes")
	ModelAndView list(@AuthenticationPrincipal Person actor) {
		return list(actor, Map.of(), Map.of());
	}

	@GetMapping({ "/budget-schemes.xlsx", "/api/budget-schemes.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, Locale locale) {
		return writer.answer(locale, SHEET.with(schemes.all(actor)));
	}

	@PostMapping("/budget-schemes")
	ModelAndView copy(@AuthenticationPrincipal Person actor, @RequestParam Map<String, String> typed, Locale locale,
			RedirectAttributes next) {
		try {
			schemes.copy(actor, typed.get("from"), typed.get("code"), typed.get("name"), typed.get("nameEn"));
		}
		catch (InvalidInput ex) {
			ModelAndView page = list(actor, typed, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", "scheme.copied");
		return new ModelAndView("redirect:/budget-schemes/" + typed.get("code"));
	}

	@GetMapping("/budget-schemes/{code}")
	ModelAndView show(@AuthenticationPrincipal Person actor, @PathVariable String code) {
		BudgetScheme scheme = schemes.require(actor, code);
		return page(actor, scheme, scheme.lines(), Map.of());
	}

	@PostMapping("/budget-schemes/{code}")
	ModelAndView change(@AuthenticationPrincipal Person actor, @PathVariable String code,
			@RequestParam MultiValueMap<String, String> typed, Locale locale, RedirectAttributes next) {
		List<BudgetScheme.Line> lines = IntStream.range(0, typed.getOrDefault("code", List.of()).size())
			.mapToObj((row) -> new BudgetScheme.Line(at(typed, "code", row), at(typed, "name", row),
					at(typed, "nameEn", row), at(typed, "kind", row), at(typed, "approver", row)))
			.filter((line) -> !line.code().isEmpty() || !line.name().isEmpty())
			.toList();
		try {
			schemes.change(actor, code, lines);
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(actor, schemes.require(actor, code), lines,
					ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", "scheme.saved");
		return new ModelAndView("redirect:/budget-schemes/" + code);
	}

	private ModelAndView list(Person actor, Map<String, String> typed, Map<String, String> problems) {
		return new ModelAndView("project/schemes").addObject("schemes", schemes.all(actor))
			.addObject("keeps", permissions.mayKeep(actor))
			.addObject("typed", typed)
			.addObject("problems", problems);
	}

	private ModelAndView page(Person actor, BudgetScheme scheme, List<BudgetScheme.Line> lines,
			Map<String, String> problems) {
		List<BudgetScheme.Line> rows = new ArrayList<>(lines);
		boolean keeps = permissions.mayKeep(actor);
		if (keeps && !scheme.isUsed()) {
			IntStream.range(0, BLANK).forEach((row) -> rows.add(new BudgetScheme.Line("", "", "", "DIRECT", "HOST")));
		}
		return new ModelAndView("project/scheme").addObject("scheme", scheme)
			.addObject("rows", rows)
			.addObject("keeps", keeps)
			.addObject("problems", problems);
	}

	private static String at(MultiValueMap<String, String> typed, String field, int row) {
		List<String> all = typed.getOrDefault(field, List.of());
		return row < all.size() ? FormReading.text(all.get(row)) : "";
	}

}
