/**
 * Guide directions: drafting, validation, adoption, publication.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow",
				"workflow :: form", "matching", "wording", "review", "fund", "demand", "question", "document" })
package org.guantong.guide;
