/**
 * Writing directions: editing without loss, history, remarks on passages, numbers, care.
 */
@org.springframework.modulith.NamedInterface("drafting")
package org.guantong.guide.drafting;
