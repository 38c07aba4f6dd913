/**
 * Mid-term check and rectification.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "calendar", "document", "attachment", "matching", "review",
		"fund", "demand", "question", "guide", "project" })
package org.guantong.midterm;
