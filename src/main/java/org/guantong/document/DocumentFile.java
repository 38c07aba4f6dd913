package org.guantong.document;

import java.nio.charset.StandardCharsets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A finished file.
 *
 * @param name how it is called when saved, with its ending
 */
public record DocumentFile(String name, MediaType type, byte[] content) {

	public static final MediaType WORD = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	public static DocumentFile pdf(String name, byte[] content) {
		return new DocumentFile(name, MediaType.APPLICATION_PDF, content);
	}

	public static DocumentFile word(String name, byte[] content) {
		return new DocumentFile(name, WORD, content);
	}

	/**
	 * The file as a download; never shown inside a page, never guessed to be another
	 * type, and of no site should a program open it all the same.
	 */
	public ResponseEntity<byte[]> download() {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(safe(name), StandardCharsets.UTF_8).build().toString())
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.body(content);
	}

	private static String safe(String name) {
		return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", "_");
	}

}
