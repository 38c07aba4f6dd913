/**
 * Trace, statistics and the public portal: reads all, imported by none.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "matching", "review", "fund", "demand", "question", "guide", "guide :: edition",
		"document", "project", "midterm", "achievement", "transfer" })
package org.guantong.linkage;
