/**
 * Moving many directions at once: first what would happen to each, then each for itself.
 */
package org.guantong.guide.batch;
