/**
 * The engine itself: how it is set up, what it deploys, how its events reach our tables.
 */
package org.guantong.workflow.engine;
