package org.guantong.achievement;

/** 所处阶段: 初期, 中期, 成熟应用. */
public enum DevelopmentStage {

	EARLY, MIDDLE, MATURE

}
