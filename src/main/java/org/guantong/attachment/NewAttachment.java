package org.guantong.attachment;

/**
 * A file somebody wants to add.
 *
 * @param fileName what it was called where it came from
 * @param description what it shows; may be empty
 * @param notClassified the declaration that it holds nothing classified or sensitive
 * (非涉密承诺); nothing is taken without
 */
public record NewAttachment(String fileName, byte[] content, String description, boolean notClassified) {
}
