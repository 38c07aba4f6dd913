package org.guantong.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.intake.book.FilledRow;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.FormSchema;
import org.guantong.workflow.form.FormValidator;

/**
 * Holds the rows of a workbook to the rules of their form, every row before any is
 * entered.
 */
class RowCheck {

	private final FormSchema schema;

	private final Map<String, ?> known;

	private final List<CheckedRow> rows = new ArrayList<>();

	private final List<RowProblem> problems;

	private final Map<String, Integer> seen = new HashMap<>();

	RowCheck(FormSchema schema, Map<String, ?> known, List<RowProblem> problems) {
		this.schema = schema;
		this.known = known;
		this.problems = problems;
	}

	void check(FilledRow row) {
		row.refused().forEach((problem) -> problems.add(new RowProblem(row.number(), problem)));
		try {
			CheckedRow checked = CheckedRow.of(row, FormValidator.validate(schema, row.input(), known));
			Integer same = seen.putIfAbsent(checked.hash(), row.number());
			if (same != null) {
				problems.add(RowProblem.of(row.number(), "", "intake.row.same", same));
			}
			else if (row.refused().isEmpty()) {
				rows.add(checked);
			}
		}
		catch (InvalidInput ex) {
			for (FieldProblem problem : ex.problems()) {
				if (row.tellsMore(problem)) {
					problems.add(new RowProblem(row.number(), row.inSheet(problem)));
				}
			}
		}
	}

	/** The rows without a mistake. */
	List<CheckedRow> rows() {
		return rows;
	}

}
