package org.guantong.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every mail there is, with its usual words, for those who want others. */
@Component
public class LetterCatalogue {

	private static final Pattern SUBJECT = Pattern.compile("mail\\.([a-z0-9-]+)\\.subject");

	/** Tells of other mails and belongs to none of them. */
	private static final Set<String> OF_NO_CASE = Set.of("digest", "certificate-issued", "certificate-revoked");

	private final MessageSource messages;

	private final Set<String> keys;

	LetterCatalogue(MessageSource messages) {
		this.messages = messages;
		this.keys = read();
	}

	/** The keys of all mails that are about a case, in alphabetical order. */
	public List<String> keys() {
		return List.copyOf(keys);
	}

	public boolean knows(String key) {
		return keys.contains(key);
	}

	/** The words of the message files, placeholders by name. */
	public LetterText usual(String key, Locale locale) {
		return named(key, new LetterText(raw(key, "subject", locale), raw(key, "body", locale)), locale);
	}

	/**
	 * What the mail's placeholders are called in that language, in their order; from the
	 * message {@code mail.<key>.arguments}, names parted by a bar, else numbers.
	 */
	public List<String> placeholders(String key, Locale locale) {
		String names = messages.getMessage("mail." + key + ".arguments", null, "", locale);
		return names.isEmpty() ? List.of("0", "1", "2", "3")
				: Arrays.stream(names.split("\\|")).map(String::strip).toList();
	}

	/** The text as it is kept, with its placeholders by name. */
	public LetterText named(String key, LetterText kept, Locale locale) {
		List<String> names = placeholders(key, locale);
		return new LetterText(Placeholders.named(kept.subject(), names), Placeholders.named(kept.body(), names));
	}

	/** The text as somebody wrote it, with its placeholders by number, to be kept. */
	public LetterText numbered(String key, LetterText written, Locale locale) {
		List<String> names = placeholders(key, locale);
		return new LetterText(Placeholders.numbered(written.subject(), names),
				Placeholders.numbered(written.body(), names));
	}

	/**
	 * What stands in braces in a line somebody wrote and is no placeholder of that mail.
	 */
	public List<String> unknown(String key, String written, Locale locale) {
		return Placeholders.unknown(written, placeholders(key, locale));
	}

	private String raw(String key, String part, Locale locale) {
		// without arguments the placeholders stay where they are
		return messages.getMessage("mail." + key + "." + part, null, locale);
	}

	private static Set<String> read() {
		Set<String> found = new TreeSet<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:messages/*.properties")) {
				found.addAll(keysIn(file));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		found.removeAll(OF_NO_CASE);
		return found;
	}

	private static List<String> keysIn(Resource file) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
			texts.load(reader);
		}
		List<String> found = new ArrayList<>();
		for (String name : texts.stringPropertyNames()) {
			Matcher subject = SUBJECT.matcher(name);
			if (subject.matches()) {
				found.add(subject.group(1));
			}
		}
		return found;
	}

}
