package org.guantong.achievement;

/** Where an achievement stands between research and use: 上游·推荐培育, 中游·对接孵育, 下游·推向企业. */
public enum AchievementClass {

	UPSTREAM, MIDSTREAM, DOWNSTREAM

}
