package org.guantong.guide;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import org.guantong.fund.Criterion;
import org.guantong.fund.GrantCategory;
import org.guantong.fund.GrantCategoryService;
import org.guantong.fund.Round;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundService;
import org.guantong.fund.RoundSettings;
import org.guantong.fund.Rounds;
import org.guantong.fund.TimeLimits;
import org.guantong.identity.Person;
import org.guantong.review.ExpertService;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What a round's settings mean for its directions, and a change of them on the way. */
@GuantongTest
class RoundRulesTest {

	@Autowired
	Given given;

	@Autowired
	TestClock clock;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Rounds rounds;

	@Autowired
	RoundService roundService;

	@Autowired
	GrantCategoryService categories;

	GuideStage stage;

	@BeforeEach
	void aStage(@Autowired DirectionService service, @Autowired GuideDirections directions,
			@Autowired ExpertService directory, @Autowired Tasks tasks, @Autowired Inbox inbox, @Autowired Cases cases,
			@Autowired Engine engine) {
		TestingAuthenticationToken somebody = new TestingAuthenticationToken("somebody", "");
		somebody.setAuthenticated(true);
		SecurityContextHolder.getContext().setAuthentication(somebody);
		stage = new GuideStage(
				new GuideStage.Services(given, service, directions, directory, tasks, inbox, cases, engine), 3);
	}

	@AfterEach
	void backToRealTime() {
		clock.reset();
		SecurityContextHolder.clearContext();
	}

	@Test
	void longerLimitsGiveExpertsAndTheOfficeMoreTime() {
		limits(new TimeLimits(3, 5, 10, 14, 5, 9, 4));
		stage.started();
		assertThat(days(stage.officer, "draftDirection")).isEqualTo(9);
		limits(new TimeLimits(3, 5, 10, 14, 5, 12, 4));
		assertThat(days(stage.officer, "draftDirection")).isEqualTo(12);
		stage.write(stage.content());
		stage.complete(stage.officer, "draftDirection",
				java.util.Map.of("selfCheck", List.of("scientific", "normative", "inclusive", "guiding", "safe")));
		assertThat(days(stage.officer, "confirmPanel")).isEqualTo(4);
		stage.complete(stage.officer, "confirmPanel", java.util.Map.of("experts", GuideStage.ids(stage.experts),
				"reserves", List.of(), "answerDays", 5, "reviewDays", 14));
		Person quick = stage.experts.get(0);
		Person slow = stage.experts.get(1);
		stage.accept(quick);

		limits(new TimeLimits(3, 5, 10, 20, 8, 12, 4));

		assertThat(days(slow, "answerInvitation")).isEqualTo(8);
		assertThat(days(quick, "reviewDirection")).isEqualTo(20);
		assertThat(due(quick)).as("the panel says the same")
			.isCloseTo(stage.task(quick, "reviewDirection").due(), within(1, ChronoUnit.MILLIS));
		clock.pass(Duration.ofDays(6));
		stage.with.engine().settle();
		assertThat(stage.has(slow, "answerInvitation")).as("the invitation's timer moved").isTrue();
		clock.pass(Duration.ofDays(9));
		stage.with.engine().settle();
		assertThat(stage.has(quick, "reviewDirection")).as("the review's timer moved").isTrue();
		assertThat(stage.has(slow, "answerInvitation")).isFalse();
		clock.pass(Duration.ofDays(6));
		stage.with.engine().settle();
		assertThat(stage.has(quick, "reviewDirection")).isFalse();
	}

	@Test
	void onceAnExpertHasJudgedTheRulesStand() {
		RoundPlan plan = roundService.plan(stage.officer, stage.round);
		List<Criterion> others = List.of(new Criterion(null, "one", "唯一", "Only", 100, "", ""));
		stage.invited(3, 0);
		stage.accept(stage.experts.get(0));
		change(new RoundPlan(plan.settings(), plan.fields(), plan.coFunders(), plan.exceptions(), plan.criteria()));
		stage.review(stage.experts.get(0), "APPROVE", 18);

		assertThatThrownBy(() -> change(new RoundPlan(
				plan.settings()
					.with(new org.guantong.fund.PanelRules(5, new java.math.BigDecimal("0.5"),
							plan.settings().rules().passShare(), 3, true, true)),
				plan.fields(), plan.coFunders(), plan.exceptions(), others)))
			.isInstanceOfSatisfying(InvalidInput.class,
					(refused) -> assertThat(refused.problems()).extracting(FieldProblem::field)
						.containsExactlyInAnyOrder("criteria", "quorum", "meetingRequired"));
	}

	@Test
	void directionsAreOfTheCategoriesThatAreKept() {
		stage.started();
		String code = "SEED" + given.number();
		GrantCategory seed = categories.add(stage.officer, new GrantCategory(null, 0, code, "种子项目" + code,
				"Seed " + code, new java.math.BigDecimal("30"), 2, 9, false));
		stage.write(of(code, "高熵合金氢脆机理"));
		categories.change(stage.officer, new GrantCategory(seed.id(), seed.version(), code, seed.name(), seed.nameEn(),
				seed.amount(), seed.years(), 9, true));

		stage.write(of(code, "高熵合金氢脆机理与调控"));

		assertThat(stage.now().category()).as("stays what it is").isEqualTo(code);
		stage.write(of("KEY", "高熵合金氢脆机理"));
		assertThatThrownBy(() -> stage.write(of(code, "高熵合金氢脆机理"))).as("retired").isInstanceOf(InvalidInput.class);
		assertThatThrownBy(() -> stage.write(of("NO_SUCH", "高熵合金氢脆机理"))).isInstanceOf(InvalidInput.class);
	}

	private DirectionContent of(String category, String title) {
		DirectionContent like = stage.content();
		return new DirectionContent(title, like.applicationCodes(), like.text(), category, like.intensity(),
				like.expectedApplication());
	}

	private void limits(TimeLimits limits) {
		Round round = rounds.require(stage.round);
		roundService.change(stage.officer, stage.round, round.version(), RoundSettings.of(round).with(limits));
	}

	private void change(RoundPlan plan) {
		roundService.change(stage.officer, stage.round, rounds.require(stage.round).version(), plan);
	}

	/** Whole days from when the task began until it is due. */
	private long days(Person person, String step) {
		var task = stage.task(person, step);
		return Math.round(Duration.between(task.createdAt(), task.due()).toMinutes() / 1440.0);
	}

	private Instant due(Person expert) {
		return jdbc.sql("""
				select m.due_at from panel_member m join panel p on p.id = m.panel_id
				where p.subject_id = ? and p.kind = 'guide-direction' and m.expert_id = ?
				""").params(stage.direction, expert.id()).query(java.sql.Timestamp.class).single().toInstant();
	}

}
