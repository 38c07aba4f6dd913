package org.guantong.review.certificate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.document.DocumentFile;
import org.guantong.document.Pdf;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.review.ReviewPermissions;
import org.guantong.review.ReviewWork;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * Certificates of service as a reviewer: for a year as a whole, so that nobody can tell
 * from one who judged what.
 */
@Service
@Transactional
public class CertificateService {

	private static final int LONGEST_REASON = 300;

	private final Certificates certificates;

	private final ObjectProvider<ReviewWork> stages;

	private final People people;

	private final ReviewPermissions permissions;

	private final Pdf pdf;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final MessageSource messages;

	private final Clock clock;

	CertificateService(Certificates certificates, ObjectProvider<ReviewWork> stages, People people,
			ReviewPermissions permissions, Pdf pdf, Mailbox mailbox, AuditTrail audit, MessageSource messages,
			Clock clock) {
		this.certificates = certificates;
		this.stages = stages;
		this.people = people;
		this.permissions = permissions;
		this.pdf = pdf;
		this.mailbox = mailbox;
		this.audit = audit;
		this.messages = messages;
		this.clock = clock;
	}

	/** Everybody who handed in reviews in that year, by name. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public List<CertificateRow> ofYear(Person actor, int year) {
		return rows(year);
	}

	/**
	 * Issues a certificate to everybody who handed in reviews in that year and has none
	 * that says so much; an earlier one that says less is revoked.
	 * @return how many were issued
	 * @throws InvalidInput when the year has not begun
	 */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public int issue(Person actor, int year) {
		if (year < 2000 || year > Year.now(clock).getValue()) {
			throw InvalidInput.of("year", "review.certificate.year");
		}
		certificates.lock();
		List<CertificateRow> due = rows(year).stream().filter(CertificateRow::isDue).toList();
		due.forEach((row) -> issue(actor, row, year));
		return due.size();
	}

	/**
	 * Takes a certificate back.
	 * @throws InvalidInput without a reason
	 * @throws Stale when it was revoked before
	 */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void revoke(Person actor, long id, String reason) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "review.certificate.reason", LONGEST_REASON);
		}
		Certificate certificate = certificates.find(id).orElseThrow(() -> new NotFound("certificate", id));
		if (!certificates.revoke(id, reason.strip(), actor)) {
			throw new Stale("review.certificate.stale");
		}
		audit.record(actor, "certificate.revoked", account(certificate.expertId()), certificate.number());
		mail("certificate-revoked", certificate, reason.strip());
	}

	/** An expert's own certificates, the latest year first. */
	@PreAuthorize("@reviewPermissions.mayReadFile(#actor, #expert)")
	@Transactional(readOnly = true)
	public List<Certificate> of(Person actor, long expert) {
		return certificates.of(expert);
	}

	/** The certificate of that number, whether it stands or not. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public Optional<Certificate> byNumber(Person actor, String number) {
		return certificates.byNumber(number);
	}

	/**
	 * A certificate to print.
	 * @throws NotFound when it does not stand, or is somebody else's
	 */
	@PreAuthorize("@reviewPermissions.mayKnowReviewers(#actor)")
	@Transactional(readOnly = true)
	public DocumentFile print(Person actor, long id, Locale locale) {
		Certificate certificate = certificates.find(id)
			.filter(Certificate::isStanding)
			.filter((one) -> permissions.mayReadFile(actor, one.expertId()))
			.orElseThrow(() -> new NotFound("certificate", id));
		String title = messages.getMessage("review.certificate", null, locale);
		return DocumentFile.pdf(title + "-" + certificate.number() + ".pdf", pdf.render("review/certificate",
				Map.of("certificate", certificate), title, locale, certificate.issuedAt()));
	}

	private void issue(Person actor, CertificateRow row, int year) {
		if (row.certificate() != null) {
			certificates.revoke(row.certificate().id(),
					messages.getMessage("review.certificate.superseded", null, Locale.CHINESE), actor);
		}
		Certificate issued = certificates.find(certificates.issue(row, year, until(year).minusDays(1), actor))
			.orElseThrow();
		audit.record(actor, "certificate.issued", account(issued.expertId()), issued.number());
		mail("certificate-issued", issued, "");
	}

	private List<CertificateRow> rows(int year) {
		Map<Long, Certificate> standing = certificates.standing(year)
			.stream()
			.collect(Collectors.toMap(Certificate::expertId, Function.identity()));
		return reviews(year).entrySet().stream().map((entry) -> {
			Person expert = people.require(entry.getKey());
			return new CertificateRow(expert.id(), expert.name(), expert.organisationName(), entry.getValue(),
					standing.get(expert.id()));
		}).sorted(Comparator.comparing(CertificateRow::name).thenComparing(CertificateRow::expertId)).toList();
	}

	private Map<Long, Integer> reviews(int year) {
		Instant from = LocalDate.of(year, 1, 1).atStartOfDay(clock.getZone()).toInstant();
		Instant before = until(year).atStartOfDay(clock.getZone()).toInstant();
		Map<Long, Integer> reviews = new HashMap<>();
		certificates.panelReviews(from, before).forEach((one) -> reviews.put(one.expertId(), one.reviews()));
		stages.forEach((stage) -> stage.handedIn(from, before)
			.forEach((expert, count) -> reviews.merge(expert, count, Integer::sum)));
		return reviews;
	}

	/** The day after the last that counts: today, or the last of a year that is over. */
	private LocalDate until(int year) {
		LocalDate end = LocalDate.of(year + 1, 1, 1);
		LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
		return tomorrow.isBefore(end) ? tomorrow : end;
	}

	private void mail(String key, Certificate certificate, String reason) {
		mailbox.post(Notice.of(key, people.require(certificate.expertId()), "certificate-" + certificate.id(),
				"/experts/me#certificates", Integer.toString(certificate.year()), certificate.number(), reason));
	}

	private static Ref account(long id) {
		return new Ref(Kind.ACCOUNT, id);
	}

}
