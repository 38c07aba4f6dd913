package org.guantong.achievement;

/** What an achievement is (成果形式): 论文, 著作, 专利, 软件, 标准, 研究报告, 样机, 其他. */
public enum AchievementForm {

	PAPER, BOOK, PATENT, SOFTWARE, STANDARD, REPORT, PROTOTYPE, OTHER

}
