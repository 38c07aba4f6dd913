package org.guantong.review.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.review.Expert;
import org.guantong.review.ExpertService;
import org.guantong.review.NewExpertProfile;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The office's directory of experts. */
@Controller
@RequestMapping("/experts")
class ExpertController {

	private static final int PAGE = 25;

	private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；]+");

	private final ExpertService experts;

	private final Organisations organisations;

	private final MessageSource messages;

	ExpertController(ExpertService experts, Organisations organisations, MessageSource messages) {
		this.experts = experts;
		this.organisations = organisations;
		this.messages = messages;
	}

	/** What the page sends, as it was typed. */
	record Typed(int version, String codes, String keywords, List<Long> affiliations, String mostPanels) {

		NewExpertProfile profile() {
			return new NewExpertProfile(version, words(codes).stream().map(String::toUpperCase).toList(),
					words(keywords), affiliations == null ? List.of() : affiliations, number());
		}

		private int number() {
			try {
				return Integer.parseInt(mostPanels.strip());
			}
			catch (NumberFormatException ex) {
				throw InvalidInput.of("mostPanels", "review.expert.mostPanels");
			}
		}

		private static List<String> words(String text) {
			return SEPARATOR.splitAsStream(text == null ? "" : text.strip())
				.filter((word) -> !word.isEmpty())
				.distinct()
				.toList();
		}

	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, Model model) {
		int shown = Math.max(0, page);
		model.addAttribute("experts", experts.search(actor, q, shown, PAGE));
		model.addAttribute("total", experts.count(actor, q));
		model.addAttribute("page", shown);
		model.addAttribute("size", PAGE);
		model.addAttribute("q", q);
		return "review/experts";
	}

	@GetMapping("/{id}")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		Expert expert = experts.require(actor, id);
		Typed typed = new Typed(experts.version(actor, id), String.join(" ", expert.codes()),
				String.join(" ", expert.keywords()), expert.affiliations(), Integer.toString(expert.mostPanels()));
		return form(actor, expert, typed, Map.of(), model);
	}

	@PostMapping("/{id}")
	String save(@AuthenticationPrincipal Person actor, @PathVariable long id, Typed typed, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		try {
			experts.describe(actor, id, typed.profile());
			next.addFlashAttribute("saved", true);
			return "redirect:/experts/" + id;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return form(actor, experts.require(actor, id), typed, ProblemTexts.of(ex.problems(), messages, locale),
					model);
		}
	}

	private String form(Person actor, Expert expert, Typed typed, Map<String, String> problems, Model model) {
		model.addAttribute("expert", expert);
		model.addAttribute("typed", typed);
		model.addAttribute("chosen", typed.affiliations() == null ? List.of() : typed.affiliations());
		model.addAttribute("problems", problems);
		model.addAttribute("organisations",
				organisations.findAll()
					.stream()
					.filter((one) -> one.id() != expert.organisationId())
					.sorted(Comparator.comparing(Organisation::name))
					.toList());
		model.addAttribute("describes", actor.isOffice());
		return "review/expert";
	}

}
