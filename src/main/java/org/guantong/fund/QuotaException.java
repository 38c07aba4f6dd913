package org.guantong.fund;

/**
 * Where another number holds than the round's.
 *
 * @param coFunderId null in a {@link Scope#FIELD} exception for every co-funder
 * @param fieldId of a {@link Scope#FIELD} exception, null there for every field; null
 * otherwise
 * @param most 0 or more
 */
public record QuotaException(Scope scope, Long coFunderId, Long fieldId, int most) {

	/** What is counted. */
	public enum Scope {

		/** all demands of a co-funder */
		CO_FUNDER,
		/** demands of a co-funder in a field */
		FIELD,
		/** demands of one contact person of a co-funder's */
		PERSON,
		/** demands of one demand side of a co-funder's */
		UNIT

	}

}
