package org.guantong.workflow.form;

import java.util.*;

record FormViews(FormSchema schema, Map<String, String> problems, Locale locale) {
	FormView toFillIn(Map<String, ?> d) {
		return null;
	}

	FormView toRead(Map<String, ?> d) {
		return null;
	}
}
