package org.guantong.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that ties an entry to the one before it: SHA-256 over the previous hash and
 * every field, each with its length in front so that no two entries read alike.
 */
final class Seal {

	private Seal() {
	}

	static byte[] of(AuditEntry entry, byte[] previous) {
		MessageDigest digest = sha256();
		digest.update(previous);
		add(digest, entry.id());
		add(digest, entry.happenedAt());
		add(digest, entry.actorId());
		add(digest, entry.actorName());
		add(digest, entry.action());
		add(digest, entry.subject());
		add(digest, entry.detail());
		return digest.digest();
	}

	private static void add(MessageDigest digest, Object field) {
		if (field == null) {
			digest.update(length(-1));
			return;
		}
		byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
		digest.update(length(text.length));
		digest.update(text);
	}

	private static byte[] length(int length) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
