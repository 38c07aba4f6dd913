/** The report about a fund's season: in figures, and as a Word document. */
@org.springframework.modulith.NamedInterface("summary")
package org.guantong.midterm.summary;
