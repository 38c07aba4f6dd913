package org.guantong.guide.adoption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionDossier;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** All directions that wait for a co-funder's word, answered together. */
@Service
public class SignOffService {

	private static final String STEP = "coFunderSignOff";

	private static final int MOST_TASKS = 5_000;

	private final Inbox inbox;

	private final Tasks tasks;

	private final DirectionDirectory directory;

	private final Clock clock;

	SignOffService(Inbox inbox, Tasks tasks, DirectionDirectory directory, Clock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.directory = directory;
		this.clock = clock;
	}

	/** A direction that waits for this person's word, with all they may know of it. */
	public record Waiting(InboxItem task, DirectionDossier dossier) {
	}

	/**
	 * The answer to one of them.
	 *
	 * @param reasons needed by whoever objects
	 */
	public record Answer(String taskId, boolean agrees, String reasons) {
	}

	/**
	 * What became of the answers.
	 *
	 * @param problems by task, why an answer could not be taken
	 */
	public record Outcome(int taken, Map<String, FieldProblem> problems) {
	}

	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public int count(Person actor) {
		return open(actor).size();
	}

	/**
	 * Those that wait, the most urgent first; those due on one day by field and code.
	 * @param page from 0
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public List<Waiting> waiting(Person actor, int page, int size) {
		return open(actor).stream()
			.skip((long) page * size)
			.limit(size)
			.map((task) -> new Waiting(task, directory.open(actor, task.subject().id())))
			.toList();
	}

	/**
	 * Takes each answer that can be taken; one that cannot does not keep the others from
	 * counting.
	 */
	@PreAuthorize("@directionPermissions.mayLook(#actor)")
	public Outcome answer(Person actor, List<Answer> answers) {
		Map<String, FieldProblem> problems = new LinkedHashMap<>();
		List<String> mine = open(actor).stream().map(InboxItem::id).toList();
		int taken = 0;
		for (Answer answer : answers == null ? List.<Answer>of() : List.copyOf(answers)) {
			try {
				if (!mine.contains(answer.taskId())) {
					throw new Stale("guide.signOff.gone");
				}
				tasks.complete(actor, answer.taskId(), input(answer));
				taken++;
			}
			catch (InvalidInput ex) {
				problems.put(answer.taskId(), ex.problems().get(0));
			}
			catch (Stale | NotFound ex) {
				problems.put(answer.taskId(), FieldProblem.of("", "guide.signOff.gone"));
			}
		}
		return new Outcome(taken, problems);
	}

	private List<InboxItem> open(Person actor) {
		return inbox.list(actor, InboxFilter.ALL, 0, MOST_TASKS)
			.stream()
			.filter((item) -> item.step().equals(STEP) && item.process().equals("guide-validation"))
			.sorted(Comparator.comparing(this::dueDay, Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing((item) -> item.subject().code()))
			.toList();
	}

	private LocalDate dueDay(InboxItem item) {
		return item.due() == null ? null : item.due().atZone(clock.getZone()).toLocalDate();
	}

	private static Map<String, Object> input(Answer answer) {
		return answer.agrees() ? Map.of("decision", "AGREE")
				: Map.of("decision", "OBJECT", "reasons", answer.reasons() == null ? "" : answer.reasons());
	}

}
