package org.guantong.audit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.audit.AuditFilter;
import org.guantong.audit.AuditReadingService;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The page on which the record is read. */
@Controller
class AuditController {

	private final AuditReadingService record;

	private final Clock clock;

	AuditController(AuditReadingService record, Clock clock) {
		this.record = record;
		this.clock = clock;
	}

	/** What cannot be understood of a filter does not matter, and is shown as typed. */
	@GetMapping("/admin/audit")
	String list(@AuthenticationPrincipal Person actor, Typed typed, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "false") boolean check, Model model) {
		model.addAttribute("entries", record.find(actor, typed.filter(), Math.max(0, page)));
		model.addAttribute("typed", typed);
		model.addAttribute("kinds", Kind.values());
		model.addAttribute("zone", clock.getZone());
		if (check) {
			model.addAttribute("result", record.verify(actor));
		}
		return "audit/record";
	}

	/** The filter as it was typed. */
	record Typed(String kind, String subject, String actor, String from, String until) {

		AuditFilter filter() {
			return new AuditFilter(kindOrNull(), numberOrNull(subject), actor, dayOrNull(from), dayOrNull(until));
		}

		private Kind kindOrNull() {
			try {
				return kind == null || kind.isBlank() ? null : Kind.ofSlug(kind);
			}
			catch (NotFound ex) {
				return null;
			}
		}

		private static Long numberOrNull(String text) {
			try {
				return text == null || text.isBlank() ? null : Long.valueOf(text.strip());
			}
			catch (NumberFormatException ex) {
				return null;
			}
		}

		private static LocalDate dayOrNull(String text) {
			try {
				return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

	}

}
