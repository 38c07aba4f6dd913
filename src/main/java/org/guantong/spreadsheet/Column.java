package org.guantong.spreadsheet;

import java.util.function.BiFunction;

/**
 * One column of a sheet.
 *
 * @param headerKey message key of what stands above it
 * @param value what a row has there; null leaves the cell empty
 */
record Column<T>(String headerKey, Format format, BiFunction<T, Reader, Object> value) {

	/** How the cells of a column are shown. */
	enum Format {

		TEXT("@"), WHOLE("0"), AMOUNT("#,##0.00"), DAY("yyyy-mm-dd"), TIME("yyyy-mm-dd hh:mm");

		private final String code;

		Format(String code) {
			this.code = code;
		}

		/** Excel's code for it. */
		String code() {
			return code;
		}

	}

}
