/**
 * Demand collection: the needs of the co-funders.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification", "workflow",
				"workflow :: form", "attachment", "intake", "matching", "wording", "review", "fund" })
package org.guantong.demand;
