package org.guantong.linkage.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a dossier.
 *
 * @param path within the archive, folders with slashes
 */
public record DossierFile(String path, byte[] content) {

	public int size() {
		return content.length;
	}

	/** What the index says of the content, so that a change would show. */
	public String sha256() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
