/**
 * Meetings of experts: several directions on an agenda, a vote on each, minutes.
 */
package org.guantong.guide.meeting;
