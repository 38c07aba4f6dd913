package org.guantong.audit.web;

import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditReadingService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The record as a workbook. */
@Controller
class AuditExport {

	private final AuditReadingService record;

	private final MessageSource messages;

	private final SheetWriter writer;

	AuditExport(AuditReadingService record, MessageSource messages, SheetWriter writer) {
		this.record = record;
		this.messages = messages;
		this.writer = writer;
	}

	@GetMapping({ "/admin/audit.xlsx", "/api/admin/audit.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, AuditController.Typed typed, Locale locale) {
		List<AuditEntry> rows = record.find(me, typed.filter(), 0, SheetWriter.ALL_ROWS).getContent();
		return writer.answer(locale, sheet().with(rows));
	}

	private Sheet<AuditEntry> sheet() {
		return Sheet.<AuditEntry>of("app.nav.audit")
			.whole("audit.number", AuditEntry::id)
			.time("audit.time", AuditEntry::happenedAt)
			.text("audit.actor",
					(entry, locale) -> entry.actorName() == null ? messages.getMessage("audit.system", null, locale)
							: entry.actorName())
			.text("audit.action",
					(entry, locale) -> messages.getMessage("audit.action." + entry.action(), null, entry.action(),
							locale))
			.text("audit.object", (entry) -> entry.subject() == null ? "" : entry.subject().toString())
			.text("audit.detail", AuditEntry::detail);
	}

}
