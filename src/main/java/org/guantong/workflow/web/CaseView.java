package org.guantong.workflow.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.workflow.FilledForm;
import org.guantong.workflow.FilledForms;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.inbox.TaskTitles;

/** A case as a reader may see it: what was decided, and who is waited for. */
@Component
class CaseView {

	private final FilledForms filled;

	private final Inbox inbox;

	private final StepCatalogue steps;

	private final TaskTitles titles;

	private final Organisations organisations;

	private final MessageSource messages;

	CaseView(FilledForms filled, Inbox inbox, StepCatalogue steps, TaskTitles titles, Organisations organisations,
			MessageSource messages) {
		this.filled = filled;
		this.inbox = inbox;
		this.steps = steps;
		this.titles = titles;
		this.organisations = organisations;
		this.messages = messages;
	}

	record Waiting(String title, String holder, Instant due) {
	}

	List<FilledForm> entries(long caseId, Person reader, Locale locale) {
		return filled.of(caseId, reader, locale);
	}

	/** Open tasks, those alike told once: three reviewers at work are one line. */
	List<Waiting> waiting(long caseId, Person reader, Locale locale) {
		return inbox.openIn(caseId).stream().map((item) -> waiting(item, reader, locale)).distinct().toList();
	}

	boolean hidesHolder(InboxItem item, Person reader) {
		return !reader.readsEverything() && steps.require(item.process(), item.step()).isConfidential();
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
