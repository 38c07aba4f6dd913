/**
 * Mid-term check and rectification.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow", "document",
				"attachment", "matching", "review", "fund", "demand", "question", "guide", "project" })
package org.guantong.midterm;
