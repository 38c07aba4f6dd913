package org.guantong.wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.guantong.shared.Kind;

/**
 * A text to be looked at, as the stage that has it hands it over.
 *
 * @param kind DEMAND or GUIDE_DIRECTION
 * @param id the thing's own id, so that it is not found to overlap with itself; null
 * while it is new
 * @param roundId the round it belongs to
 * @param parts what it says by field, the title under {@code title}; none is null
 * @param codes application codes given
 * @param warned words of the round that are worth a warning, e.g. 开发
 */
public record Draft(Kind kind, Long id, long roundId, Map<String, String> parts, List<String> codes,
		Set<String> warned) {

	public Draft {
		parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
		codes = List.copyOf(codes);
		warned = Set.copyOf(warned);
	}

	/** What a field says; empty where it says nothing. */
	public String part(String field) {
		return parts.getOrDefault(field, "");
	}

	public boolean isDirection() {
		return kind == Kind.GUIDE_DIRECTION;
	}

	/** All of it as one text. */
	public String whole() {
		return String.join("。", parts.values());
	}

}
