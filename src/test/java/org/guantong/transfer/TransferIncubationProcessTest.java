package org.guantong.transfer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.achievement.TransferMode;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Case;
import org.guantong.workflow.CaseDiagram;
import org.guantong.workflow.CaseEntry;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guantong.transfer.TransferFixture.NEED;
import static org.guantong.transfer.TransferFixture.argument;
import static org.guantong.transfer.TransferFixture.go;
import static org.guantong.transfer.TransferFixture.invited;
import static org.guantong.transfer.TransferFixture.stageReport;
import static org.guantong.transfer.TransferFixture.willing;

@GuantongTest
class TransferIncubationProcessTest {

	@Autowired
	private TransferService service;

	@Autowired
	private Transfers transfers;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseDiagram diagram;

	@Autowired
	private CaseHistory history;

	@Autowired
	private Engine engine;

	@Autowired
	private Given given;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	private TransferFixture the;

	private Ref subject;

	@AfterAll
	static void everyNodeWasPassed(@Autowired Coverage coverage) {
		coverage.assertEveryNodeVisited("transfer-incubation");
	}

	@BeforeEach
	void anInterestIsDeclared() {
		the = new TransferFixture(given, inbox, tasks, clock);
		subject = service.declare(the.enterprise, the.achievement, NEED, TransferMode.LICENSE).subject().ref();
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
	}

	@Test
	void anInterestIsArguedAgreedIncubatedThroughEveryStageAndTransferred() {
		argueWith(5);
		assertThat(state()).isEqualTo(TransferState.DECLARED);
		the.complete(the.officer, subject, "decideFunding", the.funded(1_000_000, 600_000));
		assertThat(state()).isEqualTo(TransferState.ARGUED);
		the.complete(the.hostAdmin, subject, "signByHost", the.terms(900_000));
		the.complete(the.enterprise, subject, "signByDemandSide", the.terms(800_000));
		assertThat(state()).isEqualTo(TransferState.ARGUED);
		assertThat(tasks.open(the.hostAdmin, the.tasks(the.hostAdmin, subject, "signByHost").get(0).id()).data())
			.containsEntry("amount", new BigDecimal("900000.00"))
			.hasEntrySatisfying("terms", (terms) -> assertThat(terms.toString()).contains("800000"));
		the.complete(the.hostAdmin, subject, "signByHost", the.terms(800_000));
		the.complete(the.enterprise, subject, "signByDemandSide", the.terms(800_000));
		assertThat(state()).isEqualTo(TransferState.AGREED);
		for (Gate gate : List.of(Gate.G2, Gate.G3, Gate.G4)) {
			the.complete(the.pi, subject, "reportStage", stageReport());
			assertThat(state()).isEqualTo(TransferState.INCUBATING);
			the.complete(the.officer, subject, "decideGate", go());
			assertThat(decision(gate)).isEqualTo("GO");
		}
		the.complete(the.officer, subject, "recordOutcome", the.outcome());

		Case ended = ended("成果已转化", TransferState.SIGNED);
		assertThat(diagram.position(ended).passed()).contains("again", "sameTerms", "stageAhead", "transferred")
			.doesNotContain("argumentTimeOver", "answerOverdue", "stopped", "declined", "deferred");
		assertThat(jdbc.sql("select amount from transfer_outcome where transfer_id = ?")
			.param(subject.id())
			.query(BigDecimal.class)
			.single()).isEqualByComparingTo("1200000.5");
		assertThat(mails(the.enterprise, "decided")).hasSize(7).anyMatch((text) -> text.contains("成果已转化"));
		assertThat(mails(the.pi, "decided")).hasSize(7);
	}

	@Test
	void aStageIsPutOffOnceByAYearAtMostAndMayThenBeStopped() {
		argueWith(5);
		the.complete(the.officer, subject, "decideFunding", the.funded(1_000_000, 600_000));
		the.complete(the.enterprise, subject, "signByDemandSide", the.terms(5));
		the.complete(the.hostAdmin, subject, "signByHost", the.terms(5));
		the.complete(the.pi, subject, "reportStage", stageReport());
		assertRefused("decideGate", the.hold(90 + 367), "extendedUntil");
		assertRefused("decideGate", the.hold(80), "extendedUntil");
		the.complete(the.officer, subject, "decideGate", the.hold(200));
		assertThat(the.tasks(the.pi, subject, "reportStage").get(0).due())
			.isEqualTo(java.time.LocalDate.parse(the.day(201)).atStartOfDay(clock.getZone()).toInstant());
		the.complete(the.pi, subject, "reportStage", stageReport());
		assertRefused("decideGate", the.hold(220), "transfer.hold.once");
		the.complete(the.officer, subject, "decideGate", Map.of("decision", "STOP", "remarks", "技术路线不可行。"));

		Case ended = ended("孵育已终止", TransferState.STOPPED);
		assertThat(diagram.position(ended).passed()).contains("gateDecision", "stopped")
			.doesNotContain("stageAhead", "recordOutcome", "transferred");
		assertThat(mails(the.enterprise, "decided")).anyMatch((text) -> text.contains("技术路线不可行。"));
	}

