package org.guantong.workflow.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.workflow.CaseEntry;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Step;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.form.FormJson;
import org.guantong.workflow.form.FormSchema;
import org.guantong.workflow.form.Forms;
import org.guantong.workflow.inbox.TaskTitles;

/** A case as a reader may see it: what was decided, and who is waited for. */
@Component
class CaseView {

	private final CaseHistory history;

	private final Inbox inbox;

	private final StepCatalogue steps;

	private final Forms forms;

	private final TaskTitles titles;

	private final Organisations organisations;

	private final MessageSource messages;

	CaseView(CaseHistory history, Inbox inbox, StepCatalogue steps, Forms forms, TaskTitles titles,
			Organisations organisations, MessageSource messages) {
		this.history = history;
		this.inbox = inbox;
		this.steps = steps;
		this.forms = forms;
		this.titles = titles;
		this.organisations = organisations;
		this.messages = messages;
	}

	/**
	 * @param form null when the reader may not see what was filled in
	 */
	record Entry(String title, String actorName, String onBehalfOf, Instant happenedAt, FormSchema form,
			Map<String, Object> data) {
	}

	record Waiting(String title, String holder, Instant due) {
	}

	List<Entry> entries(long caseId, Person reader, Locale locale) {
		return history.of(caseId, reader).stream().map((entry) -> entry(entry, locale)).toList();
	}

	/** Open tasks, those alike told once: three reviewers at work are one line. */
	List<Waiting> waiting(long caseId, Person reader, Locale locale) {
		return inbox.openIn(caseId).stream().map((item) -> waiting(item, reader, locale)).distinct().toList();
	}

	boolean hidesHolder(InboxItem item, Person reader) {
		return !reader.readsEverything() && steps.require(item.process(), item.step()).isConfidential();
	}

	private Entry entry(CaseEntry entry, Locale locale) {
		Step step = steps.require(entry.process(), entry.step());
		String title = titles.step(entry.process(), entry.step(), entry.title(), locale);
		if (!entry.isDisclosed()) {
			return new Entry(title, null, null, entry.happenedAt(), null, Map.of());
		}
		FormSchema form = forms.require(step.formKey());
		return new Entry(title, entry.actorName(), entry.onBehalfOf(), entry.happenedAt(), form,
				FormJson.read(form, entry.data()).values());
	}

	private Waiting waiting(InboxItem item, Person reader, Locale locale) {
		String holder = hidesHolder(item, reader) ? messages.getMessage("workflow.holder.expert", null, locale)
				: holder(item, locale);
		return new Waiting(titles.title(item, locale), holder, item.due());
	}

	private String holder(InboxItem item, Locale locale) {
		if (item.assigneeName() != null) {
			return item.assigneeName();
		}
		if (item.groups() == null) {
			return "";
		}
		return Arrays.stream(item.groups().split(","))
			.map((code) -> group(Group.parse(code), locale))
			.collect(Collectors.joining("、"));
	}

	private String group(Group group, Locale locale) {
		String role = messages.getMessage("identity.role." + group.role(), null, locale);
		if (group.organisationId() == null) {
			return role;
		}
		String organisation = organisations.require(group.organisationId()).name();
		return messages.getMessage("workflow.holder.in", new Object[] { role, organisation }, locale);
	}

}
