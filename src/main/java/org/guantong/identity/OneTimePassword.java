package org.guantong.identity;

import java.security.SecureRandom;

/**
 * A password for the first sign-in, to be shown once and replaced then.
 *
 * @param person whom it lets in
 * @param text 16 characters none of which is taken for another
 */
public record OneTimePassword(Person person, String text) {

	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXYZ234679";

	private static final SecureRandom RANDOM = new SecureRandom();

	static String random() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 16; i++) {
			text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

	@Override
	public String toString() {
		return "OneTimePassword[" + person.username() + "]";
	}

}
