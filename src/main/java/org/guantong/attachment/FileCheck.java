package org.guantong.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.Tika;

import org.guantong.document.OfficePackage;
import org.guantong.shared.InvalidInput;

/**
 * Whether a file is what its name says and harmless to whoever opens it: the content is
 * looked into, the name alone is never believed.
 */
final class FileCheck {

	private static final String FIELD = "file";

	private static final Tika TIKA = new Tika();

	private static final List<Charset> TEXT = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

	/** What a PDF could do by itself when it is opened. */
	private static final List<COSName> ACTIVE = List.of(COSName.OPEN_ACTION, COSName.AA, COSName.JAVA_SCRIPT,
			COSName.EMBEDDED_FILES, COSName.getPDFName("XFA"));

	private FileCheck() {
	}

	/**
	 * The kind of a file.
	 * @throws InvalidInput on the field {@code file}, with what to do about it
	 */
	static FileKind kindOf(String fileName, byte[] content) {
		FileKind claimed = FileKind.claimedBy(fileName)
			.orElseThrow(() -> InvalidInput.of(FIELD, "attachment.problem.kind"));
		switch (claimed) {
			case PDF -> requirePdf(content);
			case TEXT -> requireText(content);
			case PNG, JPEG -> requireType(claimed, content);
			default -> requireOffice(claimed, content);
		}
		return claimed;
	}

	private static void requireType(FileKind claimed, byte[] content) {
		if (!TIKA.detect(content).equals(claimed.type().toString())) {
			throw InvalidInput.of(FIELD, "attachment.problem.other");
		}
	}

	private static void requireOffice(FileKind claimed, byte[] content) {
		String type = TIKA.detect(content);
		if (type.equals("application/x-tika-msoffice") || type.startsWith("application/x-tika-ooxml-protected")) {
			throw InvalidInput.of(FIELD, "attachment.problem.locked");
		}
		OfficePackage.fault(content, claimed.mainPart()).ifPresent((fault) -> {
			throw switch (fault) {
				case UNREADABLE -> InvalidInput.of(FIELD, "attachment.problem.other");
				case LARGE -> InvalidInput.of(FIELD, "attachment.problem.unpacked");
				case ACTIVE -> InvalidInput.of(FIELD, "attachment.problem.active");
			};
		});
	}

	private static void requirePdf(byte[] content) {
		requireType(FileKind.PDF, content);
		try (PDDocument pdf = Loader.loadPDF(content)) {
			if (pdf.isEncrypted()) {
				throw InvalidInput.of(FIELD, "attachment.problem.locked");
			}
			COSDictionary catalog = pdf.getDocumentCatalog().getCOSObject();
			if (acts(catalog) || acts(catalog.getCOSDictionary(COSName.NAMES))
					|| acts(catalog.getCOSDictionary(COSName.ACRO_FORM))) {
				throw InvalidInput.of(FIELD, "attachment.problem.active");
			}
		}
		catch (InvalidPasswordException ex) {
			throw InvalidInput.of(FIELD, "attachment.problem.locked");
		}
		catch (IOException ex) {
			throw InvalidInput.of(FIELD, "attachment.problem.other");
		}
	}

	/** A destination to open at is harmless, an action is not. */
	private static boolean acts(COSDictionary part) {
		return part != null && ACTIVE.stream()
			.anyMatch((name) -> part.containsKey(name)
					&& (!name.equals(COSName.OPEN_ACTION) || part.getCOSDictionary(name) != null));
	}

	private static void requireText(byte[] content) {
		for (byte one : content) {
			if (one == 0) {
				throw InvalidInput.of(FIELD, "attachment.problem.other");
			}
		}
		if (TEXT.stream().noneMatch((charset) -> reads(charset, content))) {
			throw InvalidInput.of(FIELD, "attachment.problem.other");
		}
	}

	private static boolean reads(Charset charset, byte[] content) {
		try {
			charset.newDecoder().decode(ByteBuffer.wrap(content));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
