package org.guantong.linkage;

import java.util.Arrays;

/** What somebody typed into a search box. */
final class Words {

	/** More words than this are not looked at. */
	private static final int LIMIT = 8;

	private Words() {
	}

	/** Patterns of SQL's LIKE, one for each word; none when there are no words. */
	static String[] patterns(String words) {
		if (words == null || words.isBlank()) {
			return new String[0];
		}
		return Arrays.stream(words.strip().split("[\\s\\u3000]+"))
			.limit(LIMIT)
			.map((word) -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
			.toArray(String[]::new);
	}

}
