/**
 * Files people add to things: looked into, kept in the database, handed out again. Whose
 * they are is told by the stage that has the thing, by
 * {@link org.guantong.attachment.AttachmentOwner}.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "identity", "audit", "document", "workflow :: form" })
package org.guantong.attachment;
