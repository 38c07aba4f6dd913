package org.guantong.identity.web;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.data.domain.Sort;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.AccountService;
import org.guantong.identity.OneTimePassword;
import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** The administrator's pages about accounts. */
@Controller
@RequestMapping("/admin/accounts")
class AccountController {

	private final AccountService service;

	private final Organisations organisations;

	AccountController(AccountService service, Organisations organisations) {
		this.service = service;
		this.organisations = organisations;
	}

	@ModelAttribute("allRoles")
	Role[] allRoles() {
		return Role.values();
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("accounts", service.find(actor, q, Math.max(0, page)));
		model.addAttribute("q", q);
		return "identity/accounts";
	}

	@GetMapping("/new")
	String blank(@AuthenticationPrincipal Person actor, Model model) {
		service.requireManager(actor);
		return form(null, new AccountForm(), model);
	}

	@PostMapping
	String open(@AuthenticationPrincipal Person actor, @ModelAttribute("form") AccountForm form, BindingResult problems,
			HttpServletResponse response, Model model, RedirectAttributes next) {
		if (!FormProblems.accepted(problems, response, () -> show(service.open(actor, form.asNew()), next))) {
			return form(null, form, model);
		}
		return "redirect:/admin/accounts";
	}

	@GetMapping("/{id}")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		return form(id, AccountForm.of(service.details(actor, id)), model);
	}

	@PostMapping("/{id}")
	String change(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") AccountForm form, BindingResult problems, HttpServletResponse response, Model model,
			RedirectAttributes next) {
		if (!FormProblems.accepted(problems, response, () -> service.change(actor, id, form.asChange()))) {
			return form(id, form, model);
		}
		next.addFlashAttribute("notice", "identity.account.saved");
		return "redirect:/admin/accounts";
	}

	@PostMapping("/{id}/password")
	String resetPassword(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		show(service.resetPassword(actor, id), next);
		return "redirect:/admin/accounts";
	}

	private static void show(OneTimePassword password, RedirectAttributes next) {
		next.addFlashAttribute("newcomer", password.person().name());
		next.addFlashAttribute("newcomerUsername", password.person().username());
		next.addFlashAttribute("oneTimePassword", password.text());
	}

	private String form(Long id, AccountForm form, Model model) {
		List<Organisation> all = organisations.findAll(Sort.by("kind", "name"));
		model.addAttribute("organisations", all);
		model.addAttribute("id", id);
		model.addAttribute("form", form);
		return "identity/account";
	}

}