	@Test
	void whenTheTimeToArgueIsOverTheOfficerDecidesOnWhatThereIsAndMayPutItOff() {
		argueWith(2);
		assertThat(the.tasks(the.officer, subject, "decideFunding")).isEmpty();
		clock.pass(Duration.ofDays(15));
		engine.settle();
		the.complete(the.officer, subject, "decideFunding", Map.of("fundingMode", "DEFER", "remarks", "资金未落实，暂缓。"));

		Case ended = ended("已暂缓", TransferState.DECLINED);
		assertThat(diagram.position(ended).passed()).contains("argumentTimeOver", "deferred")
			.doesNotContain("toSign", "signByHost");
		assertThat(service.declare(the.enterprise, the.achievement, NEED, null).id()).isNotEqualTo(subject.id());
	}

	@Test
	void anUnansweredInterestIsToldToTheOfficersAndMayStillBeDeclined() {
		clock.pass(Duration.ofDays(11));
		engine.settle();
		assertThat(mails(the.officer, "interest-overdue")).hasSize(1);
		the.complete(the.pi, subject, "answerInterest", Map.of("answer", "UNWILLING", "reply", "已与他人独家合作。"));

		Case ended = ended("意向未获接受", TransferState.DECLINED);
		assertThat(diagram.position(ended).passed())
			.contains("answerOverdue", "tellNoAnswer", "noAnswerTold", "declined")
			.doesNotContain("assignArgumentExperts");
		assertThat(mails(the.enterprise, "decided")).hasSize(1).allMatch((text) -> text.contains("已与他人独家合作。"));
	}

	@Test
	void anOrganisationCannotDeclareInterestInItsOwnAchievementNorTwiceInTheSame() {
		assertThatThrownBy(() -> service.declare(the.hostAdmin, the.achievement, NEED, null))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("transfer.declare.own");
		assertThatThrownBy(() -> service.declare(the.enterprise, the.achievement, NEED, null))
			.isInstanceOf(Stale.class);
		assertThatThrownBy(() -> service.declare(the.enterprise, the.achievement, "太短", null))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("field=need");
		assertThatThrownBy(() -> service.declare(the.pi, the.achievement, NEED, null))
			.isInstanceOf(AccessDeniedException.class);
		jdbc.sql("update achievement set state = 'REPORTED' where id = ?").param(the.achievement).update();
		assertThatThrownBy(() -> service.declare(the.enterprise, the.achievement, NEED, null))
			.isInstanceOf(NotFound.class);
	}

	@Test
	void fewerThanFiveExpertsOneOfTheDemandSideOrAFirstPaymentBelowSixtyPerCentAreRefused() {
		the.complete(the.pi, subject, "answerInterest", willing());
		assertRefused("assignArgumentExperts", invited(the.experts.subList(0, 4)), "transfer.experts.few");
		assertRefused("assignArgumentExperts", invited(
				List.of(the.experts.get(0), the.experts.get(1), the.experts.get(2), the.experts.get(3), the.ownExpert)),
				"field=experts");
		the.complete(the.officer, subject, "assignArgumentExperts", invited(the.experts));
		the.experts.forEach((expert) -> the.complete(expert, subject, "argueTransfer", argument("OPPOSE")));
		engine.settle();
		assertRefused("decideFunding", the.funded(1_000_000, 599_999), "transfer.firstPayment.share");
		Map<String, Object> disordered = the.funded(1_000_000, 600_000);
		disordered.put("g3On", the.day(90));
		assertRefused("decideFunding", disordered, "field=g3On");
		assertThatThrownBy(
				() -> jdbc.sql("update transfer set support_amount = 100, first_payment = 59.99 where id = ?")
					.param(subject.id())
					.update())
			.isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	void namesAndOpinionsOfExpertsAreKeptFromBothParties() {
		argueWith(1);
		long caseId = cases.about("transfer-incubation", subject).orElseThrow().id();
		for (Person reader : List.of(the.pi, the.hostAdmin, the.enterprise, the.experts.get(1))) {
			assertThat(history.of(caseId, reader)).filteredOn((entry) -> !entry.step().equals("answerInterest"))
				.hasSize(2)
				.allMatch((entry) -> entry.actorName() == null && entry.data() == null);
		}
		assertThat(history.of(caseId, the.officer)).allMatch(CaseEntry::isDisclosed);
	}

	private void argueWith(int answers) {
		the.complete(the.pi, subject, "answerInterest", willing());
		the.complete(the.officer, subject, "assignArgumentExperts", invited(the.experts));
		the.experts.stream()
			.limit(answers)
			.forEach((expert) -> the.complete(expert, subject, "argueTransfer", argument("SUPPORT")));
		engine.settle();
	}

	private void assertRefused(String step, Map<String, Object> form, String because) {
		assertThatThrownBy(() -> the.complete(the.officer, subject, step, form)).isInstanceOf(InvalidInput.class)
			.hasMessageContaining(because);
	}

	private TransferState state() {
		return transfers.require(subject.id()).state();
	}

	private String decision(Gate gate) {
		return jdbc.sql("select decision from transfer_gate where transfer_id = ? and gate = ?")
			.params(subject.id(), gate.name())
			.query(String.class)
			.single();
	}

	private Case ended(String outcome, TransferState state) {
		Case found = cases.about("transfer-incubation", subject).orElseThrow();
		assertThat(found.isRunning()).isFalse();
		assertThat(found.outcome()).isEqualTo(outcome);
		assertThat(state()).isEqualTo(state);
		return found;
	}

	private List<String> mails(Person person, String key) {
		return jdbc.sql("select text_body from mail_outbox where recipient_id = ? and key = ? and link = ?")
			.params(person.id(), key, "/transfers/" + subject.id())
			.query(String.class)
			.list();
	}

}
