package org.guantong.guide.drafting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.guide.process.GuideProcess;
import org.guantong.identity.Group;
import org.guantong.identity.Organisations;
import org.guantong.shared.Kind;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;

/**
 * The next step of each direction, and whom it waits for. For the office and auditors: of
 * experts it tells how many, of all others who.
 */
@Component
public class Progress {

	private static final Set<String> EXPERTS_STEPS = Set.of("answerInvitation", "reviewDirection");

	private final Inbox inbox;

	private final Organisations organisations;

	private final MessageSource messages;

	private final Clock clock;

	Progress(Inbox inbox, Organisations organisations, MessageSource messages, Clock clock) {
		this.inbox = inbox;
		this.organisations = organisations;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What a direction waits for.
	 *
	 * @param step in words
	 * @param waitsFor names of people, else of groups and organisations
	 * @param due the earliest; null when it may take as long as it takes
	 * @param taskId the task, when there is one only; null for several
	 */
	public record Next(String step, String waitsFor, Instant due, boolean overdue, String taskId) {
	}

	/** For each of those directions that waits for somebody, the steps it waits for. */
	public Map<Long, List<Next>> of(Collection<Long> directions, Locale locale) {
		Map<Long, List<Next>> progress = new LinkedHashMap<>();
		inbox.openAbout(Kind.GUIDE_DIRECTION, directions)
			.forEach((direction, items) -> progress.put(direction, next(items, locale)));
		return progress;
	}

	private List<Next> next(List<InboxItem> items, Locale locale) {
		return items.stream()
			.filter((item) -> item.process().equals(GuideProcess.ID))
			.collect(Collectors.groupingBy(InboxItem::step, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((step) -> step(step, locale))
			.toList();
	}

	private Next step(List<InboxItem> items, Locale locale) {
		InboxItem first = items.get(0);
		Instant due = items.stream()
			.map(InboxItem::due)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		return new Next(messages.getMessage("step." + first.process() + "." + first.step(), null, locale),
				waitsFor(items, locale), due, due != null && due.isBefore(clock.instant()),
				items.size() == 1 ? first.id() : null);
	}

	private String waitsFor(List<InboxItem> items, Locale locale) {
		if (EXPERTS_STEPS.contains(items.get(0).step())) {
			return messages.getMessage("guide.waits.experts", new Object[] { items.size() }, locale);
		}
		Set<String> names = new LinkedHashSet<>();
		for (InboxItem item : items) {
			if (item.assigneeName() != null) {
				names.add(item.assigneeName());
			}
			else if (item.groups() != null) {
				List.of(item.groups().split(",")).forEach((group) -> names.add(name(Group.parse(group), locale)));
			}
		}
		return String.join(messages.getMessage("guide.waits.and", null, locale), names);
	}

	private String name(Group group, Locale locale) {
		return group.organisationId() == null
				? messages.getMessage("identity.role." + group.role().name(), null, locale)
				: organisations.require(group.organisationId()).name();
	}

}
