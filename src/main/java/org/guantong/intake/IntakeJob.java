package org.guantong.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.guantong.shared.Kind;

/**
 * A workbook somebody sent, and how far it has come.
 *
 * @param kind what its rows become
 * @param scopeId where they are entered, e.g. the round
 * @param onlyCheck whether nothing is to be entered, however right it is
 * @param total rows that have something in them
 * @param done rows the present phase is through with
 * @param problems the first {@value #SHOWN_PROBLEMS}; all stand in the marked workbook
 * @param refusal message key of why the workbook as a whole was not taken, or null
 */
public record IntakeJob(long id, Kind kind, long scopeId, long startedBy, long organisationId, String fileName,
		Locale language, boolean onlyCheck, State state, Phase phase, int total, int done, int added, int changed,
		int unchanged, int problemCount, List<RowProblem> problems, String refusal, Instant createdAt,
		Instant endedAt) {

	/** How many problems a page shows. */
	public static final int SHOWN_PROBLEMS = 200;

	/** What became of it. */
	public enum State {

		/** 等待处理 */
		WAITING,
		/** 处理中 */
		RUNNING,
		/** 已导入 */
		ENTERED,
		/** 校验通过: nothing was entered, as was asked */
		CHECKED,
		/** 未导入: something has to be put right */
		REFUSED,
		/** 处理失败: not the sender's fault */
		FAILED;

		public boolean isOver() {
			return this != WAITING && this != RUNNING;
		}

	}

	/** What is being done. */
	public enum Phase {

		READING, CHECKING, ENTERING, MARKING

	}

	/** How much is done, 0 to 100, all phases together; entering takes the longest. */
	public int percent() {
		if (state.isOver()) {
			return 100;
		}
		int share = total == 0 ? 0 : 100 * done / total;
		return switch (phase) {
			case READING -> 2;
			case CHECKING -> 5 + share / 5;
			case ENTERING -> 25 + share * 7 / 10;
			case MARKING -> 96;
		};
	}

	/** Whether a workbook with the problems marked can be had. */
	public boolean isMarked() {
		return state == State.REFUSED && problemCount > 0;
	}

}
