package org.guantong.workflow;

import java.util.Map;

import org.guantong.workflow.form.FormInput;
import org.guantong.workflow.form.FormSchema;

/**
 * One task laid out to be worked on.
 *
 * @param known what the form starts with: what the stage knows already
 * @param typed what this person has typed so far; empty when nothing
 * @param draftVersion counts the saves of the draft; 0 when nothing was typed yet
 * @param page path of the page where the big work is done, null when the form is all
 * @param mayWork whether this person may fill it in now; else they only look
 * @param onBehalfOf name of the person they would stand in for, null for nobody
 */
public record TaskSheet(InboxItem task, Step step, FormSchema form, Map<String, Object> known,
		Map<String, Object> typed, int draftVersion, String page, boolean mayWork, String onBehalfOf) {

	/** What the form shows: what was typed over what is known. */
	public Map<String, Object> data() {
		return FormInput.overlay(form, known, typed);
	}

}
