package org.guantong.identity;

/** Makes what somebody typed into a search box a pattern of SQL's LIKE. */
final class LikePattern {

	private LikePattern() {
	}

	static String containing(String words) {
		String literal = words == null ? "" : words.strip();
		return "%" + literal.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
