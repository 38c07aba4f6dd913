package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.template.BlockTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;

import org.guantong.shared.InvalidInput;

/**
 * Whether a file is a Word template that can be filled in, and nothing worse: no macros,
 * no embedded objects, nothing loaded from elsewhere, no placeholder nobody fills.
 */
final class WordTemplateCheck {

	/** Most bytes of a template. */
	static final int MOST = 5_000_000;

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
		OfficePackage.fault(content, MAIN).ifPresent((fault) -> {
			throw switch (fault) {
				case UNREADABLE -> InvalidInput.of(FIELD, "document.problem.notWord");
				case LARGE -> InvalidInput.of(FIELD, "document.problem.size", MOST / 1_000_000);
				case ACTIVE -> InvalidInput.of(FIELD, "document.problem.active");
			};
		});
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
