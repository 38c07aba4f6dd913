package org.guantong.notification;

import java.util.Locale;
import java.util.Optional;

/**
 * Texts that stand in for those of the message files. The outbox declares this, whoever
 * keeps such texts answers.
 */
public interface OwnLetterTexts {

	/**
	 * The text for that notice; empty where the usual one is to be used.
	 * @param thread as {@link Notice#thread()}
	 */
	Optional<LetterText> find(String key, String thread, Locale locale);

}
