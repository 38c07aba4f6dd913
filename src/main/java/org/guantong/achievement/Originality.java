package org.guantong.achievement;

/** 创新性: 原始性创新, 引进消化吸收, 二次开发. */
public enum Originality {

	ORIGINAL, ABSORBED, REDEVELOPED

}
