package org.guantong.spreadsheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One column of a sheet.
 *
 * @param header what stands above it
 * @param format null to go by each value
 * @param value what a row has there; null leaves the cell empty
 */
record Column<T>(Function<Reader, String> header, Format format, BiFunction<T, Reader, Object> value) {

	/** How the cells of a column are shown. */
	enum Format {

		TEXT("@"), WHOLE("0"), AMOUNT("#,##0.00"), DAY("yyyy-mm-dd"), TIME("yyyy-mm-dd hh:mm");

		private final String code;

		Format(String code) {
			this.code = code;
		}

		/** The format that suits a value. */
		static Format of(Object value) {
			if (value instanceof BigDecimal number) {
				return number.stripTrailingZeros().scale() > 0 ? AMOUNT : WHOLE;
			}
			if (value instanceof Number) {
				return WHOLE;
			}
			return value instanceof LocalDate ? DAY : value instanceof Instant ? TIME : TEXT;
		}

		/** Excel's code for it. */
		String code() {
			return code;
		}

	}

}
