/**
 * Funded projects, milestones, budgets and spending.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "calendar", "document", "intake", "attachment", "matching",
		"review", "review :: directory", "fund", "demand", "question", "guide" })
package org.guantong.project;
