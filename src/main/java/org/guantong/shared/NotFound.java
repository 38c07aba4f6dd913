package org.guantong.shared;

/**
 * There is no such thing, or none that this person may know of. Answered with 404 either
 * way.
 */
public class NotFound extends RuntimeException {

	public NotFound(String what, Object id) {
		super(what + " " + id);
	}

	public static NotFound of(Kind kind, Object id) {
		return new NotFound(kind.slug(), id);
	}

}
