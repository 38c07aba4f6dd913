package org.guantong.transfer;

/**
 * How far a transfer has come; SIGNED is the transferred result, DECLINED one that was
 * never taken up.
 */
public enum TransferState {

	DECLARED, ARGUED, AGREED, INCUBATING, SIGNED, STOPPED, DECLINED

}
