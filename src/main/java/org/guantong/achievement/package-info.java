/**
 * Closure, registry and classification of results.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow",
				"workflow :: form", "matching", "review", "fund", "demand", "question", "guide", "project", "midterm" })
package org.guantong.achievement;
