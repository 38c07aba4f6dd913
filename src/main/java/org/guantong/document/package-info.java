/**
 * Files to print and to send: PDF from pages, Word from templates that officers may
 * replace.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "identity", "audit" })
package org.guantong.document;
