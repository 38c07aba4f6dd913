package org.guantong.project.web;

import java.time.LocalDate;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.project.payment.HeldProject;
import org.guantong.project.payment.HeldProjects;
import org.guantong.project.payment.NewInstalment;
import org.guantong.project.payment.PaymentDesk;
import org.guantong.project.payment.PaymentFilter;
import org.guantong.project.payment.PaymentList;
import org.guantong.project.payment.PaymentPlan;
import org.guantong.project.payment.PaymentService;

/** Payments as JSON. Amounts in 元. */
@RestController
class PaymentApi {

	private final PaymentService payments;

	private final PaymentDesk desk;

	private final HeldProjects held;

	PaymentApi(PaymentService payments, PaymentDesk desk, HeldProjects held) {
		this.payments = payments;
		this.desk = desk;
		this.held = held;
	}

	/**
	 * @param booked whether the arrival is in the books already
	 */
	record Paid(LocalDate paidOn, String voucher, boolean booked) {
	}

	record Reason(String reason, LocalDate reviewOn) {
	}

	@GetMapping("/api/payments")
	PaymentList list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(defaultValue = "") String state, @RequestParam(required = false) Long fund,
			@RequestParam(required = false) LocalDate until, @RequestParam(defaultValue = "0") int page) {
		return desk.find(actor, new PaymentFilter(text, state, fund, until, page));
	}

	@GetMapping("/api/payments/held")
	List<HeldProject> held(@AuthenticationPrincipal Person actor) {
		return held.of(actor);
	}

	@GetMapping("/api/projects/{id}/payments")
	PaymentPlan plan(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return payments.plan(actor, id);
	}

	@GetMapping("/api/projects/{id}/payments/proposal")
	List<NewInstalment> propose(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return payments.propose(actor, id);
	}

	@PutMapping("/api/projects/{id}/payments")
	PaymentPlan plan(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody List<NewInstalment> wanted) {
		payments.plan(actor, id, wanted);
		return payments.plan(actor, id);
	}

	@PostMapping("/api/projects/{id}/payments/{instalment}/paid")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void pay(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long instalment,
			@RequestBody Paid paid) {
		payments.pay(actor, id, instalment, paid.paidOn(), paid.voucher(), paid.booked());
	}

	@PostMapping("/api/projects/{id}/payments/hold")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void hold(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Reason reason) {
		payments.hold(actor, id, reason.reason(), reason.reviewOn());
	}

	@PostMapping("/api/projects/{id}/payments/hold-on")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void holdOn(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Reason reason) {
		payments.holdOn(actor, id, reason.reason(), reason.reviewOn());
	}

	@PostMapping("/api/projects/{id}/payments/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void resume(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestBody Reason reason) {
		payments.resume(actor, id, reason.reason());
	}

}
