package org.guantong.review.web;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.review.certificate.CertificateRow;
import org.guantong.review.certificate.CertificateService;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Certificates of service: the office issues them by year, an expert prints their own.
 */
@Controller
class CertificateController {

	private static final Sheet<CertificateRow> SHEET = Sheet.<CertificateRow>of("review.certificates")
		.text("review.expert.name", CertificateRow::name)
		.text("review.expert.organisation", CertificateRow::organisation)
		.whole("review.certificate.reviews", CertificateRow::reviews)
		.text("review.certificate.number", (row) -> row.certificate() == null ? "" : row.certificate().number())
		.time("review.certificate.issuedAt", (row) -> row.certificate() == null ? null : row.certificate().issuedAt());

	private final CertificateService certificates;

	private final SheetWriter writer;

	private final MessageSource messages;

	private final Clock clock;

	CertificateController(CertificateService certificates, SheetWriter writer, MessageSource messages, Clock clock) {
		this.certificates = certificates;
		this.writer = writer;
		this.messages = messages;
		this.clock = clock;
	}

	/** An expert's certificate, or null, for the office to compare a printed one with. */
	@GetMapping("/experts/certificates")
	ModelAndView list(@AuthenticationPrincipal Person me, @RequestParam(required = false) Integer year,
			@RequestParam(defaultValue = "") String number) {
		return page(me, shown(year), number);
	}

	@GetMapping({ "/experts/certificates.xlsx", "/api/experts/certificates.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person me, @RequestParam(required = false) Integer year,
			Locale locale) {
		return writer.answer(locale, SHEET.with(certificates.ofYear(me, shown(year))));
	}

	@PostMapping("/experts/certificates")
	ModelAndView issue(@AuthenticationPrincipal Person me, @RequestParam int year, RedirectAttributes next,
			Locale locale) {
		try {
			next.addFlashAttribute("issued", certificates.issue(me, year));
			return new ModelAndView("redirect:/experts/certificates?year=" + year);
		}
		catch (InvalidInput ex) {
			return refused(page(me, year, ""), ex, locale);
		}
	}

	@PostMapping("/experts/certificates/{id}/revoke")
	ModelAndView revoke(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestParam int year,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes next, Locale locale) {
		try {
			certificates.revoke(me, id, reason);
			next.addFlashAttribute("revoked", true);
			return new ModelAndView("redirect:/experts/certificates?year=" + year);
		}
		catch (InvalidInput ex) {
			return refused(page(me, year, ""), ex, locale).addObject("revoking", id).addObject("reason", reason);
		}
	}

	@GetMapping("/experts/certificates/{id}/certificate.pdf")
	ResponseEntity<byte[]> print(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return certificates.print(me, id, locale).download();
	}

	private ModelAndView page(Person me, int year, String number) {
		List<CertificateRow> rows = certificates.ofYear(me, year);
		return new ModelAndView("review/certificates").addObject("rows", rows)
			.addObject("year", year)
			.addObject("due", rows.stream().filter(CertificateRow::isDue).count())
			.addObject("issues", me.isOffice())
			.addObject("number", number)
			.addObject("found", number.isBlank() ? null : certificates.byNumber(me, number).orElse(null));
	}

	private ModelAndView refused(ModelAndView page, InvalidInput ex, Locale locale) {
		page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
		return page.addObject("problems", ProblemTexts.of(ex.problems(), messages, locale));
	}

	private int shown(Integer year) {
		return year == null ? Year.now(clock).getValue() : Math.max(2000, Math.min(year, 2100));
	}

}
