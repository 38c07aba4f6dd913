/**
 * The engine behind one door: process gateway, inbox, forms, case history. The only
 * module that imports org.camunda.
 */
@org.springframework.modulith.ApplicationModule(
		allowedDependencies = { "shared", "spreadsheet", "identity", "audit", "notification" })
package org.guantong.workflow;
