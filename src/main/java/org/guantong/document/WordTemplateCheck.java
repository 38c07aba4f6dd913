package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

import org.guantong.shared.InvalidInput;

/**
 * Whether a file is a Word template that can be filled in, and nothing worse: no macros,
 * no embedded objects, nothing loaded from elsewhere, no placeholder nobody fills.
 */
final class WordTemplateCheck {

	/** Most bytes of a template, packed and unpacked. */
	static final int MOST = 5_000_000;

	private static final long MOST_UNPACKED = 60_000_000;

	private static final int MOST_PARTS = 2_000;

	private static final String MAIN = DocumentFile.WORD + ".main+xml";

	private static final String FIELD = "file";

	private WordTemplateCheck() {
	}

	/**
	 * @throws InvalidInput saying what is wrong with it
	 */
	static void require(WordKind kind, byte[] content) {
		if (content.length == 0 || content.length > MOST) {
			throw InvalidInput.of(FIELD, "document.problem.size", MOST / 1_000_000);
		}
		requireHarmless(content);
		requireKnownPlaceholders(kind, content);
		try {
			Word.fill(content, kind.sample(), "", Instant.EPOCH);
		}
		catch (RuntimeException ex) {
			throw InvalidInput.of(FIELD, "document.problem.trial", reason(ex));
		}
	}

	private static void requireHarmless(byte[] content) {
		try {
			requireBounded(content);
			try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(content))) {
				boolean word = false;
				for (PackagePart part : parts.getParts()) {
					String type = part.getContentType();
					word |= MAIN.equals(type);
					if (isActive(part, type) || (!part.isRelationshipPart() && loads(part))) {
						throw InvalidInput.of(FIELD, "document.problem.active");
					}
				}
				if (!word) {
					throw InvalidInput.of(FIELD, "document.problem.notWord");
				}
				parts.revert();
			}
		}
		catch (IOException | OpenXML4JException | RuntimeException ex) {
			if (ex instanceof InvalidInput known) {
				throw known;
			}
			throw InvalidInput.of(FIELD, "document.problem.notWord");
		}
	}

	/** Unpacks it once before anything larger is built from it. */
	private static void requireBounded(byte[] content) throws IOException {
		long unpacked = 0;
		int parts = 0;
		byte[] buffer = new byte[8192];
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				parts++;
				for (int read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
					unpacked += read;
					if (unpacked > MOST_UNPACKED || parts > MOST_PARTS) {
						throw InvalidInput.of(FIELD, "document.problem.size", MOST / 1_000_000);
					}
				}
			}
		}
	}

	private static boolean isActive(PackagePart part, String type) {
		String name = part.getPartName().getName().toLowerCase(java.util.Locale.ROOT);
		return type.contains("macroEnabled") || type.contains("vbaProject") || type.contains("activeX")
				|| type.contains("oleObject") || name.contains("/embeddings/");
	}

	/** Links a reader may follow are allowed; what Word would load by itself is not. */
	private static boolean loads(PackagePart part) throws OpenXML4JException {
		for (PackageRelationship link : part.getRelationships()) {
			if (link.getTargetMode() == TargetMode.EXTERNAL && !link.getRelationshipType().endsWith("/hyperlink")) {
				return true;
			}
		}
		return false;
	}

	private static void requireKnownPlaceholders(WordKind kind, byte[] content) {
		Set<String> used = new HashSet<>();
		List<String> unknown = new ArrayList<>();
		try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(content), Word.configuration())) {
			collect(template.getElementTemplates(), used);
		}
		catch (IOException | RuntimeException ex) {
			throw InvalidInput.of(FIELD, "document.problem.trial", reason(ex));
		}
		Set<String> known = new HashSet<>();
		kind.placeholders().forEach((placeholder) -> known.add(placeholder.name()));
		used.stream().filter((name) -> !known.contains(name)).sorted().forEach(unknown::add);
		if (!unknown.isEmpty()) {
			throw InvalidInput.of(FIELD, "document.problem.unknown", String.join("、", unknown));
		}
		List<String> missing = kind.placeholders()
			.stream()
			.filter((placeholder) -> placeholder.required() && !used.contains(placeholder.name()))
			.map((placeholder) -> "{{" + placeholder.name() + "}}")
			.toList();
		if (!missing.isEmpty()) {
			throw InvalidInput.of(FIELD, "document.problem.missing", String.join("、", missing));
		}
	}

	private static void collect(List<MetaTemplate> elements, Set<String> used) {
		for (MetaTemplate element : elements) {
			if (element instanceof BlockTemplate block) {
				used.add(block.getStartMark().getTagName());
				collect(block.getTemplates(), used);
			}
			else if (element instanceof RunTemplate run) {
				used.add(run.getTagName());
			}
		}
	}

	private static String reason(Exception ex) {
		String message = ex.getMessage() == null ? ex.getClass().getSimpleName() : ex.getMessage();
		return message.length() > 200 ? message.substring(0, 200) : message;
	}

}
