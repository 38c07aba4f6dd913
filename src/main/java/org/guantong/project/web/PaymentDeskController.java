package org.guantong.project.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.project.payment.HeldProjects;
import org.guantong.project.payment.PaymentDesk;
import org.guantong.project.payment.PaymentFilter;
import org.guantong.project.payment.PaymentPermissions;
import org.guantong.project.payment.PaymentRow;
import org.guantong.project.payment.PaymentShare;
import org.guantong.project.payment.PaymentShares;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** Payments over all projects, recording many at a time, and the default shares. */
@Controller
class PaymentDeskController {

	private static final List<String> STATES = List.of("READY", "PLANNED", "HELD", "PAID", "CANCELLED");

	private static final Sheet<PaymentRow> SHEET = Sheet.<PaymentRow>of("payment.list.title")
		.text("project.label.code", PaymentRow::code)
		.text("project.label.title", PaymentRow::title)
		.text("project.label.host", PaymentRow::host)
		.whole("payment.label.number", (row) -> row.instalment().number())
		.text("payment.label.payer", (row) -> row.instalment().payer())
		.amount("payment.label.amount", (row) -> row.instalment().amount())
		.day("payment.label.plannedOn", (row) -> row.instalment().plannedOn())
		.word("payment.label.state", (row) -> "payment.state." + row.instalment().state())
		.day("payment.label.paidOn", (row) -> row.instalment().paidOn())
		.text("payment.label.voucher", (row) -> row.instalment().voucher());

	private final PaymentDesk desk;

	private final HeldProjects held;

	private final PaymentShares shares;

	private final PaymentPermissions permissions;

	private final JointFunds funds;

	private final AllPages pages;

	private final SheetWriter writer;

	private final MessageSource messages;

	private final Clock clock;

	PaymentDeskController(PaymentDesk desk, HeldProjects held, PaymentShares shares, PaymentPermissions permissions,
			JointFunds funds, AllPages pages, SheetWriter writer, MessageSource messages, Clock clock) {
		this.desk = desk;
		this.held = held;
		this.shares = shares;
		this.permissions = permissions;
		this.funds = funds;
		this.pages = pages;
		this.writer = writer;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/payments")
	ModelAndView list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long fund,
			@RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "0") int page) {
		PaymentFilter filter = new PaymentFilter(text, state, fund, FormReading.day(until), page);
		return new ModelAndView("project/payment-list").addObject("filter", filter)
			.addObject("result", desk.find(actor, filter))
			.addObject("held", held.of(actor))
			.addObject("today", LocalDate.now(clock))
			.addObject("states", STATES)
			.addObject("funds", funds.findAllByOrderByCode())
			.addObject("manages", permissions.mayManage(actor));
	}

	@GetMapping({ "/payments.xlsx", "/api/payments.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long fund,
			@RequestParam(defaultValue = "") String until, Locale locale) {
		return writer
			.answer(locale,
					SHEET.with(pages.of((page) -> desk
						.find(actor, new PaymentFilter(text, state, fund, FormReading.day(until), page))
						.items())));
	}

	/** Shows what was chosen before anything is recorded. */
	@PostMapping("/payments/preview")
	ModelAndView preview(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") List<Long> ids) {
		return chosen(actor, ids, "", "", Map.of());
	}

	@PostMapping("/payments/paid")
	ModelAndView payAll(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") List<Long> ids,
			@RequestParam(defaultValue = "") String paidOn, @RequestParam(defaultValue = "") String voucher,
			@RequestParam(defaultValue = "false") boolean booked, Locale locale) {
		try {
			return new ModelAndView("project/payment-report").addObject("done",
					desk.payAll(actor, ids, FormReading.day(paidOn), voucher, booked));
		}
		catch (InvalidInput ex) {
			ModelAndView page = chosen(actor, ids, paidOn, voucher, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	private ModelAndView chosen(Person actor, List<Long> ids, String paidOn, String voucher,
			Map<String, String> problems) {
		List<PaymentRow> rows = desk.ready(actor, ids);
		return new ModelAndView("project/payment-preview").addObject("rows", rows)
			.addObject("sum", PaymentDesk.sum(rows))
			.addObject("paidOn", paidOn)
			.addObject("voucher", voucher)
			.addObject("problems", problems);
	}

	/** A step of the default plan as typed. */
	record TypedShare(String share, String afterMonths, String condition) {

		public boolean isBlank() {
			return share.isBlank();
		}

		PaymentShare read() {
			int months = afterMonths.matches("\\d{1,3}") ? Integer.parseInt(afterMonths) : -1;
			return new PaymentShare(FormReading.amount(share), months, condition);
		}

	}

	@GetMapping("/payments/shares")
	ModelAndView shares(@AuthenticationPrincipal Person actor) {
		return shares(actor,
				shares.all(actor)
					.stream()
					.map((one) -> new TypedShare(one.share().stripTrailingZeros().toPlainString(),
							Integer.toString(one.afterMonths()), one.condition()))
					.toList(),
				Map.of());
	}

	@PostMapping("/payments/shares")
	ModelAndView setShares(@AuthenticationPrincipal Person actor, @RequestParam MultiValueMap<String, String> sent,
			Locale locale, RedirectAttributes next) {
		List<TypedShare> typed = IntStream.range(0, sent.getOrDefault("share", List.of()).size())
			.mapToObj((row) -> new TypedShare(at(sent, "share", row), at(sent, "afterMonths", row),
					at(sent, "condition", row)))
			.filter((row) -> !row.isBlank())
			.toList();
		try {
			shares.set(actor, typed.stream().map(TypedShare::read).toList());
		}
		catch (InvalidInput ex) {
			ModelAndView page = shares(actor, typed, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", "payment.shares.saved");
		return new ModelAndView("redirect:/payments/shares");
	}

	private ModelAndView shares(Person actor, List<TypedShare> typed, Map<String, String> problems) {
		List<TypedShare> rows = new ArrayList<>(typed);
		IntStream.range(0, 2).forEach((row) -> rows.add(new TypedShare("", "", "NONE")));
		BigDecimal sum = typed.stream()
			.map((one) -> FormReading.amount(one.share()))
			.filter((one) -> one != null)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return new ModelAndView("project/payment-shares").addObject("rows", rows)
			.addObject("sum", sum)
			.addObject("manages", permissions.mayManage(actor))
			.addObject("problems", problems);
	}

	private static String at(MultiValueMap<String, String> typed, String field, int row) {
		List<String> all = typed.getOrDefault(field, List.of());
		return row < all.size() ? FormReading.text(all.get(row)) : "";
	}

}
