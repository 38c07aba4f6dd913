package org.guantong.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;

/**
 * A workbook as it was sent.
 *
 * @param scope where its rows are to be entered
 * @param language in which its problems are told, {@code zh} or {@code en}
 */
record Sending(Person actor, Kind kind, long scope, String fileName, byte[] file, String language, boolean onlyCheck) {

	String hash() {
		return sha256(file);
	}

	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
