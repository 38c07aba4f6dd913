/** What co-authors of partner units write for the PI's mid-term report. */
package org.guantong.midterm.coauthor;
