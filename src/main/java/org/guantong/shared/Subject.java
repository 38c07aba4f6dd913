package org.guantong.shared;

/**
 * A thing as a person reads it in a list: where it points, its human-readable code and
 * its title.
 */
public record Subject(Ref ref, String code, String title) {

	public static Subject of(Kind kind, long id, String code, String title) {
		return new Subject(new Ref(kind, id), code, title);
	}

	public Kind kind() {
		return ref.kind();
	}

	public long id() {
		return ref.id();
	}

}
