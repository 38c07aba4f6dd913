package org.guantong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;

/**
 * The type PDFs embed. In the font the radicals of the Kangxi dictionary share their
 * glyphs with everyday characters, and a PDF would be searched and copied as 「⽂」 where
 * 「文」 was written; so the font is read without those radicals, and a text that holds one
 * is written with its everyday character.
 */
enum ChineseType {

	REGULAR("Regular"), BOLD("Bold");

	private static final int FIRST = 0x2E80;

	private static final int LAST = 0x2FDF;

	private static final Pattern RADICAL = Pattern.compile("[\u2E80-\u2FDF]");

	private static final int SEGMENTED_COVERAGE = 12;

	private final String weight;

	private volatile byte[] font;

	ChineseType(String weight) {
		this.weight = weight;
	}

	InputStream open() {
		byte[] known = font;
		if (known == null) {
			known = read();
			font = known;
		}
		return new ByteArrayInputStream(known);
	}

	/** The text with everyday characters in place of radicals. */
	static String everyday(String text) {
		return RADICAL.matcher(text).replaceAll((found) -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
	}

	private byte[] read() {
		try {
			byte[] file = new ClassPathResource("fonts/ttf/NotoSansSC/NotoSansSC-" + weight + ".ttf")
				.getContentAsByteArray();
			dropRadicals(ByteBuffer.wrap(file));
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// OpenType 1.9: table directory, table cmap, subtables of format 12
	private static void dropRadicals(ByteBuffer file) {
		int tables = file.getShort(4);
		for (int i = 0; i < tables; i++) {
			int entry = 12 + 16 * i;
			if (file.getInt(entry) == 0x636D6170) {
				int cmap = file.getInt(entry + 8);
				for (int k = 0; k < file.getShort(cmap + 2); k++) {
					int subtable = cmap + file.getInt(cmap + 4 + 8 * k + 4);
					if (file.getShort(subtable) == SEGMENTED_COVERAGE) {
						dropRadicals(file, subtable);
					}
				}
			}
		}
	}

	private static void dropRadicals(ByteBuffer file, int subtable) {
		int groups = file.getInt(subtable + 12);
		List<int[]> kept = new ArrayList<>();
		for (int i = 0; i < groups; i++) {
			int at = subtable + 16 + 12 * i;
			int start = file.getInt(at);
			int end = file.getInt(at + 4);
			int glyph = file.getInt(at + 8);
			keep(kept, start, Math.min(end, FIRST - 1), glyph);
			int after = Math.max(start, LAST + 1);
			keep(kept, after, end, glyph + after - start);
		}
		if (kept.size() > groups) {
			return;
		}
		file.putInt(subtable + 12, kept.size());
		for (int i = 0; i < kept.size(); i++) {
			int at = subtable + 16 + 12 * i;
			int[] group = kept.get(i);
			file.putInt(at, group[0]).putInt(at + 4, group[1]).putInt(at + 8, group[2]);
		}
	}

	private static void keep(List<int[]> kept, int start, int end, int glyph) {
		if (start <= end) {
			kept.add(new int[] { start, end, glyph });
		}
	}

}
