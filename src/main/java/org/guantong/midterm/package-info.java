/**
 * Mid-term check and rectification.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow",
				"workflow :: form", "calendar", "document", "attachment", "matching", "review", "fund", "demand",
				"question", "guide", "project", "project :: payment", "project :: change", "project :: annual" })
package org.guantong.midterm;
