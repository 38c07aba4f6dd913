package org.guantong.guide.desk;

import java.io.Serializable;

/**
 * What became of one review that was to be handed in.
 *
 * @param done false when it was not taken
 * @param problem message that says why not; null when it was taken
 */
public record Handed(String taskId, String code, String title, boolean done, String problem) implements Serializable {
}
