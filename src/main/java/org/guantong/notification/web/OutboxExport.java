package org.guantong.notification.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.notification.MailState;
import org.guantong.notification.OutboxFilter;
import org.guantong.notification.OutboxMail;
import org.guantong.notification.OutboxService;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The list of mails as a workbook. */
@Controller
class OutboxExport {

	private static final Sheet<OutboxMail> SHEET = Sheet.<OutboxMail>of("app.nav.mails")
		.text("notification.outbox.subject", OutboxMail::subject)
		.text("notification.outbox.recipient", OutboxMail::recipientName)
		.text("notification.column.address", OutboxMail::address)
		.word("notification.outbox.state", (mail) -> "notification.state." + mail.state())
		.time("notification.outbox.created", OutboxMail::createdAt)
		.whole("notification.outbox.attempts", OutboxMail::attempts);

	private final OutboxService outbox;

	private final AllPages pages;

	private final SheetWriter writer;

	OutboxExport(OutboxService outbox, AllPages pages, SheetWriter writer) {
		this.outbox = outbox;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/admin/mails.xlsx", "/api/admin/mails.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(required = false) MailState state,
			@RequestParam(defaultValue = "") String text, Locale locale) {
		List<OutboxMail> rows = pages.of((page) -> outbox.find(me, new OutboxFilter(state, text, page)).mails());
		return writer.answer(locale, SHEET.with(rows));
	}

}
