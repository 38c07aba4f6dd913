package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/**
 * Looks into a file of Word, Excel or PowerPoint (format of 2007 and later) before
 * anything larger is built from it.
 */
public final class OfficePackage {

	private static final long MOST_UNPACKED = 200_000_000;

	private static final int MOST_PARTS = 2_000;

	private OfficePackage() {
	}

	/** What is wrong with a file. */
	public enum Fault {

		/** Not what it should be, or damaged. */
		UNREADABLE,
		/** Too large once unpacked. */
		LARGE,
		/** Runs, embeds or loads something: macros, objects, parts from elsewhere. */
		ACTIVE

	}

	/**
	 * What is wrong with it, if anything.
	 * @param main content type of the part that makes it what it should be, e.g. that of
	 * a Word document
	 */
	public static Optional<Fault> fault(byte[] content, String main) {
		try {
			return exceeds(content) ? Optional.of(Fault.LARGE) : look(content, main);
		}
		catch (IOException | OpenXML4JException | RuntimeException ex) {
			return Optional.of(Fault.UNREADABLE);
		}
	}

	private static Optional<Fault> look(byte[] content, String main) throws IOException, OpenXML4JException {
		try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
			boolean found = false;
			for (PackagePart part : parts.getParts()) {
				String type = part.getContentType();
				found |= main.equals(type);
				if (isActive(part, type) || (!part.isRelationshipPart() && loads(part))) {
					parts.revert();
					return Optional.of(Fault.ACTIVE);
				}
			}
			parts.revert();
			return found ? Optional.empty() : Optional.of(Fault.UNREADABLE);
		}
	}

	private static boolean exceeds(byte[] content) throws IOException {
		long unpacked = 0;
		int parts = 0;
		byte[] buffer = new byte[8192];
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts++;
				for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
					unpacked += read;
					if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
						return true;
					}
				}
			}
		}
		return false;
	}

	private static boolean isActive(PackagePart part, String type) {
		String name = part.getPartName().getName().toLowerCase(Locale.ROOT);
		return type.contains("macroEnabled") || type.contains("vbaProject") || type.contains("activeX")
				|| type.contains("oleObject") || name.contains("/embeddings/") || name.contains("/externallinks/")
				|| name.endsWith("/connections.xml");
	}

	/** Links a reader may follow are allowed; what is loaded by itself is not. */
	private static boolean loads(PackagePart part) throws OpenXML4JException {
		for (PackageRelationship link : part.getRelationships()) {
			if (link.getTargetMode() == TargetMode.EXTERNAL && !link.getRelationshipType().endsWith("/hyperlink")) {
				return true;
			}
		}
		return false;
	}

}
