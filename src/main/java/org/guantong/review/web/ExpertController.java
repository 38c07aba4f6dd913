package org.guantong.review.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

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
import org.guantong.review.ConflictKind;
import org.guantong.review.ExpertFilter;
import org.guantong.review.ExpertPage;
import org.guantong.review.ExpertService;
import org.guantong.review.PanelDeskService;
import org.guantong.shared.InvalidInput;

/**
 * The directory of experts, and each expert's own page in it: for the office, and as
 * {@code /experts/me} for the expert.
 */
@Controller
@RequestMapping("/experts")
class ExpertController {

	private static final int PAGE = 25;

	private final ExpertService experts;

	private final PanelDeskService desk;

	private final ExpertView view;

	ExpertController(ExpertService experts, PanelDeskService desk, ExpertView view) {
		this.experts = experts;
		this.desk = desk;
		this.view = view;
	}

	/** The filter as it was typed. */
	record Filter(String q, String code, String organisation, Boolean free, ExpertFilter.Order order) {

		ExpertFilter filter() {
			return new ExpertFilter(text(q), text(code), text(organisation), Boolean.TRUE.equals(free),
					order == null ? ExpertFilter.Order.NAME : order);
		}

		private static String text(String typed) {
			return typed == null ? "" : typed;
		}

	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, Filter typed, @RequestParam(defaultValue = "0") int page,
			Model model) {
		int shown = Math.max(0, page);
		ExpertPage found = experts.find(actor, typed.filter(), shown, PAGE);
		model.addAttribute("experts", found.rows());
		model.addAttribute("total", found.total());
		model.addAttribute("page", shown);
		model.addAttribute("size", PAGE);
		model.addAttribute("typed", typed.filter());
		model.addAttribute("orders", ExpertFilter.Order.values());
		return "review/experts";
	}

	@GetMapping("/me")
	String own(@AuthenticationPrincipal Person actor, Model model) {
		return view.show(actor, actor.id(), ExpertInput.NONE, Map.of(), model);
	}

	@GetMapping("/{id}")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		return view.show(actor, id, ExpertInput.NONE, Map.of(), model);
	}

	@PostMapping("/{id}")
	String save(@AuthenticationPrincipal Person actor, @PathVariable long id, ExpertInput.Profile typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			experts.describe(actor, id, typed.profile(experts.require(actor, id)));
			return view.done(actor, id, next);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return view.show(actor, id, ExpertInput.of(typed), view.problems("profile", ex, locale), model);
		}
	}

	/** The expert leaves a panel they were asked to, or accepted to, sit on. */
	@PostMapping("/me/duties/{memberId}/recuse")
	String recuse(@AuthenticationPrincipal Person actor, @PathVariable long memberId, @RequestParam ConflictKind kind,
			@RequestParam(defaultValue = "") String note, RedirectAttributes next) {
		desk.recuse(actor, memberId, kind, note.substring(0, Math.min(note.length(), 300)));
		next.addFlashAttribute("notice", "review.duty.recused");
		return "redirect:/experts/me";
	}

	static List<ConflictKind> declarable() {
		return List.of(ConflictKind.SAME_ENTITY, ConflictKind.CO_GRANT, ConflictKind.CO_AUTHOR, ConflictKind.RELATIVE,
				ConflictKind.OWN_APPLICATION, ConflictKind.OTHER);
	}

}
