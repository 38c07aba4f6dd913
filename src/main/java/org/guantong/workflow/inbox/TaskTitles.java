package org.guantong.workflow.inbox;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.workflow.Case;
import org.guantong.workflow.InboxItem;

/** What steps, processes and their ends are called in the reader's language. */
@Component
public class TaskTitles {

	private final MessageSource messages;

	TaskTitles(MessageSource messages) {
		this.messages = messages;
	}

	public String title(InboxItem item, Locale locale) {
		return step(item.process(), item.step(), item.title(), locale);
	}

	/**
	 * @param inChinese the name in the model, shown where no message translates it
	 */
	public String step(String process, String step, String inChinese, Locale locale) {
		return messages.getMessage("step." + process + "." + step, null, inChinese, locale);
	}

	/** How a case ended: by the end it reached, or why it was given up. */
	public String outcome(Case found, Locale locale) {
		String otherwise = messages.getMessage("workflow.cases.outcome",
				new Object[] { found.outcome() == null ? "" : found.outcome() }, locale);
		return messages.getMessage("end." + found.process() + "." + found.endEvent(), null, otherwise, locale);
	}

	public String process(String process, Locale locale) {
		return messages.getMessage("process." + process, null, process, locale);
	}

}
