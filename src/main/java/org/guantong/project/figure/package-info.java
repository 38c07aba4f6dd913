/** A project in figures: its money and its milestones over time. */
package org.guantong.project.figure;
