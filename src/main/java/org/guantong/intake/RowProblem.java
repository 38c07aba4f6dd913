package org.guantong.intake;

import org.guantong.shared.FieldProblem;

/**
 * One thing wrong with one row of a workbook.
 *
 * @param row as Excel counts, from 1
 */
public record RowProblem(int row, FieldProblem problem) {

	static RowProblem of(int row, String field, String messageKey, Object... arguments) {
		return new RowProblem(row, FieldProblem.of(field, messageKey, arguments));
	}

}
