package org.guantong.project.change;

/** What of a project changes. */
public enum ChangeKind {

	/** 项目负责人 */
	PI("变更项目负责人", "Another principal investigator"),
	/** 依托单位 */
	HOST("变更依托单位", "Another host institution"),
	/** 研究计划 */
	PLAN("变更研究计划", "Another research plan"),
	/** 延期 */
	TERM("延长执行期限", "More time");

	private final String chinese;

	private final String english;

	ChangeKind(String chinese, String english) {
		this.chinese = chinese;
		this.english = english;
	}

	/** Its name on record, whoever reads it. */
	public String inChinese() {
		return chinese;
	}

	public String inEnglish() {
		return english;
	}

}
