package org.guantong.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.identity.Person;
import org.guantong.review.certificate.Certificate;
import org.guantong.review.certificate.CertificateRow;
import org.guantong.review.certificate.CertificateService;

/** Certificates of service for programs. */
@RestController
@RequestMapping("/api/experts")
class CertificateApi {

	private final CertificateService certificates;

	CertificateApi(CertificateService certificates) {
		this.certificates = certificates;
	}

	record RowJson(long expertId, String name, String organisation, int reviews, Long certificateId, String number,
			Instant issuedAt) {
	}

	record Issued(int issued) {
	}

	record Revocation(String reason) {
	}

	@GetMapping("/certificates")
	List<RowJson> ofYear(@AuthenticationPrincipal Person me, @RequestParam int year) {
		return certificates.ofYear(me, year).stream().map(CertificateApi::json).toList();
	}

	/** Issues what is due of a year. */
	@PostMapping("/certificates")
	Issued issue(@AuthenticationPrincipal Person me, @RequestParam int year) {
		return new Issued(certificates.issue(me, year));
	}

	@PostMapping("/certificates/{id}/revocation")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Revocation wanted) {
		certificates.revoke(me, id, wanted.reason() == null ? "" : wanted.reason());
	}

	@GetMapping("/me/certificates")
	List<Certificate> own(@AuthenticationPrincipal Person me) {
		return certificates.of(me, me.id());
	}

	@GetMapping("/certificates/{id}/certificate.pdf")
	ResponseEntity<byte[]> print(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return certificates.print(me, id, locale).download();
	}

	private static RowJson json(CertificateRow row) {
		Certificate one = row.certificate();
		return new RowJson(row.expertId(), row.name(), row.organisation(), row.reviews(), one == null ? null : one.id(),
				one == null ? null : one.number(), one == null ? null : one.issuedAt());
	}

}
