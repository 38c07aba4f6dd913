/** What co-authors of partner units write for the PI's mid-term report. */
@org.springframework.modulith.NamedInterface("coauthor")
package org.guantong.midterm.coauthor;
