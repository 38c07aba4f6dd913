package org.guantong.linkage;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * One thing in a trace. Of a thing the reader may not know only its kind is given, and
 * that it exists: id, code, title and state are null.
 *
 * @param ref what edges call it: {@code kind:id}, or {@code kind:undisclosed-n} with a
 * number that means something in this trace only
 */
public record TraceNode(String ref, Kind kind, Long id, String code, String title, String state) {

	static TraceNode disclosed(Ref ref, String code, String title, String state) {
		return new TraceNode(ref.toString(), ref.kind(), ref.id(), code, title, state);
	}

	static TraceNode undisclosed(Kind kind, int number) {
		return new TraceNode(kind.slug() + ":undisclosed-" + number, kind, null, null, null, null);
	}

	public boolean isDisclosed() {
		return id != null;
	}

}
