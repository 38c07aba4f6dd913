package org.guantong.attachment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.MediaType;

/** The kinds of files that are taken: documents and pictures that run nothing. */
public enum FileKind {

	PDF("application/pdf", null, "pdf"),
	WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".main+xml", "docx"),
	EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".main+xml", "xlsx"),
	POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".main+xml", "pptx"),
	PNG("image/png", null, "png"), JPEG("image/jpeg", null, "jpg", "jpeg"), TEXT("text/plain", null, "txt");

	private final MediaType type;

	private final String mainPart;

	private final String[] endings;

	FileKind(String type, String mainSuffix, String... endings) {
		this.type = MediaType.parseMediaType(type);
		this.mainPart = mainSuffix == null ? null : type + mainSuffix;
		this.endings = endings;
	}

	public MediaType type() {
		return type;
	}

	/** Whether it is a package of Office parts. */
	boolean isOffice() {
		return mainPart != null;
	}

	/** Content type of the part that makes a package this kind. */
	String mainPart() {
		return mainPart;
	}

	/** The kind a file claims to be by the ending of its name. */
	static Optional<FileKind> claimedBy(String fileName) {
		String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((kind) -> Arrays.asList(kind.endings).contains(ending)).findFirst();
	}

	/** All endings, for the file picker of a page: {@code .pdf,.docx}. */
	public static String accepted() {
		return Arrays.stream(values())
			.flatMap((kind) -> Arrays.stream(kind.endings))
			.map((ending) -> "." + ending)
			.reduce((some, more) -> some + "," + more)
			.orElseThrow();
	}

}
