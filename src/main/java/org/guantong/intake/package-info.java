/**
 * Things entered in bulk: a workbook made from an entry form, filled in with Excel, taken
 * whole or not at all. What is entered is the business of the stage that offers it by
 * {@link org.guantong.intake.BulkEntry}.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "workflow", "workflow :: form" })
package org.guantong.intake;
