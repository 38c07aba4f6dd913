/**
 * Joint funds, co-funders, agreements, fields, rounds and their settings.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity", "audit",
		"notification", "workflow", "workflow :: form", "matching", "review" })
package org.guantong.fund;
