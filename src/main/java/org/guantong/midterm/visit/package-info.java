/** Site visits of a mid-term check (现场核查): planned, recorded, shown to who decides. */
package org.guantong.midterm.visit;
