/**
 * Which days are worked: weekends, public holidays and the days worked in their place
 * (调休), as data the office keeps. Deadlines counted in working days go by it.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "workflow :: form" })
package org.guantong.calendar;
