package org.guantong.intake.book;

import java.util.List;

import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

import org.guantong.workflow.form.ComponentType;
import org.guantong.workflow.form.FormComponent;
import org.guantong.workflow.form.Rules;

/**
 * Gives each column what Excel can check while it is filled in: a drop-down, whose
 * entries stand in a hidden sheet, or a limit; and a word of help at each cell.
 */
final class DropDowns {

	private static final int LONGEST_TITLE = 32;

	private static final int LONGEST_HELP = 255;

	private final XSSFSheet sheet;

	private final XSSFSheet options;

	private final RuleWords words;

	private final DataValidationHelper helper;

	private int lists;

	DropDowns(XSSFSheet sheet, XSSFSheet options, RuleWords words) {
		this.sheet = sheet;
		this.options = options;
		this.words = words;
		this.helper = sheet.getDataValidationHelper();
	}

	void limit(int at, Layout.Column column, String label) {
		DataValidationConstraint constraint = constraint(column.field());
		if (constraint == null) {
			return;
		}
		CellRangeAddressList cells = new CellRangeAddressList(Layout.HEADERS, Layout.HEADERS + Layout.MOST_ROWS - 1, at,
				at);
		DataValidation limit = helper.createValidation(constraint, cells);
		limit.setEmptyCellAllowed(true);
		limit.setShowErrorBox(true);
		limit.setErrorStyle(DataValidation.ErrorStyle.STOP);
		String help = cut(words.of(column.field()), LONGEST_HELP);
		limit.createErrorBox(cut(label, LONGEST_TITLE), help);
		limit.createPromptBox(cut(label, LONGEST_TITLE), help);
		limit.setShowPromptBox(!help.isEmpty());
		if (constraint.getValidationType() == DataValidationConstraint.ValidationType.LIST) {
			// of these sheets, "suppress" means what it says everywhere else: show it
			limit.setSuppressDropDownArrow(true);
		}
		sheet.addValidationData(limit);
	}

	private DataValidationConstraint constraint(FormComponent field) {
		Rules rules = field.rules();
		return switch (field.type()) {
			case SELECT, RADIO, CHECKBOX -> oneOf(words.labels(field));
			case NUMBER -> number(rules);
			case DATETIME ->
				helper.createDateConstraint(OperatorType.BETWEEN, "DATE(1990,1,1)", "DATE(2199,12,31)", "yyyy-mm-dd");
			case TEXTFIELD, TEXTAREA -> helper.createTextLengthConstraint(OperatorType.BETWEEN,
					rules.minLength() == null ? "0" : rules.minLength().toString(), rules.maxLength().toString());
			default -> null;
		};
	}

	private DataValidationConstraint number(Rules rules) {
		String least = rules.min() == null ? "-999999999999" : rules.min().toPlainString();
		String most = rules.max() == null ? "999999999999" : rules.max().toPlainString();
		boolean whole = rules.decimalDigits() != null && rules.decimalDigits() == 0;
		return whole ? helper.createIntegerConstraint(OperatorType.BETWEEN, least, most)
				: helper.createDecimalConstraint(OperatorType.BETWEEN, least, most);
	}

	private DataValidationConstraint oneOf(List<String> labels) {
		if (labels.isEmpty()) {
			return null;
		}
		int column = lists++;
		for (int row = 0; row < labels.size(); row++) {
			XSSFRow line = options.getRow(row) == null ? options.createRow(row) : options.getRow(row);
			line.createCell(column).setCellValue(labels.get(row));
		}
		String letters = CellReference.convertNumToColString(column);
		return helper.createFormulaListConstraint(
				"%s!$%s$1:$%s$%d".formatted(options.getSheetName(), letters, letters, labels.size()));
	}

	private static String cut(String text, int longest) {
		return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
	}

}
