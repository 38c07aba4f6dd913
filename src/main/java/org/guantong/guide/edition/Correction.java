package org.guantong.guide.edition;

import java.util.List;

/**
 * A correction under way.
 *
 * @param edition what it will be once a second officer has confirmed it
 * @param draftedBy name of the officer who drafts it
 * @param directions what it says of every direction
 * @param changes what it changes against the edition in force
 */
public record Correction(Edition edition, String draftedBy, List<EditionDirection> directions,
		List<DirectionChange> changes) {
}
