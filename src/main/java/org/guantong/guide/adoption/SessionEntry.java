package org.guantong.guide.adoption;

import java.time.Instant;

/**
 * A session in a list.
 *
 * @param closedAt null while it is being recorded
 * @param adopted how many directions it adopted; 0 until it is closed
 */
public record SessionEntry(long id, String title, String roundTitle, Instant heldAt, Instant closedAt, int directions,
		int adopted) {
}
