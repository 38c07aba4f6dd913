package org.guantong.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks at a file before anything opens it as a workbook: whether it is one by its
 * content, small enough once unpacked, and free of macros, embedded objects and links to
 * elsewhere.
 */
public final class BookCheck {

	/** Largest workbook taken, in bytes: 2,000 filled rows take about 3 MB. */
	public static final int LARGEST = 10 * 1024 * 1024;

	/** Most a workbook may hold once unpacked, in bytes. */
	private static final int LARGEST_UNPACKED = 96 * 1024 * 1024;

	private static final int MOST_PARTS = 400;

	private static final int BUFFER = 64 * 1024;

	/** How far into a part a document type could be declared; the readers take none. */
	private static final int PROLOGUE = 512;

	private static final byte[] OLD_FORMAT = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };

	private static final List<String> ACTIVE = List.of("vbaproject", "/activex/", "/embeddings/", "/externallinks/",
			"/macrosheets/", "/dialogsheets/", "/connections.xml", "/querytables/");

	private final Set<String> parts = new HashSet<>();

	private long unpacked;

	private boolean isWorkbook;

	private BookCheck() {
	}

	/**
	 * Passes a workbook in the format of Excel 2007 and later.
	 * @throws BadBook for anything else
	 */
	public static void require(byte[] file) throws BadBook {
		if (file.length > LARGEST) {
			throw new BadBook("spreadsheet.bad.large");
		}
		if (startsWith(file, OLD_FORMAT)) {
			throw new BadBook("spreadsheet.bad.old");
		}
		if (!startsWith(file, new byte[] { 'P', 'K', 3, 4 })) {
			throw new BadBook("spreadsheet.bad.type");
		}
		new BookCheck().walk(file);
	}

	private void walk(byte[] file) throws BadBook {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
				name("/" + part.getName().toLowerCase(Locale.ROOT));
				content(part.getName(), zip);
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new BadBook("spreadsheet.bad.broken");
		}
		if (!isWorkbook) {
			throw new BadBook("spreadsheet.bad.type");
		}
	}

	private void name(String name) throws BadBook {
		if (!parts.add(name) || parts.size() > MOST_PARTS) {
			throw new BadBook("spreadsheet.bad.broken");
		}
		if (ACTIVE.stream().anyMatch(name::contains)) {
			throw new BadBook("spreadsheet.bad.active");
		}
	}

	private void content(String name, ZipInputStream zip) throws IOException, BadBook {
		byte[] head = zip.readNBytes(PROLOGUE);
		String beginning = new String(head, StandardCharsets.UTF_8);
		if (beginning.contains("<!DOCTYPE") || beginning.indexOf('\0') >= 0 && !name.startsWith("xl/media/")) {
			throw new BadBook("spreadsheet.bad.broken");
		}
		count(head.length);
		boolean types = name.equals("[Content_Types].xml");
		StringBuilder rest = new StringBuilder(beginning);
		byte[] buffer = new byte[BUFFER];
		for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
			count(read);
			if (types) {
				rest.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
			}
		}
		if (types) {
			isWorkbook = rest.indexOf("spreadsheetml.sheet.main+xml") >= 0 && rest.indexOf("macroEnabled") < 0;
		}
	}

	private void count(int read) throws BadBook {
		unpacked += read;
		if (unpacked > LARGEST_UNPACKED) {
			throw new BadBook("spreadsheet.bad.large");
		}
	}

	private static boolean startsWith(byte[] file, byte[] start) {
		for (int index = 0; index < start.length; index++) {
			if (file.length <= index || file[index] != start[index]) {
				return false;
			}
		}
		return true;
	}

}
