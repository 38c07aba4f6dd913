package org.guantong.workflow.form;

/**
 * A form file cannot be used; the application does not start. The message is one line
 * that names the file and the component.
 */
public class BadForm extends RuntimeException {

	BadForm(String file, String component, String problem) {
		super(file + ": " + (component.isEmpty() ? "" : "component '" + component + "' ")
				+ problem.replaceAll("\\s+", " "));
	}

}
