package org.guantong.question;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.demand.NeedsTest;
import org.guantong.identity.Person;
import org.guantong.question.ConsultationAnswer.Opinion;
import org.guantong.question.ScientificQuestion.State;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.InboxItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuestionDistillationProcessTest extends NeedsTest {

	@Autowired
	private QuestionService service;

	@Autowired
	private DistillationService distillation;

	@Autowired
	private ScientificQuestions questions;

	@Autowired
	private QuestionDemands sources;

	@Autowired
	private Consultations consultations;

	@Autowired
	private Cases cases;

	@Autowired
	private Coverage coverage;

	@Autowired
	private AuditTrail audit;

	private long ours;

	private long theirs;

	private ScientificQuestion question;

	@AfterAll
	static void everyNodeWasVisited(@Autowired Coverage coverage) {
		coverage.assertEveryNodeVisited("question-distillation");
	}

	@BeforeEach
	void twoDemandsMakeAQuestion() {
		ours = given.demand(round.id(), contact, "MAT", "刀具涂层疲劳");
		theirs = given.demand(round.id(), otherContact, "MAT", "钻头涂层剥落");
		question = service.propose(officer, round.id(), "涂层失效", List.of(ours, theirs));
	}

	@Test
	void aQuestionIsAgreedWhenEveryCoFunderConcernedAgrees() {
		word("涂层界面损伤演化机理");
		assertThat(now().state()).isEqualTo(State.CONSULTING);
		answer(leader, "AGREE", null);
		assertThat(now().state()).as("one has not answered").isEqualTo(State.CONSULTING);
		answer(otherContact, "AGREE", null);

		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThat(now().title()).isEqualTo("涂层界面损伤演化机理");
		for (Person person : List.of(contact, leader, otherContact, otherLeader)) {
			assertThat(mails(person, "decided")).isEqualTo(1);
		}
		Case found = cases.about("question-distillation", question.subject().ref()).orElseThrow();
		assertThat(found.isRunning()).isFalse();
		assertThat(coverage.visitedBy(found.instanceId())).contains("consult", "announceAgreement", "agreed")
			.doesNotContain("decideSilence", "recordSilence", "announceSetAside");
		assertThat(actions()).containsExactly("question.proposed", "question.worded", "task.completed",
				"question.agreed", "task.completed", "question.agreed", "task.completed", "question.settled");
	}

	@Test
	void anObjectionBringsItBackUntilAllAgree() {
		word("涂层界面损伤");
		answer(leader, "AGREE", null);
		answer(otherLeader, "OBJECT", "未覆盖井下高温工况");

		assertThat(now().state()).isEqualTo(State.DRAFT);
		Map<String, Object> shown = tasks.open(officer, ourTask(officer, "wordQuestion").id()).known();
		assertThat(shown.get("answers").toString()).contains("未覆盖井下高温工况");
		word("高温工况下涂层界面损伤演化机理");
		answer(leader, "AGREE", null);
		answer(otherLeader, "AGREE", null);

		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThat(now().consultationNumber()).isEqualTo(2);
		assertThat(consultations.of(question.id())).extracting(ConsultationAnswer::consultationNumber)
			.containsExactly(1, 1, 2, 2);
	}

	@Test
	void anObjectionNeedsItsReasons() {
		word("涂层界面损伤");

		assertThatThrownBy(() -> answer(leader, "OBJECT", null)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining("reasons");
		assertThat(consultations.of(question.id())).isEmpty();
	}

	@Test
	void silenceIsNoConsentUntilTheOfficerSaysWhy() {
		word("涂层界面损伤");
		answer(leader, "AGREE", null);
		passDays(round.consultationDays() + 1);

		assertThat(now().state()).isEqualTo(State.CONSULTING);
		assertThat(consultations.of(question.id())).extracting(ConsultationAnswer::opinion)
			.containsExactlyInAnyOrder(Opinion.AGREE, Opinion.SILENT);
		complete("decideSilence", officer, Map.of("decision", "ask"));
		assertThat(asks(leader)).as("has answered").isFalse();
		assertThat(asks(otherLeader)).isTrue();
		passDays(round.consultationDays() + 1);
		complete("decideSilence", officer, Map.of("decision", "accept", "reason", "已电话确认无异议"));

		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThat(now().reason()).isEqualTo("已电话确认无异议");
	}

	@Test
	void acceptedSilenceDoesNotOutvoteAnObjection() {
		word("涂层界面损伤");
		answer(leader, "OBJECT", "过宽");
		passDays(round.consultationDays() + 1);
		complete("decideSilence", officer, Map.of("decision", "accept", "reason", "已电话确认"));

		assertThat(now().state()).isEqualTo(State.DRAFT);
		assertThat(ourTask(officer, "wordQuestion")).isNotNull();
	}

	@Test
	void aQuestionSetAsideFreesItsDemands() {
		complete("wordQuestion", officer, Map.of("decision", "setAside", "reason", "属工程开发，无基础问题"));

		assertThat(now().state()).isEqualTo(State.SET_ASIDE);
		assertThat(sources.waiting(round.id())).extracting(QuestionDemands.Source::id).contains(ours, theirs);
		assertThat(mails(contact, "decided")).isEqualTo(1);
		assertThat(asks(leader)).isFalse();
	}

	@Test
	void onlyThoseWhoseDemandsItComesFromAreAsked() {
		service.split(officer, question.id(), theirs);
		word("涂层界面损伤");

		assertThat(asks(leader)).isTrue();
		assertThat(asks(otherLeader)).isFalse();
		answer(contact, "AGREE", null);
		assertThat(now().state()).isEqualTo(State.AGREED);
		assertThatThrownBy(() -> service.require(otherLeader, question.id())).isInstanceOf(NotFound.class);
		assertThat(service.require(leader, question.id())).isNotNull();
	}

	@Test
	void aDemandBelongsToOneQuestionAtMost() {
		assertThatThrownBy(() -> service.propose(officer, round.id(), "另一问题", List.of(ours)))
			.isInstanceOf(InvalidInput.class);
		long another = given.question(round.id(), "MAT", "另一问题");
		assertThatThrownBy(() -> jdbc.sql("insert into question_demand (question_id, demand_id) values (?, ?)")
			.params(another, ours)
			.update()).isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void theLastDemandStaysAndAWordedQuestionKeepsItsDemands() {
		service.split(officer, question.id(), theirs);

		assertThatThrownBy(() -> service.split(officer, question.id(), ours)).isInstanceOf(InvalidInput.class);
		assertThat(sources.of(question.id())).hasSize(1);
		service.merge(officer, question.id(), theirs);
		word("涂层界面损伤");
		assertThatThrownBy(() -> service.split(officer, question.id(), theirs)).isInstanceOf(Stale.class);
	}

	@Test
	void aDemandWithoutAQuestionHasItsReasonOnRecord() {
		service.split(officer, question.id(), theirs);
		assertThatThrownBy(() -> distillation.setDemandAside(officer, theirs, " ")).isInstanceOf(InvalidInput.class);

		distillation.setDemandAside(officer, theirs, "与在研项目重复");

		assertThat(sources.waiting(round.id())).isEmpty();
		assertThat(sources.setAside(round.id())).extracting(QuestionDemands.Aside::reason).containsExactly("与在研项目重复");
		assertThatThrownBy(() -> service.merge(officer, question.id(), theirs)).isInstanceOf(InvalidInput.class);
		distillation.takeDemandBack(officer, theirs);
		service.merge(officer, question.id(), theirs);
		assertThat(sources.of(question.id())).hasSize(2);
	}

	private void word(String title) {
		complete("wordQuestion", officer,
				Map.of("decision", "consult", "title", title, "statement", "针对涂层失效，研究界面损伤演化规律"));
	}

	private void answer(Person person, String opinion, String reasons) {
		complete("consult", person,
				reasons == null ? Map.of("opinion", opinion) : Map.of("opinion", opinion, "reasons", reasons));
	}

	private void complete(String step, Person person, Map<String, Object> answers) {
		tasks.complete(person, ourTask(person, step).id(), answers);
		engine.settle();
	}

	private InboxItem ourTask(Person person, String step) {
		return task(person, step, question.subject());
	}

	private boolean asks(Person person) {
		return inbox.openAbout("consult", question.subject().ref())
			.stream()
			.anyMatch((item) -> item.groups().contains("@" + person.organisationId()));
	}

	private ScientificQuestion now() {
		return questions.require(question.id());
	}

	private List<String> actions() {
		return audit.entriesFor(question.subject().ref()).stream().map(AuditEntry::action).toList();
	}

}
