package org.guantong.project.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.project.payment.Instalment;
import org.guantong.project.payment.NewInstalment;
import org.guantong.project.payment.PaymentPermissions;
import org.guantong.project.payment.PaymentPlan;
import org.guantong.project.payment.PaymentService;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The payments of one project: the plan, recording, holding and resuming. */
@Controller
@RequestMapping("/projects/{id}/payments")
class PaymentController {

	/** Rows for more in a plan's form. */
	private static final int BLANK = 3;

	private final PaymentService payments;

	private final PaymentPermissions permissions;

	private final MessageSource messages;

	PaymentController(PaymentService payments, PaymentPermissions permissions, MessageSource messages) {
		this.payments = payments;
		this.permissions = permissions;
		this.messages = messages;
	}

	/** A row of the plan as it was typed; a row without payer and amount is none. */
	record Typed(String payerId, String amount, String plannedOn, String condition, String milestoneId) {

		static final Typed BLANK = new Typed("", "", "", "NONE", "");

		static Typed of(NewInstalment one) {
			return new Typed(Long.toString(one.payerId()), one.amount().toPlainString(), one.plannedOn().toString(),
					one.condition(), one.milestoneId() == null ? "" : Long.toString(one.milestoneId()));
		}

		static Typed of(Instalment one) {
			return of(new NewInstalment(one.payerId(), one.amount(), one.plannedOn(), one.condition(),
					one.milestoneId()));
		}

		public boolean isBlank() {
			return payerId.isBlank() && amount.isBlank() && plannedOn.isBlank();
		}

		NewInstalment read() {
			boolean milestone = condition.equals("MILESTONE");
			return new NewInstalment(number(payerId), FormReading.amount(amount), FormReading.day(plannedOn), condition,
					milestone ? number(milestoneId) : null);
		}

		private static Long number(String typed) {
			return typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
		}

	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "false") boolean propose, Model model) {
		PaymentPlan plan = page(actor, id, model);
		if (permissions.mayManage(actor)) {
			List<Typed> rows = propose ? payments.propose(actor, id).stream().map(Typed::of).toList()
					: plan.instalments().stream().filter(Instalment::isOpen).map(Typed::of).toList();
			form(actor, id, rows, model);
			model.addAttribute("proposed", propose);
		}
		return "project/payments";
	}

	@PostMapping
	String plan(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response, Locale locale,
			RedirectAttributes next) {
		List<Typed> rows = IntStream.range(0, typed.getOrDefault("payerId", List.of()).size())
			.mapToObj((row) -> new Typed(at(typed, "payerId", row), at(typed, "amount", row),
					at(typed, "plannedOn", row), at(typed, "condition", row), at(typed, "milestoneId", row)))
			.filter((row) -> !row.isBlank())
			.toList();
		try {
			payments.plan(actor, id, rows.stream().map(Typed::read).toList());
		}
		catch (InvalidInput ex) {
			page(actor, id, model);
			form(actor, id, rows, model);
			return refused("problems", ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "payment.planned");
		return back(id);
	}

	@PostMapping("/{instalment}/paid")
	String pay(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long instalment,
			@RequestParam(defaultValue = "") String paidOn, @RequestParam(defaultValue = "") String voucher,
			@RequestParam(defaultValue = "false") boolean booked, Model model, HttpServletResponse response,
			Locale locale, RedirectAttributes next) {
		try {
			payments.pay(actor, id, instalment, FormReading.day(paidOn), voucher, booked);
		}
		catch (InvalidInput ex) {
			show(actor, id, false, model);
			model.addAttribute("paying", Map.of("id", instalment, "paidOn", paidOn, "voucher", voucher));
			return refused("payProblems", ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "payment.recorded");
		return back(id);
	}

	/** What is typed to hold payments, to hold them on or to resume them. */
	record Held(String reason, String reviewOn) {

		public Held {
			reason = FormReading.text(reason);
			reviewOn = FormReading.text(reviewOn);
		}

		LocalDate day() {
			return FormReading.day(reviewOn);
		}

	}

	@PostMapping("/hold")
	String hold(@AuthenticationPrincipal Person actor, @PathVariable long id, Held typed, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes next) {
		try {
			payments.hold(actor, id, typed.reason(), typed.day());
		}
		catch (InvalidInput ex) {
			return again(actor, id, typed, ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "payment.isHeld");
		return back(id);
	}

	@PostMapping("/hold-on")
	String holdOn(@AuthenticationPrincipal Person actor, @PathVariable long id, Held typed, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes next) {
		try {
			payments.holdOn(actor, id, typed.reason(), typed.day());
		}
		catch (InvalidInput ex) {
			return again(actor, id, typed, ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "payment.isHeld");
		return back(id);
	}

	@PostMapping("/resume")
	String resume(@AuthenticationPrincipal Person actor, @PathVariable long id, Held typed, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes next) {
		try {
			payments.resume(actor, id, typed.reason());
		}
		catch (InvalidInput ex) {
			return again(actor, id, typed, ex, model, response, locale);
		}
		next.addFlashAttribute("notice", "payment.goesOn");
		return back(id);
	}

	private String again(Person actor, long id, Held typed, InvalidInput ex, Model model, HttpServletResponse response,
			Locale locale) {
		show(actor, id, false, model);
		model.addAttribute("holding", typed);
		return refused("holdProblems", ex, model, response, locale);
	}

	private PaymentPlan page(Person actor, long id, Model model) {
		PaymentPlan plan = payments.plan(actor, id);
		model.addAttribute("plan", plan);
		model.addAttribute("manages",
				permissions.mayManage(actor) && !List.of("TERMINATED", "CLOSED").contains(plan.project().state()));
		model.addAttribute("ownOnly", permissions.seesOwnOnly(actor));
		return plan;
	}

	private void form(Person actor, long id, List<Typed> rows, Model model) {
		List<Typed> all = new ArrayList<>(rows);
		IntStream.range(0, BLANK).forEach((row) -> all.add(Typed.BLANK));
		model.addAttribute("rows", all);
		model.addAttribute("payers", payments.payers(actor, id));
		model.addAttribute("milestones", payments.milestones(actor, id));
		model.addAttribute("typedSum",
				rows.stream()
					.map((row) -> FormReading.amount(row.amount()))
					.filter((amount) -> amount != null)
					.reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	private String refused(String name, InvalidInput ex, Model model, HttpServletResponse response, Locale locale) {
		response.setStatus(422);
		model.addAttribute(name, ProblemTexts.of(ex.problems(), messages, locale));
		return "project/payments";
	}

	/**
	 * Taken as it was sent: a list of strings would be cut at the commas of an amount.
	 */
	private static String at(MultiValueMap<String, String> typed, String field, int row) {
		List<String> all = typed.getOrDefault(field, List.of());
		return row < all.size() ? FormReading.text(all.get(row)) : "";
	}

	private static String back(long id) {
		return "redirect:/projects/" + id + "/payments";
	}

}
