package org.guantong;

/** The application cannot start as it was set up, and it is known what to do. */
class StartFault extends RuntimeException {

	private final String remedy;

	/**
	 * @param what one line that says what is wrong
	 * @param remedy one line that says what to do
	 */
	StartFault(String what, String remedy) {
		super(what);
		this.remedy = remedy;
	}

	String remedy() {
		return remedy;
	}

}
