/**
 * Panels, invitations, conflicts, scores and verdicts on a subject under review.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "matching", "document" })
package org.guantong.review;
