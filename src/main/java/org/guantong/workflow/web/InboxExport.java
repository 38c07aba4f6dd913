package org.guantong.workflow.web;

import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.inbox.TaskTitles;

/** What waits for a person, as a workbook. */
@Controller
class InboxExport {

	private final Inbox inbox;

	private final TaskTitles titles;

	private final SheetWriter writer;

	InboxExport(Inbox inbox, TaskTitles titles, SheetWriter writer) {
		this.inbox = inbox;
		this.titles = titles;
		this.writer = writer;
	}

	@GetMapping({ "/inbox.xlsx", "/api/inbox.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me,
			@RequestParam(defaultValue = "ALL") InboxFilter filter, Locale locale) {
		return writer.answer(locale, sheet().with(inbox.list(me, filter, 0, SheetWriter.ALL_ROWS)));
	}

	private Sheet<InboxItem> sheet() {
		return Sheet.<InboxItem>of("workflow.inbox.title")
			.text("workflow.column.code", (item) -> item.subject().code())
			.text("workflow.cases.subject", (item) -> item.subject().title())
			.text("workflow.column.step", titles::title)
			.text("workflow.cases.process", (item, locale) -> titles.process(item.process(), locale))
			.text("workflow.column.assignee", InboxItem::assigneeName)
			.time("workflow.due", InboxItem::due);
	}

}
