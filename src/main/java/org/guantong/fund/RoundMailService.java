package org.guantong.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.notification.LetterCatalogue;
import org.guantong.notification.LetterText;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;

/** The words of a round's mails: the usual ones, or its own. */
@Service
@Transactional
public class RoundMailService {

	/** The languages mails are written in. */
	public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

	private static final int LONGEST_SUBJECT = 150;

	private static final int LONGEST_BODY = 4000;

	private final RoundMailTexts texts;

	private final LetterCatalogue catalogue;

	private final Rounds rounds;

	private final AuditTrail audit;

	RoundMailService(RoundMailTexts texts, LetterCatalogue catalogue, Rounds rounds, AuditTrail audit) {
		this.texts = texts;
		this.catalogue = catalogue;
		this.rounds = rounds;
		this.audit = audit;
	}

	/**
	 * One mail in one language.
	 *
	 * @param text what is sent, its placeholders by name
	 * @param usual what would be sent if the round had no words of its own
	 * @param placeholders the names that may stand in braces
	 */
	public record RoundMail(String key, Locale language, LetterText text, LetterText usual, List<String> placeholders,
			boolean own) {
	}

	/**
	 * A mail in the list of all.
	 *
	 * @param subject the usual one, placeholders by name
	 * @param own whether the round has words of its own for it, in some language
	 */
	public record Listed(String key, String subject, boolean own) {
	}

	/** All mails of a round's cases. */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public List<Listed> list(Person actor, long roundId, Locale language) {
		Set<String> own = Set.copyOf(texts.keys(rounds.require(roundId).id()));
		return catalogue.keys()
			.stream()
			.map((key) -> new Listed(key, catalogue.usual(key, language).subject(), own.contains(key)))
			.toList();
	}

	/**
	 * A mail in each language.
	 * @throws NotFound when there is no such round or mail
	 */
	@Transactional(readOnly = true)
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public List<RoundMail> read(Person actor, long roundId, String key) {
		requireMail(roundId, key);
		return LANGUAGES.stream().map((language) -> mail(roundId, key, language)).toList();
	}

	/**
	 * Gives a mail other words, in the languages that are named. Words that are empty, or
	 * the usual ones, mean the usual ones.
	 * @param written placeholders by name; plain text, of which nothing is read as
	 * mark-up
	 * @throws InvalidInput naming {@code zh.subject}, {@code en.body} and so on
	 */
	@PreAuthorize("@fundPermissions.mayManageFunds(#actor)")
	public void write(Person actor, long roundId, String key, Map<Locale, LetterText> written) {
		Round round = requireMail(roundId, key);
		List<FieldProblem> problems = new ArrayList<>();
		written.forEach((language, text) -> check(key, language, tidied(text), problems));
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		written.forEach((language, text) -> keep(roundId, key, language, tidied(text)));
		audit.record(actor, "round.mail-changed", round.subject().ref(), key);
	}

	private void keep(long roundId, String key, Locale language, LetterText text) {
		LetterText usual = catalogue.usual(key, language);
		if (isEmpty(text) || text.equals(tidied(usual))) {
			texts.remove(roundId, key, language);
		}
		else {
			texts.write(roundId, key, language, catalogue.numbered(key, text, language));
		}
	}

	private void check(String key, Locale language, LetterText text, List<FieldProblem> problems) {
		if (isEmpty(text)) {
			return;
		}
		checkPart(key, language, "subject", text.subject(), LONGEST_SUBJECT, problems);
		checkPart(key, language, "body", text.body(), LONGEST_BODY, problems);
	}

	private void checkPart(String key, Locale language, String part, String text, int most,
			List<FieldProblem> problems) {
		String field = language.getLanguage() + "." + part;
		int length = text.codePointCount(0, text.length());
		if (text.isEmpty()) {
			problems.add(FieldProblem.of(field, "form.required"));
		}
		if (length > most) {
			problems.add(FieldProblem.of(field, "form.tooLong", most, length));
		}
		catalogue.unknown(key, text, language)
			.stream()
			.findFirst()
			.ifPresent((name) -> problems.add(FieldProblem.of(field, "fund.problem.placeholder", "{" + name + "}",
					String.join(" ", braced(key, language)))));
	}

	private List<String> braced(String key, Locale language) {
		return catalogue.placeholders(key, language).stream().map((name) -> "{" + name + "}").toList();
	}

	private RoundMail mail(long roundId, String key, Locale language) {
		LetterText usual = catalogue.usual(key, language);
		return texts.of(roundId, key, language)
			.map((own) -> new RoundMail(key, language, catalogue.named(key, own, language), usual,
					catalogue.placeholders(key, language), true))
			.orElseGet(() -> new RoundMail(key, language, usual, usual, catalogue.placeholders(key, language), false));
	}

	private Round requireMail(long roundId, String key) {
		if (!catalogue.knows(key)) {
			throw new NotFound("mail", key);
		}
		return rounds.require(roundId);
	}

	private static boolean isEmpty(LetterText text) {
		return text.subject().isEmpty() && text.body().isEmpty();
	}

	/** Without what nobody sees: control characters, and space around it. */
	private static LetterText tidied(LetterText text) {
		return new LetterText(text.subject().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip(),
				text.body().replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip());
	}

}
