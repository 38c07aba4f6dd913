package org.guantong.document;

/** Who a file says it is from: the product, never a person. */
final class Authorship {

	static final String PRODUCT = "贯通 Guantong";

	private Authorship() {
	}

}
