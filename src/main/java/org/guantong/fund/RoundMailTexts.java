package org.guantong.fund;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.notification.LetterText;
import org.guantong.notification.OwnLetterTexts;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Cases;

/** A round's own words for mails about its cases. */
@Component
class RoundMailTexts implements OwnLetterTexts {

	private static final Pattern THREAD = Pattern.compile("([a-z]+)-(\\d+)");

	/**
	 * What a thread's number is the id of, by the word before it; a guide is a round's.
	 */
	private static final Map<String, Kind> KINDS = Map.of("round", Kind.ROUND, "guide", Kind.ROUND, "demand",
			Kind.DEMAND, "question", Kind.SCIENTIFIC_QUESTION, "direction", Kind.GUIDE_DIRECTION, "meeting",
			Kind.MEETING);

	private final JdbcClient jdbc;

	// the cases need the steps, the steps need the mails
	private final ObjectProvider<Cases> cases;

	private final RoundMembership membership;

	RoundMailTexts(JdbcClient jdbc, ObjectProvider<Cases> cases, RoundMembership membership) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.membership = membership;
	}

	@Override
	public Optional<LetterText> find(String key, String thread, Locale locale) {
		Matcher about = THREAD.matcher(thread);
		// most rounds have no words of their own: one look saves looking for the round
		if (!about.matches() || !isAnywhere(key, language(locale))) {
			return Optional.empty();
		}
		return subject(about.group(1), Long.parseLong(about.group(2))).flatMap(membership::of)
			.flatMap((round) -> of(round, key, locale));
	}

	private Optional<Ref> subject(String word, long id) {
		return word.equals("case") ? cases.getObject().find(id).map((found) -> found.subject().ref())
				: Optional.ofNullable(KINDS.get(word)).map((kind) -> new Ref(kind, id));
	}

	/** The round's own words, placeholders by number; empty where it has none. */
	Optional<LetterText> of(long roundId, String key, Locale locale) {
		return jdbc.sql("select subject, body from round_mail_text where round_id = ? and key = ? and language = ?")
			.params(roundId, key, language(locale))
			.query((row, index) -> new LetterText(row.getString("subject"), row.getString("body")))
			.optional();
	}

	/** Keys of the mails that the round has own words for in some language. */
	List<String> keys(long roundId) {
		return jdbc.sql("select distinct key from round_mail_text where round_id = ? order by key")
			.param(roundId)
			.query(String.class)
			.list();
	}

	void write(long roundId, String key, Locale locale, LetterText text) {
		jdbc.sql("""
				insert into round_mail_text (round_id, key, language, subject, body)
				values (:round, :key, :language, :subject, :body)
				on conflict (round_id, key, language) do update set subject = excluded.subject, body = excluded.body
				""")
			.param("round", roundId)
			.param("key", key)
			.param("language", language(locale))
			.param("subject", text.subject())
			.param("body", text.body())
			.update();
	}

	void remove(long roundId, String key, Locale locale) {
		jdbc.sql("delete from round_mail_text where round_id = ? and key = ? and language = ?")
			.params(roundId, key, language(locale))
			.update();
	}

	void copy(long from, long to) {
		jdbc.sql("""
				insert into round_mail_text (round_id, key, language, subject, body)
				select :to, key, language, subject, body from round_mail_text where round_id = :from
				""").param("to", to).param("from", from).update();
	}

	private boolean isAnywhere(String key, String language) {
		return jdbc.sql("select exists (select 1 from round_mail_text where key = ? and language = ?)")
			.params(key, language)
			.query(Boolean.class)
			.single();
	}

	private static String language(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh";
	}

}
