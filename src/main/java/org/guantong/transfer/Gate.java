package org.guantong.transfer;

/** The stage gates of an incubation: G0 入库, G1 论证, G2 概念验证, G3 中试, G4 转化签约. */
public enum Gate {

	G0, G1, G2, G3, G4

}
