/**
 * Help with wording: checks of demands and directions that explain themselves, under the
 * five criteria. They warn and never block.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "shared", "identity", "audit", "matching" })
package org.guantong.wording;
