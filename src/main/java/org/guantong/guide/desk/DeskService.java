package org.guantong.guide.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.guantong.identity.Person;
import org.guantong.matching.TextDifference;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Everything one expert has to do about directions. What is written here is the draft of
 * the task, which only its holder ever reads; handing in completes the task.
 */
@Service
public class DeskService {

	private static final String PROCESS = "guide-validation";

	private static final String INVITATION = "answerInvitation";

	private static final String REVIEW = "reviewDirection";

	private static final int MOST = 500;

	private final Inbox inbox;

	private final Tasks tasks;

	private final DeskRows rows;

	private final MessageSource messages;

	DeskService(Inbox inbox, Tasks tasks, DeskRows rows, MessageSource messages) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.rows = rows;
		this.messages = messages;
	}

	/** This expert's desk. */
	@PreAuthorize("@deskPermissions.mayReview(#actor)")
	public Desk open(Person actor) {
		return new Desk(own(actor, INVITATION),
				own(actor, REVIEW).stream().map((task) -> review(actor, task, null)).toList(), rows.done(actor.id()));
	}

	/**
	 * One review of theirs.
	 * @param typed shown in place of the draft; null for the draft
	 * @throws NotFound when it is not on this desk
	 */
	@PreAuthorize("@deskPermissions.mayReview(#actor)")
	public DeskReview review(Person actor, String taskId, DeskDraft typed) {
		return review(actor, require(actor, taskId), typed);
	}

	/**
	 * Keeps what was written.
	 * @param version the save it began from, 0 for none
	 * @return the new version
	 * @throws Stale when another tab saved meanwhile
	 */
	@PreAuthorize("@deskPermissions.mayReview(#actor)")
	public int save(Person actor, String taskId, DeskDraft draft, int version) {
		return tasks.saveDraft(actor, require(actor, taskId).id(), draft.input(), version);
	}

	/**
	 * Hands in drafts as they stand, each for itself: one that cannot be taken does not
	 * keep the others back.
	 * @param versions the drafts that were read over, by task
	 * @param pledged whether the pledge was ticked, for all of them
	 * @throws InvalidInput without the pledge, or when nothing was chosen
	 */
	@PreAuthorize("@deskPermissions.mayReview(#actor)")
	public List<Handed> submit(Person actor, Map<String, Integer> versions, boolean pledged) {
		if (versions.isEmpty()) {
			throw InvalidInput.of("task", "reviewing.problem.none");
		}
		if (!pledged) {
			throw InvalidInput.of("pledge", "review.pledge.required");
		}
		List<Handed> handed = new ArrayList<>();
		versions.forEach((task, version) -> handed.add(hand(actor, require(actor, task), version)));
		return handed;
	}

	private Handed hand(Person actor, InboxItem task, int version) {
		try {
			TaskSheet sheet = tasks.open(actor, task.id());
			if (sheet.draftVersion() != version) {
				throw new Stale("workflow.stale.draft");
			}
			tasks.complete(actor, task.id(), pledged(sheet.typed()));
			return handed(task, null);
		}
		catch (InvalidInput ex) {
			return handed(task, String.join(" ", sentences(ex).values()));
		}
		catch (Stale ex) {
			return handed(task, messages.getMessage(ex.messageKey(), null, LocaleContextHolder.getLocale()));
		}
		catch (ConcurrencyFailureException ex) {
			return handed(task, messages.getMessage("reviewing.problem.busy", null, LocaleContextHolder.getLocale()));
		}
	}

	private static Handed handed(InboxItem task, String problem) {
		return new Handed(task.id(), task.subject().code(), task.subject().title(), problem == null, problem);
	}

	private DeskReview review(Person actor, InboxItem task, DeskDraft typed) {
		TaskSheet sheet = tasks.open(actor, task.id());
		Map<String, Object> input = typed == null ? sheet.typed() : typed.input();
		long direction = task.subject().ref().id();
		TextDifference changes = rows.lastReview(actor.id(), direction)
			.map((at) -> TextDifference.between(rows.textAt(direction, at), rows.text(direction)))
			.orElse(null);
		return new DeskReview(task, sheet.known(), criteria(sheet.known(), input), text(input, "recommendation"),
				text(input, "comment"), sheet.draftVersion(), changes, problems(actor, task, input));
	}

	private Map<String, String> problems(Person actor, InboxItem task, Map<String, Object> input) {
		try {
			tasks.check(actor, task.id(), pledged(input));
			return Map.of();
		}
		catch (InvalidInput ex) {
			return sentences(ex);
		}
	}

	private Map<String, String> sentences(InvalidInput ex) {
		Locale locale = LocaleContextHolder.getLocale();
		return ProblemTexts.of(ex.problems(), messages, locale);
	}

	private static Map<String, Object> pledged(Map<String, Object> input) {
		Map<String, Object> all = new LinkedHashMap<>(input);
		all.put("pledge", true);
		return all;
	}

	private static List<DeskReview.Row> criteria(Map<String, Object> known, Map<String, Object> typed) {
		List<DeskReview.Row> criteria = new ArrayList<>();
		List<?> asked = known.get("scores") instanceof List<?> list ? list : List.of();
		List<?> given = typed.get("scores") instanceof List<?> list ? list : List.of();
		for (int i = 0; i < asked.size(); i++) {
			Map<?, ?> row = (Map<?, ?>) asked.get(i);
			Object points = i < given.size() && given.get(i) instanceof Map<?, ?> one ? one.get("points") : null;
			criteria.add(new DeskReview.Row(row.get("criterion").toString(), row.get("asks").toString(),
					((Number) row.get("most")).intValue(), points == null ? "" : points.toString()));
		}
		return criteria;
	}

	private static String text(Map<String, Object> input, String key) {
		return input.get(key) == null ? "" : input.get(key).toString();
	}

	private InboxItem require(Person actor, String taskId) {
		return own(actor, REVIEW).stream()
			.filter((task) -> task.id().equals(taskId))
			.findFirst()
			.orElseThrow(() -> new NotFound("task", taskId));
	}

	private List<InboxItem> own(Person actor, String step) {
		return inbox.list(actor, InboxFilter.MINE, 0, MOST)
			.stream()
			.filter((task) -> task.process().equals(PROCESS) && task.step().equals(step))
			.toList();
	}

}
