/**
 * Chinese text similarity and assignment under conflicts and load; works on (id, text).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared" })
package org.guantong.matching;
