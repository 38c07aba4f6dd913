package org.guantong.question.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.matching.TextDifference;
import org.guantong.question.ConsultationAnswer;
import org.guantong.question.Consultations;
import org.guantong.question.Objection;
import org.guantong.question.Objections;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.QuestionText;
import org.guantong.question.QuestionTexts;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestions;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.TaskSheet;
import org.guantong.workflow.Tasks;

/**
 * All questions a co-funder is asked about in a round, answered together. Each answer
 * completes the task that asks for it, so the inbox, substitutes and reminders stay
 * right.
 */
@Component
class ConsultationDesk {

	private static final int ALL = 1000;

	private final Inbox inbox;

	private final Tasks tasks;

	private final ScientificQuestions questions;

	private final QuestionTexts texts;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final Objections objections;

	private final Clock clock;

	ConsultationDesk(Inbox inbox, Tasks tasks, ScientificQuestions questions, QuestionTexts texts,
			QuestionDemands sources, Consultations consultations, Objections objections, Clock clock) {
		this.inbox = inbox;
		this.tasks = tasks;
		this.questions = questions;
		this.texts = texts;
		this.sources = sources;
		this.consultations = consultations;
		this.objections = objections;
		this.clock = clock;
	}

	/**
	 * One question to answer.
	 *
	 * @param title what changed in the title since this co-funder last answered; null
	 * when it is asked for the first time
	 * @param thread its open objection, null for none
	 * @param version of the draft, for the next save
	 */
	record Asked(ScientificQuestion question, InboxItem task, boolean overdue, List<Source> demands,
			ConsultationAnswer before, TextDifference title, TextDifference statement, Objection thread, String opinion,
			String reasons, int version, String onBehalfOf) {

		long id() {
			return question.id();
		}

		/** Whether the wording is another than the one answered last. */
		public boolean isChanged() {
			return title != null && (title.isChanged() || statement.isChanged());
		}

	}

	/** What was sent for one question; opinion empty when nothing was chosen. */
	record Answer(long questionId, String opinion, String reasons, Integer version) {

		Map<String, Object> input() {
			return Map.of("opinion", opinion, "reasons", reasons);
		}

		boolean isEmpty() {
			return opinion.isEmpty() && reasons.isEmpty();
		}

	}

	/** How many were taken, and how many were answered or closed by others meanwhile. */
	record Outcome(int taken, int overtaken) {
	}

	/** What this person is asked about in the round, the most urgent first. */
	List<Asked> asked(Person me, long roundId) {
		return open(me, roundId).entrySet()
			.stream()
			.map((entry) -> asked(me, entry.getKey(), entry.getValue()))
			.sorted(Comparator
				.comparing((Asked one) -> one.task().due(), Comparator.nullsLast(Comparator.naturalOrder()))
				.thenComparing((one) -> one.question().code()))
			.toList();
	}

	/**
	 * Keeps what was typed, unless it is what was kept before.
	 * @return the versions of the drafts, by question; a question whose draft was saved
	 * elsewhere meanwhile is missing
	 */
	Map<Long, Integer> save(Person me, long roundId, List<Answer> answers) {
		Map<Long, InboxItem> open = byId(me, roundId);
		Map<Long, Integer> versions = new LinkedHashMap<>();
		for (Answer answer : answers) {
			InboxItem task = open.get(answer.questionId());
			if (task != null) {
				save(me, task, answer, versions);
			}
		}
		return versions;
	}

	/**
	 * Takes all answers that hold an opinion, or none of them.
	 * @throws InvalidInput naming each answer that cannot be taken
	 */
	Outcome submit(Person me, long roundId, List<Answer> answers) {
		Map<Long, InboxItem> open = byId(me, roundId);
		List<Answer> chosen = answers.stream().filter((answer) -> !answer.opinion().isEmpty()).toList();
		if (chosen.isEmpty()) {
			throw InvalidInput.of("", "question.problem.noAnswer");
		}
		List<FieldProblem> problems = new ArrayList<>();
		chosen.stream()
			.filter((answer) -> open.containsKey(answer.questionId()))
			.forEach((answer) -> problems.addAll(problems(me, open.get(answer.questionId()), answer)));
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		long taken = chosen.stream().filter((answer) -> complete(me, open.get(answer.questionId()), answer)).count();
		return new Outcome((int) taken, chosen.size() - (int) taken);
	}

