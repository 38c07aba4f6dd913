/**
 * Mail by way of a transactional outbox.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet", "identity" })
package org.guantong.notification;
