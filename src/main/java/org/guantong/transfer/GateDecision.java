package org.guantong.transfer;

/** What an officer decides at a gate: go on, put off once, or stop. */
public enum GateDecision {

	GO, HOLD, STOP

}