	private boolean complete(Person me, InboxItem task, Answer answer) {
		if (task == null) {
			return false;
		}
		try {
			tasks.complete(me, task.id(), answer.input());
			return true;
		}
		catch (Stale ex) {
			return false;
		}
	}

	private List<FieldProblem> problems(Person me, InboxItem task, Answer answer) {
		try {
			tasks.check(me, task.id(), answer.input());
			return List.of();
		}
		catch (InvalidInput refused) {
			return refused.problems()
				.stream()
				.map((one) -> new FieldProblem(one.field() + "-" + answer.questionId(), one.messageKey(),
						one.arguments()))
				.toList();
		}
		catch (Stale ex) {
			return List.of();
		}
	}

	private void save(Person me, InboxItem task, Answer answer, Map<Long, Integer> versions) {
		TaskSheet sheet = tasks.glance(me, task.id());
		boolean same = Objects.equals(text(sheet, "opinion"), answer.opinion())
				&& Objects.equals(text(sheet, "reasons"), answer.reasons());
		try {
			versions.put(answer.questionId(),
					same ? sheet.draftVersion() : tasks.saveDraft(me, task.id(), answer.input(), answer.version()));
		}
		catch (Stale ex) {
			// missing from the answer, which tells the page
		}
	}

	private Asked asked(Person me, ScientificQuestion question, InboxItem task) {
		long coFunder = Group.parse(task.groups().split(",")[0]).organisationId();
		TaskSheet sheet = tasks.glance(me, task.id());
		ConsultationAnswer before = consultations.of(question.id())
			.stream()
			.filter((one) -> one.coFunderId() == coFunder && one.textNumber() > 0)
			.reduce((earlier, later) -> later)
			.orElse(null);
		QuestionText last = (before == null) ? null : texts.find(question.id(), before.textNumber()).orElse(null);
		Objection thread = objections.of(question.id())
			.stream()
			.filter((one) -> one.isOpen() && one.coFunderId() == coFunder)
			.findFirst()
			.orElse(null);
		List<Source> demands = sources.of(question.id())
			.stream()
			.filter((one) -> one.coFunderId() == coFunder)
			.toList();
		return new Asked(question, task, task.isOverdue(clock.instant()), demands, before,
				last == null ? null : TextDifference.between(last.title(), question.title()),
				last == null ? null : TextDifference.between(last.statement(), question.statement()), thread,
				text(sheet, "opinion"), text(sheet, "reasons"), sheet.draftVersion(), sheet.onBehalfOf());
	}

	private static String text(TaskSheet sheet, String field) {
		Object value = sheet.typed().get(field);
		return value == null ? "" : value.toString();
	}

	private Map<Long, InboxItem> byId(Person me, long roundId) {
		Map<Long, InboxItem> open = new LinkedHashMap<>();
		open(me, roundId).forEach((question, task) -> open.put(question.id(), task));
		return open;
	}

	private Map<ScientificQuestion, InboxItem> open(Person me, long roundId) {
		Map<ScientificQuestion, InboxItem> open = new LinkedHashMap<>();
		inbox.list(me, InboxFilter.ALL, 0, ALL)
			.stream()
			.filter((item) -> item.process().equals("question-distillation") && item.step().equals("consult"))
			.forEach((item) -> {
				ScientificQuestion question = questions.require(item.subject().id());
				if (question.roundId() == roundId) {
					open.put(question, item);
				}
			});
		return open;
	}

}
