package org.guantong.linkage;

/**
 * Which published directions are looked for; what is blank or null does not matter.
 *
 * @param words all of which stand in code, title or text
 * @param field a field's code
 * @param category code of a grant category
 * @param code an application code, or how one begins
 */
public record PublicFilter(String words, String field, Integer year, Long fund, String category, String code) {

	public static final PublicFilter NONE = new PublicFilter("", "", null, null, "", "");

	public PublicFilter {
		words = words == null ? "" : words;
		field = field == null ? "" : field;
		category = category == null ? "" : category;
		code = code == null ? "" : code.strip().toUpperCase(java.util.Locale.ROOT);
	}

}
