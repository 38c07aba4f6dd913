/**
 * Writing directions: editing without loss, history, remarks on passages, numbers, care.
 */
package org.guantong.guide.drafting;
