/**
 * Matching, agreements and incubation of results.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow", "matching",
				"review", "fund", "demand", "question", "guide", "project", "midterm", "achievement" })
package org.guantong.transfer;
