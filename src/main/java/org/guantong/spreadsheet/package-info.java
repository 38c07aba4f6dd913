/**
 * Workbooks in and out: every list as an Excel file, and workbooks people send read
 * safely. Knows no stage and no form.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared" })
package org.guantong.spreadsheet;
