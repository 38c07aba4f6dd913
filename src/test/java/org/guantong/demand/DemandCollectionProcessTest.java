package org.guantong.demand;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.fund.Round;
import org.guantong.fund.RoundSettings;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.workflow.Case;
import org.guantong.workflow.CaseEntry;
import org.guantong.workflow.CaseHistory;
import org.guantong.workflow.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class DemandCollectionProcessTest extends NeedsTest {

	@Autowired
	private Coverage coverage;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseHistory history;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private DemandCollections collections;

	@AfterAll
	static void everyNodeWasVisited(@Autowired Coverage coverage) {
		coverage.assertEveryNodeVisited("demand-collection");
	}

	@Test
	void demandsAreSubmittedSignedAcceptedAndConfirmed() {
		open();
		Demand first = demand(contact, "超高速切削刀具涂层疲劳失效");
		Demand second = demand(contact, "盐碱地改良");
		Demand theirs = demand(otherContact, "深层页岩油提采");

		submit(contact);
		assertThat(stateOf(first)).isEqualTo(Demand.State.SUBMITTED);
		assertThat(stateOf(theirs)).as("the other co-funder goes at its own pace").isEqualTo(Demand.State.DRAFT);
		sign(leader);
		assertThat(stateOf(first)).isEqualTo(Demand.State.SIGNED);
		judge("ACCEPT", "REJECT:已有相近的在研项目");

		assertThat(stateOf(first)).isEqualTo(Demand.State.ACCEPTED);
		assertThat(stateOf(second)).isEqualTo(Demand.State.REJECTED);
		assertThat(demands.require(second.id()).reason()).isEqualTo("已有相近的在研项目");
		assertThat(mails(contact, "decided")).isEqualTo(1);
		assertThat(mails(leader, "decided")).isEqualTo(1);
		assertThat(mails(otherContact, "decided")).isZero();
		assertThat(hasTask(officer, "confirmCollection")).as("one co-funder is still at it").isFalse();

		submit(otherContact);
		sign(otherLeader);
		judge("ACCEPT");
		complete(officer, "confirmCollection", Map.of("confirmed", true));

		assertThat(rounds.require(round.id()).state()).isEqualTo(Round.State.COLLECTED);
		Case found = cases.about("demand-collection", round.subject().ref()).orElseThrow();
		assertThat(found.isRunning()).isFalse();
		assertThat(coverage.visitedBy(found.instanceId())).contains("signOff", "checkForm", "demandsCollected")
			.doesNotContain("amendDemands", "recordLate", "remindCoFunder");
		assertThat(actions()).containsSubsequence("round.opened", "demand.submitted", "demand.signed",
				"round.collected");
		assertThat(audit.entriesFor(first.subject().ref())).extracting(AuditEntry::action)
			.containsExactly("demand.added", "demand.accepted");
	}

	@Test
	void aContactTakesBackWhatTheLeaderHasNotSignedAndHandsInAgain(@Autowired DemandRecallService recalls) {
		open();
		Demand kept = demand(contact, "高温合金叶片寿命");
		Demand dropped = demand(contact, "重复的需求");
		submit(contact);

		recalls.recall(contact, round.id());

		assertThat(hasTask(leader, "signOff")).isFalse();
		demandService.change(contact, kept.id(), demands.require(kept.id()).version(), content("MAT", "镍基单晶蠕变损伤"),
				List.of());
		demandService.withdraw(contact, dropped.id());
		Demand added = demand(contact, "单晶叶片再结晶机理");
		assertThatThrownBy(() -> recalls.recall(contact, round.id())).isInstanceOf(Stale.class);
		complete(contact, "amendDemands", Map.of("notClassified", true, "remark", "已合并"));
		sign(leader);
		judge("ACCEPT", "ACCEPT");
		assertThat(stateOf(kept)).isEqualTo(Demand.State.ACCEPTED);
		assertThat(stateOf(added)).as("there was time for one more").isEqualTo(Demand.State.ACCEPTED);
		assertThat(stateOf(dropped)).isEqualTo(Demand.State.WITHDRAWN);
		assertThat(actions()).containsSubsequence("demand.submitted", "demand.recalled", "demand.submitted",
				"demand.signed");
	}

	@Test
	void aReturnedDemandComesBackAmendedUntilNoneIsReturned() {
		open();
		Demand good = demand(contact, "高温合金叶片寿命");
		Demand vague = demand(contact, "新材料");
		submit(contact);
		sign(leader);

		judge("ACCEPT", "RETURN:名称过泛，请写明对象和难题");

		assertThat(stateOf(vague)).isEqualTo(Demand.State.RETURNED);
		assertThat(mails(contact, "returned")).isEqualTo(1);
		assertThat(mails(contact, "decided")).isZero();
		Demand seen = demands.require(vague.id());
		demandService.change(contact, vague.id(), seen.version(), content("MAT", "镍基单晶高温蠕变损伤"), List.of());
		complete(contact, "amendDemands", Map.of("notClassified", true, "remark", "已写明"));
		assertThat(hasTask(officer, "checkForm")).as("the leader signs again first").isFalse();
		sign(leader);
		judge("ACCEPT");

		assertThat(stateOf(vague)).isEqualTo(Demand.State.ACCEPTED);
		assertThat(stateOf(good)).isEqualTo(Demand.State.ACCEPTED);
		assertThat(demands.require(vague.id()).title()).isEqualTo("镍基单晶高温蠕变损伤");
		assertThat(mails(contact, "decided")).isEqualTo(1);
	}

	@Test
	void theLeaderSendsAllBackWithTheReason() {
		open();
		Demand demand = demand(contact, "海工装备腐蚀");
		submit(contact);

		complete(leader, "signOff", Map.of("decision", "return", "reason", "请补充企业出资意向"));

		assertThat(stateOf(demand)).isEqualTo(Demand.State.RETURNED);
		assertThat(mails(contact, "returned")).isEqualTo(1);
		assertThat(hasTask(contact, "amendDemands")).isTrue();
		assertThat(hasTask(officer, "checkForm")).isFalse();
	}

	@Test
	void whatIsNotAmendedInTimeIsLeftToTheOfficer() {
		open();
		Demand demand = demand(contact, "海工装备腐蚀");
		submit(contact);
		complete(leader, "signOff", Map.of("decision", "return", "reason", "请补充企业出资意向"));

		passDays(round.amendDays() + 1);

		assertThat(hasTask(contact, "amendDemands")).isFalse();
		assertThatThrownBy(() -> judge("ACCEPT")).as("nobody has signed it").isInstanceOf(InvalidInput.class);
		judge("REJECT:逾期未补正");
		assertThat(stateOf(demand)).isEqualTo(Demand.State.REJECTED);
		assertThat(actions()).contains("demand.amendment-overdue");
	}

	@Test
	void beforeTheDeadlineThoseWhoHaveNotSubmittedAreReminded() {
		open();
		demand(contact, "海工装备腐蚀");
		submit(contact);

		passDays(30 - round.reminderDays());

		assertThat(mails(otherContact, "demand-reminder")).isEqualTo(1);
		assertThat(mails(otherLeader, "demand-reminder")).isEqualTo(1);
		assertThat(mails(contact, "demand-reminder")).as("has submitted").isZero();
		assertThat(hasTask(otherContact, "submitDemands")).as("still may submit").isTrue();
	}

	@Test
	void theDeadlineEndsCollectingForThoseWhoHaveNotSubmitted() {
		open();
		Demand submitted = demand(contact, "海工装备腐蚀");
		Demand draft = demand(otherContact, "未完成的草稿");
		submit(contact);

		passDays(31);

		assertThat(stateOf(draft)).isEqualTo(Demand.State.WITHDRAWN);
		assertThat(stateOf(submitted)).isEqualTo(Demand.State.SUBMITTED);
		assertThat(collections.require(round.id(), otherContact.organisationId()).state())
			.isEqualTo(DemandCollection.State.LATE);
		assertThat(hasTask(otherContact, "submitDemands")).isFalse();
		assertThat(mails(otherContact, "demand-late")).isEqualTo(1);
		assertThatThrownBy(() -> demand(otherContact, "迟到的需求")).isInstanceOf(Stale.class);
		sign(leader);
		judge("ACCEPT");
		assertThat(hasTask(officer, "confirmCollection")).as("the late ones hold nobody up").isTrue();
	}

	@Test
	void aDeadlinePutLaterHoldsForThoseStillAtIt() {
		open();
		settings((now) -> later(now, 10));

		passDays(31);

		assertThat(hasTask(otherContact, "submitDemands")).isTrue();
		assertThat(mails(otherContact, "demand-late")).isZero();
		assertThat(task(otherContact, "submitDemands", round.subject()).due()).isCloseTo(round.demandDeadline(),
				within(1, ChronoUnit.SECONDS));
		passDays(10);
		assertThat(hasTask(otherContact, "submitDemands")).isFalse();
		assertThat(mails(otherContact, "demand-late")).isEqualTo(1);
	}

	@Test
	void nothingIsSubmittedWithoutADemandAndThePromise() {
		open();
		String task = task(contact, "submitDemands", round.subject()).id();

		assertThatThrownBy(() -> tasks.complete(contact, task, Map.of("notClassified", true)))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("nothingToSubmit");
		demand(contact, "海工装备腐蚀");
		assertThatThrownBy(() -> tasks.complete(contact, task, Map.of("notClassified", false)))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("notClassified");
		assertThat(hasTask(contact, "submitDemands")).isTrue();
		assertThat(hasTask(leader, "signOff")).isFalse();
	}

	@Test
	void whatACoFunderSaidAndWasToldIsItsOwnAffair() {
		open();
		demand(contact, "海工装备腐蚀");
		demand(otherContact, "深层页岩油提采");
		submit(contact);
		sign(leader);
		judge("REJECT:涉及企业内部数据");
		long found = cases.about("demand-collection", round.subject().ref()).orElseThrow().id();

		assertThat(history.of(found, officer)).hasSize(3).allMatch(CaseEntry::isDisclosed);
		assertThat(history.of(found, leader)).hasSize(3).allMatch(CaseEntry::isDisclosed);
		assertThat(history.of(found, otherLeader)).hasSize(3)
			.noneMatch(CaseEntry::isDisclosed)
			.allMatch((entry) -> entry.actorName() == null);
	}

	@Test
	void anOpenRoundIsNotOpenedAgain() {
		open();

		assertThatThrownBy(this::open).isInstanceOf(Stale.class);
	}

	private static RoundSettings later(RoundSettings now, int days) {
		return now.withDeadline(now.demandDeadline().plus(Duration.ofDays(days)));
	}

	private List<String> actions() {
		return audit.entriesFor(round.subject().ref()).stream().map(AuditEntry::action).toList();
	}

}
