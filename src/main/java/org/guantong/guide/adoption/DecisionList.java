package org.guantong.guide.adoption;

import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.document.DocumentFile;
import org.guantong.document.Pdf;
import org.guantong.guide.adoption.CommitteeSession.Item;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** What a session decided, as a file. */
@Component
public class DecisionList {

	private final Pdf pdf;

	private final SheetWriter sheets;

	private final MessageSource messages;

	DecisionList(Pdf pdf, SheetWriter sheets, MessageSource messages) {
		this.pdf = pdf;
		this.sheets = sheets;
		this.messages = messages;
	}

	/** The record of the session: attendance, votes, decisions. */
	public DocumentFile pdf(CommitteeSession session, Locale locale) {
		String title = messages.getMessage("guide.session.decisions.of", new Object[] { session.title() }, locale);
		return DocumentFile.pdf(title + ".pdf", pdf.render("guide/decisions", Map.of("record", session), title, locale,
				session.isClosed() ? session.closedAt() : session.heldAt()));
	}

	public DocumentFile sheet(CommitteeSession session, Locale locale) {
		Sheet<Item> sheet = Sheet.<Item>of("guide.session.decisions")
			.text("guide.field",
					(item, reader) -> Locale.ENGLISH.getLanguage().equals(reader.getLanguage()) ? item.fieldNameEn()
							: item.fieldName())
			.text("guide.code", Item::code)
			.text("guide.title", Item::title)
			.whole("guide.session.for", Item::votesFor)
			.whole("guide.session.against", Item::votesAgainst)
			.whole("guide.session.abstain", Item::abstentions)
			.word("guide.session.decision", (item) -> decision(session, item))
			.text("guide.session.remarks", Item::remarks);
		String name = messages.getMessage("guide.session.decisions.of", new Object[] { session.title() }, locale);
		return new DocumentFile(name + ".xlsx", SheetWriter.TYPE, sheets.write(locale, sheet.with(session.items())));
	}

	private static String decision(CommitteeSession session, Item item) {
		if (item.deferred()) {
			return "guide.session.deferred";
		}
		if (!session.isClosed()) {
			return "guide.session.open";
		}
		return Boolean.TRUE.equals(item.adopted()) ? "guide.session.adopted" : "guide.session.notAdopted";
	}

}
