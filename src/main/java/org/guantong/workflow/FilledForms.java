package org.guantong.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.workflow.form.FormJson;
import org.guantong.workflow.form.FormSchema;
import org.guantong.workflow.form.Forms;
import org.guantong.workflow.inbox.TaskTitles;

/** What was filled in on the way of a case, as far as the reader may know it. */
@Component
public class FilledForms {

	private final CaseHistory history;

	private final StepCatalogue steps;

	private final Forms forms;

	private final TaskTitles titles;

	FilledForms(CaseHistory history, StepCatalogue steps, Forms forms, TaskTitles titles) {
		this.history = history;
		this.steps = steps;
		this.forms = forms;
		this.titles = titles;
	}

	/** In the order it happened. */
	public List<FilledForm> of(long caseId, Person reader, Locale locale) {
		return history.of(caseId, reader).stream().map((entry) -> filled(entry, locale)).toList();
	}

	private FilledForm filled(CaseEntry entry, Locale locale) {
		Step step = steps.require(entry.process(), entry.step());
		String title = titles.step(entry.process(), entry.step(), entry.title(), locale);
		if (!entry.isDisclosed()) {
			return new FilledForm(title, null, null, entry.happenedAt(), null, Map.of());
		}
		FormSchema form = forms.require(step.formKey());
		return new FilledForm(title, entry.actorName(), entry.onBehalfOf(), entry.happenedAt(), form,
				FormJson.read(form, entry.data()).values());
	}

}
