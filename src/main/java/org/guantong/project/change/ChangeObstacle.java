package org.guantong.project.change;

import java.util.Optional;

/** Later stages say what stands against a change for now. */
public interface ChangeObstacle {

	/**
	 * Key of the sentence that says what has to be finished first; empty when nothing.
	 */
	Optional<String> against(ProjectChange change);

}
