package org.guantong.question.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.fund.Rounds;
import org.guantong.identity.Group;
import org.guantong.identity.Role;
import org.guantong.question.ConsultationAnswer;
import org.guantong.question.ConsultationAnswer.Opinion;
import org.guantong.question.Consultations;
import org.guantong.question.Distilling;
import org.guantong.question.QuestionDemands;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestions;
import org.guantong.workflow.FormData;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** What the model question-distillation calls, and what its tasks do. */
@Component("questionSteps")
public class QuestionSteps implements ProcessSteps {

	private final Distilling distilling;

	private final ScientificQuestions questions;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final Rounds rounds;

	private final MessageSource messages;

	private final Clock clock;

	QuestionSteps(Distilling distilling, ScientificQuestions questions, QuestionDemands sources,
			Consultations consultations, Rounds rounds, MessageSource messages, Clock clock) {
		this.distilling = distilling;
		this.questions = questions;
		this.sources = sources;
		this.consultations = consultations;
		this.rounds = rounds;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public String process() {
		return "question-distillation";
	}

	@Override
	public void define(StepCatalogue steps) {
		steps.step("wordQuestion")
			.affairOf(QuestionSteps::office)
			.page((task) -> "/questions/" + id(task))
			.prefill((task) -> sheet(task, (source) -> true, (answer) -> true))
			.check(this::requireConsultable)
			.onComplete(this::word);
		steps.step("consult")
			.affairOf(QuestionSteps::coFunder)
			.page((task) -> "/rounds/" + questions.require(id(task)).roundId() + "/consultation#q-" + id(task))
			.remindBefore(this::reminder)
			.prefill((task) -> sheet(task, (source) -> source.coFunderId() == coFunder(task),
					(answer) -> answer.coFunderId() == coFunder(task)))
			.onComplete((task, form) -> distilling.answer(task.actor(), id(task), coFunder(task),
					Opinion.valueOf(form.text("opinion")), form.text("reasons")));
		steps.step("decideSilence")
			.affairOf(QuestionSteps::office)
			.page((task) -> "/questions/" + id(task))
			.prefill((task) -> sheet(task, (source) -> true, isOf(questions.require(id(task)))))
			.onComplete(this::decideSilence);
	}

	public String officers() {
		return Group.of(Role.OFFICER).code();
	}

	/** A co-funder's leader or contact speaks for it, whoever is first. */
	public String speakersOf(long coFunderId) {
		return Group.of(Role.CO_FUNDER_LEADER, coFunderId).code() + ","
				+ Group.of(Role.CO_FUNDER_CONTACT, coFunderId).code();
	}

	public List<Long> toConsult(long questionId) {
		return distilling.toAsk(questionId);
	}

	public Date wordingDue(long questionId) {
		return in(rounds.require(questions.require(questionId).roundId()).reviewDays());
	}

	public Date consultationDue(long questionId) {
		return in(rounds.require(questions.require(questionId).roundId()).consultationDays());
	}

	public Date consultationEnd(long questionId) {
		return consultationDue(questionId);
	}

	public void beginWording(long questionId) {
		distilling.beginWording(questionId);
	}

	public boolean isSetAside(long questionId) {
		return questions.require(questionId).state() == ScientificQuestion.State.SET_ASIDE;
	}

	public boolean isToAskAgain(long questionId) {
		return questions.require(questionId).askAgain();
	}

	public boolean allAgreed(long questionId) {
		return distilling.allAgreed(questionId);
	}

	public void recordSilence(long questionId) {
		distilling.recordSilence(questionId);
	}

	public void announceAgreement(long questionId) {
		distilling.agree(questionId);
	}

	public void announceSetAside(long questionId) {
		distilling.release(questionId);
	}

	private void word(TaskContext task, FormData form) {
		if ("setAside".equals(form.text("decision"))) {
			distilling.setAside(task.actor(), id(task), form.text("reason"));
		}
		else {
			distilling.consult(task.actor(), id(task), form.text("title"), form.text("statement"), form.text("reply"));
		}
	}

	private void requireConsultable(TaskContext task, FormData form) {
		if (!"setAside".equals(form.text("decision"))) {
			distilling.requireConsultable(id(task), form.text("title"), form.text("statement"), form.text("reply"));
		}
	}

	private void decideSilence(TaskContext task, FormData form) {
		if ("ask".equals(form.text("decision"))) {
			distilling.askAgain(task.actor(), id(task));
		}
		else {
			distilling.acceptSilence(task.actor(), id(task), form.text("reason"));
		}
	}

	private Map<String, Object> sheet(TaskContext task, Predicate<QuestionDemands.Source> whichDemands,
			Predicate<ConsultationAnswer> whichAnswers) {
		ScientificQuestion question = questions.require(id(task));
		Map<String, Object> sheet = new LinkedHashMap<>();
		sheet.put("title", question.title());
		sheet.put("statement", question.statement());
		sheet.put("demands", sources.of(question.id()).stream().filter(whichDemands).map(QuestionSteps::row).toList());
		sheet.put("answers", consultations.of(question.id()).stream().filter(whichAnswers).map(this::row).toList());
		return sheet;
	}

	private static Map<String, Object> row(QuestionDemands.Source demand) {
		return Map.of("code", demand.code(), "title", demand.title(), "coFunder", demand.coFunderName(), "difficulties",
				demand.difficulties());
	}

	private Map<String, Object> row(ConsultationAnswer answer) {
		return Map.of("number", answer.consultationNumber(), "coFunder", answer.coFunderName(), "opinion",
				messages.getMessage("question.opinion." + answer.opinion(), null, LocaleContextHolder.getLocale()),
				"reasons", answer.reasons());
	}

	private static Predicate<ConsultationAnswer> isOf(ScientificQuestion question) {
		return (answer) -> answer.consultationNumber() == question.consultationNumber();
	}

	private Duration reminder(TaskContext task) {
		return Duration.ofDays(rounds.require(questions.require(id(task)).roundId()).reminderDays());
	}

	private Date in(int days) {
		return Date.from(clock.instant().plus(Duration.ofDays(days)));
	}

	private static long id(TaskContext task) {
		return task.id("questionId");
	}

	/**
	 * What the office types answers one co-funder and is not the others' to read; the
	 * wording they are asked about stands on the question's page.
	 */
	private static long office(TaskContext task) {
		return task.actor().organisationId();
	}

	private static long coFunder(TaskContext task) {
		return task.id("coFunderId");
	}

}
