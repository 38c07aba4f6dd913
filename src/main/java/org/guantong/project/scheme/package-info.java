/**
 * Which lines a budget has: versioned, edited by the office as long as nobody uses them.
 */
package org.guantong.project.scheme;
