package org.guantong.project.web;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
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
import org.guantong.project.NewExpenditure;
import org.guantong.project.ProjectCatalogue;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectFilter;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectService;
import org.guantong.project.payment.PaymentPermissions;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The pages about projects and their books. */
@Controller
@RequestMapping("/projects")
class ProjectController {

	private static final List<String> STATES = List.of("RUNNING", "RECTIFYING", "ADJUSTED", "TERMINATED", "CLOSING",
			"CLOSED");

	private final ProjectService service;

	private final ProjectCatalogue catalogue;

	private final ProjectPermissions permissions;

	private final PaymentPermissions payments;

	private final MessageSource messages;

	ProjectController(ProjectService service, ProjectCatalogue catalogue, ProjectPermissions permissions,
			PaymentPermissions payments, MessageSource messages) {
		this.service = service;
		this.catalogue = catalogue;
		this.permissions = permissions;
		this.payments = payments;
		this.messages = messages;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long round,
			@RequestParam(defaultValue = "0") int page, Model model) {
		ProjectFilter filter = new ProjectFilter(text, state, round, page);
		model.addAttribute("filter", filter);
		model.addAttribute("states", STATES);
		model.addAttribute("result", catalogue.find(actor, filter));
		model.addAttribute("mayEnter", permissions.mayEnter(actor));
		model.addAttribute("mayListPayments", payments.mayList(actor));
		return "project/list";
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		ProjectDetail detail = service.detail(actor, id);
		model.addAttribute("detail", detail);
		model.addAttribute("keepsBooks", permissions.keepsBooksOf(actor, detail.project()));
		return "project/show";
	}

	@GetMapping("/{id}/spending")
	String spending(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		model.addAttribute("form", new SpendingForm("", "", "", ""));
		return books(actor, id, model);
	}

	@PostMapping("/{id}/spending")
	String spend(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") SpendingForm form, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes next) {
		try {
			service.recordExpenditure(actor, id, new NewExpenditure(form.line(), FormReading.day(form.spentOn()),
					FormReading.amount(form.amount()), FormReading.text(form.note())));
		}
		catch (InvalidInput ex) {
			return again(actor, id, "problems", ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "project.spending.recorded");
		return "redirect:/projects/" + id + "/spending";
	}

	@PostMapping("/{id}/receipts")
	String receive(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam String line,
			@RequestParam String amount, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes next) {
		try {
			service.recordReceipt(actor, id, line, FormReading.amount(amount));
		}
		catch (InvalidInput ex) {
			model.addAttribute("form", new SpendingForm("", "", "", ""));
			model.addAttribute("receipt", new SpendingForm(line, "", amount, ""));
			return again(actor, id, "receiptProblems", ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "project.receipt.recorded");
		return "redirect:/projects/" + id + "/spending";
	}

	private String again(Person actor, long id, String name, InvalidInput ex, Model model, HttpServletResponse response,
			Locale locale) {
		response.setStatus(422);
		model.addAttribute(name, ProblemTexts.of(ex.problems(), messages, locale));
		return books(actor, id, model);
	}

	private String books(Person actor, long id, Model model) {
		ProjectDetail detail = service.detail(actor, id);
		model.addAttribute("detail", detail);
		model.addAttribute("entries", service.expenditures(actor, id));
		model.addAttribute("keepsBooks", permissions.keepsBooksOf(actor, detail.project()));
		model.addAttribute("entersReceipts", permissions.entersReceiptsOf(actor, detail.project()));
		return "project/spending";
	}

	/** What is typed to record spending or money that arrived. */
	record SpendingForm(String line, String spentOn, String amount, String note) {
	}

}
