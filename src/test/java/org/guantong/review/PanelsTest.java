package org.guantong.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@GuantongTest
class PanelsTest {

	@Autowired
	Panels panels;

	@Autowired
	Reviews reviews;

	@Autowired
	ExpertService directory;

	@Autowired
	Given given;

	@Autowired
	JdbcClient jdbc;

	Person officer;

	String code;

	List<Person> experts;

	@BeforeEach
	void fiveExpertsOfOneSpeciality() {
		officer = given.officer();
		code = "E0" + given.number();
		experts = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			experts.add(expert("李专家" + i, "大学"));
		}
	}

	@Test
	void theBestAreProposedWithReasonsAndTheRestStandInReserve() {
		long panel = propose(3, Set.of(), Map.of());

		List<PanelMember> members = panels.members(panel);

		assertThat(members.stream().filter(PanelMember::chosen)).hasSize(3)
			.allMatch((member) -> member.matchedCodes().contains(code) && member.affinity() >= 0.5);
		assertThat(members.stream().map(PanelMember::expertId)).containsAll(ids(experts));
	}

	@Test
	void whoBelongsToAnInterestedLegalEntityIsOnRecordAndNeverProposed() {
		Person colleague = experts.get(0);
		Person affiliated = experts.get(1);
		long interested = given.organisation("HOST", "利益单位");
		jdbc.sql("insert into expert_affiliation (account_id, organisation_id) values (?, ?)")
			.params(affiliated.id(), interested)
			.update();

		long panel = propose(3, Set.of(colleague.organisationId(), interested),
				Map.of(experts.get(2).id(), ConflictKind.CO_GRANT));

		assertThat(panels.members(panel)).extracting(PanelMember::expertId)
			.doesNotContain(colleague.id(), affiliated.id(), experts.get(2).id());
		assertThat(panels.conflicts(panel)).extracting(Conflict::expertId, Conflict::kind)
			.contains(tuple(colleague, ConflictKind.SAME_ENTITY), tuple(affiliated, ConflictKind.SAME_ENTITY),
					tuple(experts.get(2), ConflictKind.CO_GRANT));
		assertThatThrownBy(() -> panels.confirm(officer, panel, List.of(colleague.id()), List.of(), 5, 14))
			.isInstanceOf(InvalidInput.class);
	}

	@Test
	void anExpertWhoCarriesEnoughIsNotChosen() {
		directory.describe(officer, experts.get(0).id(),
				new NewExpertProfile(1, List.of(code), List.of("高熵合金"), List.of(), 0));

		long panel = propose(4, Set.of(), Map.of());

		assertThat(panels.members(panel).stream().filter(PanelMember::chosen)).extracting(PanelMember::expertId)
			.containsExactlyInAnyOrderElementsOf(ids(experts.subList(1, 5)));
	}

	@Test
	void whoDeclinesIsReplacedByTheNextInReserveUntilNobodyIsLeft() {
		long panel = invited(2, 1);
		long first = panels.pending(panel).get(0);
		long second = panels.pending(panel).get(1);

		panels.decline(experts.get(0), first, DeclineReason.AWAY, "出差");
		long third = panels.replace(first).orElseThrow();
		panels.declareConflict(experts.get(1), second, ConflictKind.RELATIVE, "申请人近亲属");

		assertThat(panels.member(third).expertId()).isEqualTo(experts.get(2).id());
		assertThat(panels.replace(second)).isEmpty();
		assertThat(panels.pending(panel)).containsExactly(third);
		assertThatThrownBy(() -> panels.accept(experts.get(0), first)).isInstanceOf(Stale.class);
		assertThat(panels.conflicts(panel)).filteredOn(Conflict::declared)
			.extracting(Conflict::expertId)
			.containsExactly(experts.get(1).id());
	}

	@Test
	void nobodySeesAnothersReviewBeforeHandingInTheirOwnAndNobodyButTheOfficeSeesNames() {
		long panel = invited(3, 0);
		Person first = experts.get(0);
		Person second = experts.get(1);
		Person outsider = given.person("王代表", given.organisation("CO_FUNDER", "省"), Role.CO_FUNDER_LEADER);
		accept(panel, first);
		accept(panel, second);
		reviews.submit(first, member(panel, first), sheet(80, Recommendation.APPROVE));

		assertThat(reviews.seenBy(second, panel)).isEmpty();
		assertThat(reviews.seenBy(outsider, panel)).isEmpty();
		assertThat(reviews.seenBy(first, panel)).extracting(SubmittedReview::own).containsExactly(true);
		assertThat(reviews.seenBy(officer, panel)).extracting(SubmittedReview::name).containsExactly(first.name());

		reviews.submit(second, member(panel, second), sheet(60, Recommendation.REVISE));

		assertThat(reviews.seenBy(second, panel)).hasSize(2)
			.allMatch((review) -> review.name() == null && review.expertId() == null);
		assertThat(reviews.anonymous(panel)).hasSize(2)
			.allMatch((review) -> review.name() == null && review.expertId() == null);
		assertThat(reviews.seenBy(outsider, panel)).isEmpty();
	}

	@Test
	void inTheNextTurnOthersReviewsAreHiddenAgainUntilOnesOwnIsIn() {
		long panel = invited(2, 0);
		Person first = experts.get(0);
		Person second = experts.get(1);
		for (Person expert : List.of(first, second)) {
			accept(panel, expert);
			reviews.submit(expert, member(panel, expert), sheet(70, Recommendation.REVISE));
		}
		panels.reopen(panel);

		reviews.submit(first, member(panel, first), sheet(90, Recommendation.APPROVE));

		assertThat(reviews.seenBy(second, panel)).extracting(SubmittedReview::turn).containsOnly(1);
		assertThat(reviews.seenBy(first, panel)).extracting(SubmittedReview::turn).containsExactly(1, 1, 2);
		assertThat(reviews.summary(panel).count()).isEqualTo(1);
	}

	@Test
	void theSummaryCountsSharesMeansAndSpreadWithoutNames() {
		long panel = invited(3, 0);
		for (int i = 0; i < 2; i++) {
			accept(panel, experts.get(i));
			reviews.submit(experts.get(i), member(panel, experts.get(i)),
					sheet(80 + 10 * i, i == 0 ? Recommendation.APPROVE : Recommendation.REJECT));
		}

		PanelSummary summary = reviews.summary(panel);

		assertThat(summary.quorumReached()).as("two of three for a quorum of 0.667").isTrue();
		assertThat(summary.share()).isEqualByComparingTo("0.5");
		assertThat(summary.mean()).isEqualByComparingTo("85");
		assertThat(summary.spread()).isEqualByComparingTo("5");
	}

	@Test
	void aReviewNeedsThePledgeItsOwnAuthorAndAnAcceptedInvitation() {
		long panel = invited(2, 0);
		Person expert = experts.get(0);
		long member = member(panel, expert);

		assertThatThrownBy(() -> reviews.submit(expert, member, sheet(80, Recommendation.APPROVE)))
			.isInstanceOf(Stale.class);
		panels.accept(expert, member);
		assertThatThrownBy(() -> reviews.submit(experts.get(1), member, sheet(80, Recommendation.APPROVE)))
			.isInstanceOf(Stale.class);
		ReviewSheet unpledged = new ReviewSheet(BigDecimal.TEN, Map.of(), Recommendation.REJECT, "意见", false);
		assertThatThrownBy(() -> reviews.submit(expert, member, unpledged)).isInstanceOf(InvalidInput.class);
		assertThat(reviews.summary(panel).count()).isZero();
	}

	@Test
	void theDatabaseItselfRefusesToChangeAReviewOrToTakeOneFromSomebodyInConflict() {
		long panel = invited(2, 0);
		Person expert = experts.get(0);
		accept(panel, expert);
		reviews.submit(expert, member(panel, expert), sheet(80, Recommendation.APPROVE));
		accept(panel, experts.get(1));
		long second = member(panel, experts.get(1));
		jdbc.sql(
				"insert into conflict_of_interest (panel_id, expert_id, kind, declared, recorded_at) values (?, ?, 'OTHER', false, now())")
			.params(panel, experts.get(1).id())
			.update();

		assertThatThrownBy(() -> jdbc.sql("update review set score = 10 where member_id = ?")
			.param(member(panel, expert))
			.update()).hasMessageContaining("neither changed nor deleted");
		assertThatThrownBy(() -> reviews.submit(experts.get(1), second, sheet(80, Recommendation.APPROVE)))
			.hasMessageContaining("conflict of interest");
	}

	@Test
	void whoLapsedGetsMoreTimeAndMoreExpertsCanBeAdded() {
		long panel = invited(2, 0);
		accept(panel, experts.get(0));
		panels.noReview(member(panel, experts.get(0)));
		panels.noAnswer(member(panel, experts.get(1)));
		assertThat(panels.pending(panel)).isEmpty();

		panels.extend(officer, panel, List.of(experts.get(3).id()), 7);

		assertThat(panels.members(panel)).filteredOn((member) -> member.state().isPending())
			.extracting(PanelMember::expertId, PanelMember::state)
			.containsExactlyInAnyOrder(tuple(experts.get(0), MemberState.ACCEPTED),
					tuple(experts.get(3), MemberState.INVITED));
	}

	private static org.assertj.core.groups.Tuple tuple(Person person, Object value) {
		return org.assertj.core.groups.Tuple.tuple(person.id(), value);
	}

	private Person expert(String name, String organisation) {
		Person person = given.person(name, given.organisation("HOST", organisation), Role.EXPERT);
		directory.describe(officer, person.id(),
				new NewExpertProfile(0, List.of(code), List.of("高熵合金", "氢脆"), List.of(), 6));
		return person;
	}

	private long propose(int size, Set<Long> organisations, Map<Long, ConflictKind> named) {
		return panels.propose(new Ref(Kind.PROJECT, given.number()), Purpose.TECHNICAL, new PanelTerms(size,
				new BigDecimal("0.667"), 5, 14, "高熵合金氢脆机理研究", List.of(code), organisations, named));
	}

	private long invited(int chosen, int reserves) {
		long panel = propose(chosen, Set.of(), Map.of());
		panels.confirm(officer, panel, ids(experts.subList(0, chosen)), ids(experts.subList(chosen, chosen + reserves)),
				5, 14);
		panels.invite(panel);
		return panel;
	}

	private void accept(long panel, Person expert) {
		panels.accept(expert, member(panel, expert));
	}

	private long member(long panel, Person expert) {
		return panels.members(panel)
			.stream()
			.filter((member) -> member.expertId() == expert.id())
			.findFirst()
			.orElseThrow()
			.id();
	}

	private static List<Long> ids(List<Person> people) {
		return people.stream().map(Person::id).toList();
	}

	private static ReviewSheet sheet(int score, Recommendation recommendation) {
		return new ReviewSheet(BigDecimal.valueOf(score), Map.of(), recommendation, "意见", true);
	}

}
