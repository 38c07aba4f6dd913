package org.guantong.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

import org.guantong.identity.Person;

/** Writes notices in the language of those they are for. */
@Component
class LetterWriter {

	static final String INBOX = "/inbox";

	private static final String PREFERENCES = "/profile/notifications";

	private final MessageSource messages;

	private final LetterTemplates templates;

	private final ObjectProvider<OwnLetterTexts> ownTexts;

	private final String baseUrl;

	LetterWriter(MessageSource messages, ObjectProvider<OwnLetterTexts> ownTexts,
			@Value("${guantong.base-url:http://localhost:8080}") String baseUrl) {
		this.messages = messages;
		this.ownTexts = ownTexts;
		this.templates = new LetterTemplates();
		this.baseUrl = baseUrl.replaceAll("/+$", "");
	}

	Letter write(Notice notice) {
		return write(notice, List.of());
	}

	/** One letter that tells of several others. */
	Letter writeDigest(Person recipient, List<OutboxMail> mails) {
		List<Item> items = mails.stream().map((mail) -> new Item(mail.subject(), address(mail.link()))).toList();
		return write(Notice.of("digest", recipient, "digest", INBOX, items.size()), items);
	}

	private Letter write(Notice notice, List<Item> items) {
		Locale locale = notice.recipient().locale();
		Object[] arguments = LetterArguments.of(notice.arguments(), locale);
		LetterText words = words(notice, arguments, locale);
		String subject = oneLine(words.subject());
		Context context = common(notice, locale);
		context.setVariable("subject", subject);
		context.setVariable("paragraphs", paragraphs(words.body()));
		context.setVariable("items", items);
		return new Letter(subject, templates.text(context), templates.html(context));
	}

	private LetterText words(Notice notice, Object[] arguments, Locale locale) {
		return ownTexts.orderedStream()
			.flatMap((texts) -> texts.find(notice.key(), notice.thread(), locale).stream())
			.findFirst()
			.map((text) -> filled(text, arguments, locale))
			.orElseGet(() -> new LetterText(say("mail." + notice.key() + ".subject", locale, arguments),
					say("mail." + notice.key() + ".body", locale, arguments)));
	}

	private LetterText filled(LetterText text, Object[] arguments, Locale locale) {
		Object[] values = Arrays.stream(arguments)
			.map((argument) -> argument instanceof MessageSourceResolvable message
					? messages.getMessage(message, locale) : argument)
			.toArray();
		return new LetterText(Placeholders.fill(text.subject(), values, locale),
				Placeholders.fill(text.body(), values, locale));
	}

	private Context common(Notice notice, Locale locale) {
		Context context = new Context(locale);
		context.setVariable("language", locale.toLanguageTag());
		context.setVariable("product", say("mail.product", locale));
		context.setVariable("greeting", say("mail.greeting", locale, notice.recipient().name()));
		context.setVariable("action", own(notice, "action", locale));
		context.setVariable("link", address(notice.link()));
		context.setVariable("linkHint", say("mail.link-hint", locale));
		context.setVariable("why", own(notice, "why", locale, notice.recipient().username()));
		context.setVariable("automatic", say("mail.automatic", locale));
		context.setVariable("settings", say("mail.settings", locale));
		context.setVariable("settingsLink", address(PREFERENCES));
		return context;
	}

	/** The notice's own words where it has some, otherwise those of all mails. */
	private String own(Notice notice, String part, Locale locale, Object... arguments) {
		String common = say("mail." + part, locale, arguments);
		return messages.getMessage("mail." + notice.key() + "." + part, arguments, common, locale);
	}

	private String say(String code, Locale locale, Object... arguments) {
		return messages.getMessage(code, arguments, locale);
	}

	private String address(String path) {
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("a mail links to a path of this site, not to " + path);
		}
		return baseUrl + path;
	}

	private static List<String> paragraphs(String body) {
		return body.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

	/** A line break in a subject would end the header. */
	private static String oneLine(String subject) {
		return subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

	record Item(String title, String link) {
	}

}
