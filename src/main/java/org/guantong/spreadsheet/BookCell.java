package org.guantong.spreadsheet;

/**
 * What a cell of a workbook holds.
 *
 * @param value text, {@code BigDecimal}, {@code LocalDate} or {@code Boolean}; never null
 * @param content whether that is what was entered, or stands in for something else
 */
public record BookCell(Object value, Content content) {

	/** What kind of thing is in a cell. */
	public enum Content {

		/** A plain value. */
		VALUE,
		/** A formula, which is never calculated nor taken. */
		FORMULA,
		/** One of Excel's errors, such as {@code #REF!}. */
		ERROR

	}

	/** Whether nothing can be read in it. */
	public boolean isBlank() {
		return content == Content.VALUE && value.toString().isBlank();
	}

}
