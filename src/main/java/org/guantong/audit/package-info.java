/**
 * Append-only, hash-chained record of who did what.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity" })
package org.guantong.audit;
