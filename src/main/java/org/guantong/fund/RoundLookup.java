package org.guantong.fund;

import java.util.Optional;

import org.guantong.shared.Ref;

/**
 * Which round the things of a later stage belong to. The rounds declare this, the stages
 * after them answer, so that nothing points upstream.
 */
public interface RoundLookup {

	/** The id of that thing's round; empty when it is none of this stage's. */
	Optional<Long> roundOf(Ref ref);

}
