package org.guantong.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.AccountChange;
import org.guantong.identity.AccountService;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.review.directory.NewAbsence;
import org.guantong.review.directory.NewAffiliation;
import org.guantong.review.directory.NewTie;
import org.guantong.review.directory.TieKind;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Who is proposed, for one panel and for many at once, and who is not and why. */
@GuantongTest
class PanelProposalsTest {

	@Autowired
	Panels panels;

	@Autowired
	PanelProposals proposals;

	@Autowired
	PanelDeskService desk;

	@Autowired
	ExpertService directory;

	@Autowired
	ExpertFileService files;

	@Autowired
	AccountService accounts;

	@Autowired
	Given given;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	Person officer;

	String code;

	@BeforeEach
	void anOfficerAndACodeOfTheirOwn() {
		officer = given.officer();
		code = "E0" + given.number();
	}

	@Test
	void panelsProposedTogetherShareTheGoodExpertsWithinWhatEachCanCarry() {
		List<Person> experts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			experts.add(expert(given.organisation("HOST", "大学"), 1));
		}
		long first = panel(2, Set.of());
		long second = panel(2, Set.of());

		int proposed = proposals.propose(officer, List.of(first, second));

		assertThat(proposed).isEqualTo(2);
		List<Long> seated = new ArrayList<>(chosen(first));
		seated.addAll(chosen(second));
		assertThat(seated).as("each of the four once").containsExactlyInAnyOrderElementsOf(ids(experts));
	}

	@Test
	void noTwoOfAPanelHaveTheSameEmployerEvenIfTheySuitBest() {
		long university = given.organisation("HOST", "同一所大学");
		List<Person> colleagues = List.of(expert(university, 6), expert(university, 6));
		Person other = given.person("外校", given.organisation("HOST", "另一所大学"), Role.EXPERT);
		directory.describe(officer, other.id(),
				new NewExpertProfile(0, List.of(code.substring(0, 3)), List.of("氢脆"), List.of(), 6));

		long panel = panel(2, Set.of());

		assertThat(chosen(panel)).hasSize(2);
		assertThat(chosen(panel).stream().filter(ids(colleagues)::contains)).hasSize(1);
	}

	@Test
	void employmentGrantsPapersAndRelativesWithinTheYearsAreFoundWithEvidenceBeforeAnybodyIsInvited() {
		long interested = given.organisation("HOST", "利益单位");
		int year = LocalDate.now(clock).getYear();
		Person former = expert(given.organisation("HOST", "现单位"), 6);
		files.addAffiliation(officer, former.id(),
				new NewAffiliation(interested, LocalDate.of(year - 8, 1, 1), LocalDate.of(year - 2, 6, 30)));
		Person longGone = expert(given.organisation("HOST", "现单位"), 6);
		files.addAffiliation(officer, longGone.id(),
				new NewAffiliation(interested, LocalDate.of(year - 20, 1, 1), LocalDate.of(year - 9, 6, 30)));
		Person relative = expert(given.organisation("HOST", "现单位"), 6);
		files.addTie(relative, relative.id(), new NewTie(TieKind.RELATIVE, "", "", interested, null, ""));

		long panel = panel(3, Set.of(interested));

		assertThat(panels.conflicts(panel)).filteredOn((one) -> one.expertId() == former.id())
			.singleElement()
			.satisfies((one) -> {
				assertThat(one.kind()).isEqualTo(ConflictKind.SAME_ENTITY);
				assertThat(one.note()).contains("利益单位", (year - 2) + "-06-30");
			});
		assertThat(panels.conflicts(panel)).filteredOn((one) -> one.expertId() == relative.id())
			.extracting(Conflict::kind)
			.containsExactly(ConflictKind.RELATIVE);
		assertThat(chosen(panel)).contains(longGone.id()).doesNotContain(former.id(), relative.id());
		assertThatThrownBy(() -> desk.add(officer, panel, former.id(), true)).isInstanceOf(InvalidInput.class);
		assertThat(desk.search(officer, panel, former.name())).filteredOn((one) -> one.expert().id() == former.id())
			.singleElement()
			.satisfies((one) -> assertThat(one.isFree()).as("shown, with the reason").isFalse());
	}

	@Test
	void theEmployerAnExpertLeavesCountsOn() {
		long left = given.organisation("HOST", "旧单位");
		Person administrator = given.person("管理员", left, Role.ADMIN);
		Person mover = expert(left, 6);
		changeOrganisation(administrator, mover, left);
		changeOrganisation(administrator, mover, given.organisation("HOST", "新单位"));

		long panel = panel(1, Set.of(left));

		assertThat(panels.conflicts(panel)).extracting(Conflict::expertId).contains(mover.id());
		assertThat(files.read(officer, mover.id()).affiliations()).hasSize(2);
	}

	private void changeOrganisation(Person administrator, Person of, long organisation) {
		accounts.change(administrator, of.id(), new AccountChange(of.name(), of.email(), organisation, of.roles(), true,
				accounts.details(administrator, of.id()).version()));
	}

	@Test
	void whoIsAwayForMostOfTheTimeIsNotProposedNorAskedInReserve() {
		Person here = expert(given.organisation("HOST", "大学"), 6);
		Person away = expert(given.organisation("HOST", "大学"), 6);
		Person shortlyAway = expert(given.organisation("HOST", "大学"), 6);
		LocalDate today = LocalDate.now(clock);
		files.addAbsence(away, away.id(), new NewAbsence(today, today.plusDays(11), "访学"));
		files.addAbsence(shortlyAway, shortlyAway.id(), new NewAbsence(today, today.plusDays(3), ""));

		long panel = panel(3, Set.of());

		assertThat(chosen(panel)).contains(here.id(), shortlyAway.id()).doesNotContain(away.id());
		assertThat(panels.members(panel)).extracting(PanelMember::expertId).doesNotContain(away.id());
	}

	@Test
	void threeExpertsAtMostAreExcludedByNameAndNoneOfThemIsProposed() {
		List<Person> experts = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			experts.add(expert(given.organisation("HOST", "大学"), 6));
		}
		long panel = panel(3, Set.of());
		ids(experts).subList(0, 3).forEach((id) -> desk.exclude(officer, panel, id, "需求单位", "存在竞争"));

		assertThatThrownBy(() -> desk.exclude(officer, panel, experts.get(3).id(), "需求单位", "存在竞争"))
			.isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> jdbc.sql("""
				insert into review_exclusion (kind, subject_id, expert_id, named_by, reason, recorded_by, recorded_at)
				select kind, subject_id, ?, 'x', 'x', recorded_by, recorded_at from review_exclusion
				where expert_id = ?
				""").params(experts.get(3).id(), experts.get(0).id()).update()).hasMessageContaining("three experts");
		desk.proposeAgain(officer, panel);

		assertThat(panels.members(panel)).filteredOn((member) -> member.state() == MemberState.PROPOSED)
			.extracting(PanelMember::expertId)
			.doesNotContainAnyElementsOf(ids(experts).subList(0, 3))
			.contains(experts.get(3).id(), experts.get(4).id());
	}

	@Test
	void theOfficeMovesPeopleBetweenInvitationAndReserveAndWhomItTookOffIsNotProposedAgain() {
		for (int i = 0; i < 4; i++) {
			expert(given.organisation("HOST", "大学"), 6);
		}
		long panel = panel(2, Set.of());
		PanelMember first = panels.members(panel).get(0);
		PanelMember reserve = panels.members(panel).stream().filter((one) -> !one.chosen()).findFirst().orElseThrow();

		assertThatThrownBy(() -> desk.remove(officer, first.id(), " ", null)).isInstanceOf(InvalidInput.class);
		desk.remove(officer, first.id(), "方向不符", null);
		desk.settle(officer, reserve.id(), true);

		assertThat(chosen(panel)).contains(reserve.expertId()).doesNotContain(first.expertId());
		desk.proposeAgain(officer, panel);
		assertThat(chosen(panel)).doesNotContain(first.expertId());
		assertThat(desk.read(officer, panel).trail()).extracting(TrailEntry::act, TrailEntry::note)
			.contains(tuple(TrailEntry.Act.REMOVED, "方向不符"));
		desk.add(officer, panel, first.expertId(), false);
		assertThat(desk.read(officer, panel).inReserve()).extracting(PanelMember::expertId).contains(first.expertId());
	}

	@Test
	void theDatabaseKeepsTheTrailAsItWasWritten() {
		long panel = panel(1, Set.of());

		assertThatThrownBy(() -> jdbc.sql("delete from panel_trail where panel_id = ?").param(panel).update())
			.hasMessageContaining("neither changed nor deleted");
	}

	private Person expert(long organisation, int most) {
		Person person = given.person("专家" + given.number(), organisation, Role.EXPERT);
		directory.describe(officer, person.id(),
				new NewExpertProfile(0, List.of(code), List.of("高熵合金", "氢脆"), List.of(), most));
		return person;
	}

	private long panel(int size, Set<Long> interested) {
		return panels.propose(new Ref(Kind.PROJECT, given.number()), Purpose.TECHNICAL, new PanelTerms(size,
				new BigDecimal("0.667"), 5, 14, "高熵合金氢脆机理研究", List.of(code), interested, Map.of()));
	}

	private List<Long> chosen(long panel) {
		return panels.members(panel)
			.stream()
			.filter((member) -> member.chosen() && member.state() == MemberState.PROPOSED)
			.map(PanelMember::expertId)
			.toList();
	}

	private static List<Long> ids(List<Person> people) {
		return people.stream().map(Person::id).toList();
	}

}
