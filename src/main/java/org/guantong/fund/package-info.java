/**
 * Joint funds, co-funders, agreements, fields, rounds and their settings.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "identity", "audit", "notification", "workflow", "matching", "review" })
package org.guantong.fund;
