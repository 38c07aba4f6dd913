package org.guantong.identity.web;

/** A password to be replaced. */
record PasswordForm(String current, String wanted, String repeated) {

	@Override
	public String toString() {
		return "PasswordForm";
	}

}
