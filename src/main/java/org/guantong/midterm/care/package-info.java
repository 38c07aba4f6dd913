/**
 * What the office does to keep checks and seasons going: replacing, cancelling, closing.
 */
package org.guantong.midterm.care;
