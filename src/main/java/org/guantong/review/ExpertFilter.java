package org.guantong.review;

/**
 * Which experts are looked for, and in which order.
 *
 * @param words in name, organisation, code or keyword, or near a keyword in meaning;
 * empty for any
 * @param code beginning of an application code; empty for any
 * @param organisation part of the name of the organisation; empty for any
 * @param free only those who have room for one more panel and are not away today
 */
public record ExpertFilter(String words, String code, String organisation, boolean free, Order order) {

	/** In which order experts are listed; given words, the best match is always first. */
	public enum Order {

		/** 姓名 */
		NAME,
		/** 单位 */
		ORGANISATION,
		/** 在评最少 */
		LOAD,
		/** 今年最少 */
		THIS_YEAR

	}

}
