package org.guantong.achievement;

/** 转化意愿: 愿意, 视条件商议, 暂不转化. */
public enum Intention {

	WILLING, NEGOTIABLE, UNWILLING

}
