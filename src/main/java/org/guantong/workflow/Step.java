package org.guantong.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.guantong.identity.Person;
import org.guantong.shared.Subject;

/**
 * The definition of one human step: what its form starts with, which page its work is
 * done on, what completing it does.
 */
public final class Step {

	private final String process;

	private final String id;

	private Function<TaskContext, Map<String, Object>> prefill = (task) -> Map.of();

	private Function<TaskContext, Subject> about = TaskContext::subject;

	private Function<TaskContext, String> page = (task) -> null;

	private Function<TaskContext, Duration> remindBefore = (task) -> null;

	private BiConsumer<TaskContext, FormData> check = (task, form) -> {
	};

	private BiFunction<TaskContext, FormData, Map<String, Object>> complete = (task, form) -> Map.of();

	private Function<TaskContext, Long> affairOf = (task) -> null;

	private Function<TaskContext, Optional<Person>> keeper = (task) -> Optional.empty();

	private boolean confidential;

	private Set<String> sealedWhile = Set.of();

	private boolean direct;

	Step(String process, String id) {
		this.process = process;
		this.id = id;
	}

	/**
	 * What is known already: values shown in the form, read-only rows and options
	 * included.
	 */
	public Step prefill(Function<TaskContext, Map<String, Object>> prefill) {
		this.prefill = prefill;
		return this;
	}

	/**
	 * What the task is about, when that is not what the whole case is about. Called when
	 * the task is created.
	 */
	public Step about(Function<TaskContext, Subject> about) {
		this.about = about;
		return this;
	}

	/**
	 * Path of the page where the step's big work is done; the form is then its
	 * declaration.
	 */
	public Step page(Function<TaskContext, String> page) {
		this.page = page;
		return this;
	}

	/**
	 * How long before it is due those concerned are reminded; unless said here, as the
	 * round says, or three days where there is none.
	 */
	public Step remindBefore(Function<TaskContext, Duration> remindBefore) {
		this.remindBefore = remindBefore;
		return this;
	}

	/**
	 * Rules that a form file cannot say; throws {@link org.guantong.shared.InvalidInput},
	 * writes nothing.
	 */
	public Step check(BiConsumer<TaskContext, FormData> check) {
		this.check = check;
		return this;
	}

	/** What completing does to the stage's own tables. */
	public Step onComplete(BiConsumer<TaskContext, FormData> complete) {
		return decide((task, form) -> {
			complete.accept(task, form);
			return Map.of();
		});
	}

	/**
	 * As {@link #onComplete}, and answers the gateway decisions the process is to keep.
	 * Not for multi-instance steps.
	 */
	public Step decide(BiFunction<TaskContext, FormData, Map<String, Object>> complete) {
		this.complete = complete;
		return this;
	}

	/**
	 * Who did it and what they said is shown to the office and to themselves only, as
	 * with reviewers.
	 */
	public Step confidential() {
		this.confidential = true;
		return this;
	}

	/**
	 * What was said is shown to nobody but its author, the office included, while one of
	 * these steps is open in the case: those who are still to speak are not to be swayed.
	 */
	public Step sealedWhile(String... open) {
		this.sealedWhile = Set.of(open);
		return this;
	}

	/**
	 * Who did it and what they said is that organisation's affair: others who take part
	 * in the case see only that it was done, as where each co-funder goes its own way.
	 */
	public Step affairOf(Function<TaskContext, Long> organisation) {
		this.affairOf = organisation;
		return this;
	}

	/**
	 * Who of the group looks after such things: the task is theirs from the start, and
	 * they can release it. Called when the task is created.
	 */
	public Step keptBy(Function<TaskContext, Optional<Person>> keeper) {
		this.keeper = keeper;
		return this;
	}

	/**
	 * Takes effect without the check-your-answers page: only for steps that can be
	 * repeated or taken back.
	 */
	public Step direct() {
		this.direct = true;
		return this;
	}

	public String process() {
		return process;
	}

	public String id() {
		return id;
	}

	public boolean isConfidential() {
		return confidential;
	}

	Set<String> sealedWhile() {
		return sealedWhile;
	}

	public boolean isDirect() {
		return direct;
	}

	/** The key under which the step's form is found. */
	public String formKey() {
		return "forms/" + process + "/" + id + ".form";
	}

	Map<String, Object> prefilled(TaskContext task) {
		return prefill.apply(task);
	}

	public Subject subject(TaskContext task) {
		return about.apply(task);
	}

	/** How long before it is due to remind; empty when the step does not say. */
	public Optional<Duration> reminder(TaskContext task) {
		return Optional.ofNullable(remindBefore.apply(task));
	}

	public Optional<Person> keeper(TaskContext task) {
		return keeper.apply(task);
	}

	Long organisation(TaskContext task) {
		return affairOf.apply(task);
	}

	String pageOf(TaskContext task) {
		return page.apply(task);
	}

	Map<String, Object> completed(TaskContext task, FormData form) {
		check.accept(task, form);
		return complete.apply(task, form);
	}

	void checked(TaskContext task, FormData form) {
		check.accept(task, form);
	}

}
