package org.guantong.shared;

/**
 * Points at one thing: its kind and its database id. Its text form is the business key of
 * cases about it.
 */
public record Ref(Kind kind, long id) {

	/** Reads back what {@link #toString()} wrote, e.g. {@code guide-direction:12}. */
	public static Ref parse(String text) {
		int colon = text.lastIndexOf(':');
		if (colon < 0) {
			throw new IllegalArgumentException("not a reference: " + text);
		}
		return new Ref(Kind.ofSlug(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
	}

	@Override
	public String toString() {
		return kind.slug() + ":" + id;
	}

}
