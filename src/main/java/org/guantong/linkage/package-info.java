/**
 * Trace, statistics and the public portal: reads all, imported by none.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "attachment", "matching", "review", "fund", "demand",
		"question", "guide", "guide :: edition", "document", "project", "project :: payment", "project :: change",
		"midterm", "midterm :: portfolio", "midterm :: visit", "achievement", "transfer" })
package org.guantong.linkage;
