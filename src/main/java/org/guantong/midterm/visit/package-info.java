/** Site visits of a mid-term check (现场核查): planned, recorded, shown to who decides. */
@org.springframework.modulith.NamedInterface("visit")
package org.guantong.midterm.visit;
