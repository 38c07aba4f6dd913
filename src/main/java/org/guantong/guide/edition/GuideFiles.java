package org.guantong.guide.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.document.DocumentFile;
import org.guantong.document.Pdf;
import org.guantong.document.Word;
import org.guantong.document.WordKind;
import org.guantong.guide.edition.GuideBook.Section;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/**
 * A guide as a file. Files of published editions are made once and kept for a while,
 * since an edition never changes and everybody may ask for them.
 */
@Component
public class GuideFiles {

	private static final int KEPT = 24;

	private final Pdf pdf;

	private final Word word;

	private final WordKind kind;

	private final SheetWriter sheets;

	private final MessageSource messages;

	private final Clock clock;

	private final Map<String, DocumentFile> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, DocumentFile> eldest) {
			return size() > KEPT;
		}
	};

	GuideFiles(Pdf pdf, Word word, WordKind guideWordKind, SheetWriter sheets, MessageSource messages, Clock clock) {
		this.pdf = pdf;
		this.word = word;
		this.kind = guideWordKind;
		this.sheets = sheets;
		this.messages = messages;
		this.clock = clock;
	}

	/** What a guide can be had as. */
	public enum Format {

		PDF, DOCX, XLSX

	}

	private record FieldCount(Section section, int directions) {
	}

	/** The guide as a file in that language. */
	public DocumentFile of(GuideBook book, Format format, Locale locale) {
		return switch (format) {
			case PDF -> kept(book, format, locale, 0, () -> pdf(book, locale));
			case DOCX -> kept(book, format, locale, word.templateNumber(kind), () -> word(book, locale));
			case XLSX -> kept(book, format, locale, 0, () -> sheet(book, locale));
		};
	}

	private DocumentFile kept(GuideBook book, Format format, Locale locale, int template, Supplier<DocumentFile> make) {
		if (book.isDraft()) {
			return make.get();
		}
		String key = book.digest() + "/" + book.roundId() + "/" + book.edition() + "/" + format + "/"
				+ locale.getLanguage() + "/" + template;
		// one after the other: nobody can make the server print the same guide many times
		// at once
		synchronized (kept) {
			DocumentFile known = kept.get(key);
			if (known == null) {
				known = make.get();
				kept.put(key, known);
			}
			return known;
		}
	}

	private DocumentFile pdf(GuideBook book, Locale locale) {
		String title = title(book, locale);
		byte[] file = pdf.render("guide/print", Map.of("book", book, "sections", book.sections()), title, locale,
				moment(book));
		return DocumentFile.pdf(name(book, locale, "guide.edition.file") + ".pdf", file);
	}

	private DocumentFile word(GuideBook book, Locale locale) {
		List<Map<String, Object>> fields = book.sections().stream().map((section) -> section(section, locale)).toList();
		Map<String, Object> data = Map.of("fund", book.fund(), "year", book.year(), "guideTitle", title(book, locale),
				"edition", edition(book, locale), "published", day(book, locale), "count", book.directions().size(),
				"size", fields.size(), GuideWord.FIELDS, fields);
		return DocumentFile.word(name(book, locale, "guide.edition.file") + ".docx",
				word.render(kind, data, title(book, locale), moment(book)));
	}

	private Map<String, Object> section(Section section, Locale locale) {
		List<Map<String, Object>> directions = section.directions()
			.stream()
			.map((one) -> Map.<String, Object>of("number", one.number(), "code", one.code(), "title", one.title(),
					"codes", one.codes(), "text", one.text(), "application", one.expectedApplication(), "category",
					one.category(locale), "intensity", intensity(one, locale)))
			.toList();
		EditionDirection first = section.directions().get(0);
		return Map.of("ordinal", section.ordinal(), "field", first.field(locale), GuideWord.DIRECTIONS, directions);
	}

	private DocumentFile sheet(GuideBook book, Locale locale) {
		List<FieldCount> counts = book.sections()
			.stream()
			.map((section) -> new FieldCount(section, section.directions().size()))
			.toList();
		Sheet<EditionDirection> list = Sheet.<EditionDirection>of("guide.edition.sheet")
			.text("guide.field", EditionDirection::field)
			.whole("guide.number", EditionDirection::number)
			.text("guide.code", EditionDirection::code)
			.text("guide.title", EditionDirection::title)
			.text("guide.applicationCodes", EditionDirection::codes)
			.text("guide.category", (one, reader) -> one.category(reader))
			.amount("guide.edition.intensity", EditionDirection::intensity)
			.text("guide.text", EditionDirection::text)
			.text("guide.expectedApplication", EditionDirection::expectedApplication);
		Sheet<FieldCount> sums = Sheet.<FieldCount>of("guide.edition.sheet.counts")
			.text("guide.field", (count, reader) -> count.section().directions().get(0).field(reader))
			.whole("guide.edition.count", FieldCount::directions);
		return new DocumentFile(name(book, locale, "guide.edition.sheet") + ".xlsx", SheetWriter.TYPE,
				sheets.write(locale, list.with(book.directions()), sums.with(counts)));
	}

	/** e.g. 2026年度……项目指南. */
	public String title(GuideBook book, Locale locale) {
		return text("guide.edition.title", locale, book.roundTitle());
	}

	private String name(GuideBook book, Locale locale, String key) {
		return book.roundTitle() + "-" + text(key, locale) + "-" + edition(book, locale);
	}

	private String edition(GuideBook book, Locale locale) {
		return book.isDraft() ? text("guide.edition.draft", locale)
				: text("guide.edition.number", locale, book.edition());
	}

	private String day(GuideBook book, Locale locale) {
		return book.isDraft() ? ""
				: book.publishedAt()
					.atZone(zone())
					.format(DateTimeFormatter.ofPattern(text("guide.edition.day", locale), locale));
	}

	private String intensity(EditionDirection direction, Locale locale) {
		return direction.intensity() == null ? "—" : text("guide.intensity.value", locale, direction.intensity());
	}

	private Instant moment(GuideBook book) {
		return book.isDraft() ? clock.instant() : book.publishedAt();
	}

	private ZoneId zone() {
		return clock.getZone();
	}

	private String text(String key, Locale locale, Object... arguments) {
		return messages.getMessage(key, arguments, locale);
	}

}
