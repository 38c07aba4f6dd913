/**
 * Who somebody is: accounts, roles, organisations, login, tokens, substitution.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "spreadsheet" })
package org.guantong.identity;
