/** Annual progress reports (年度进展报告), which fill in the mid-term report. */
@org.springframework.modulith.NamedInterface("annual")
package org.guantong.project.annual;
