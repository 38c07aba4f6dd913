/**
 * Distilling demands into scientific questions.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "matching", "review", "fund", "demand" })
package org.guantong.question;
