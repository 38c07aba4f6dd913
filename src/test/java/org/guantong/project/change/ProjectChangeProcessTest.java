package org.guantong.project.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermService;
import org.guantong.project.GivenProjects;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.testing.Coverage;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.Race;
import org.guantong.testing.Site;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A project changes only when everybody who answers for it agrees. */
@GuantongTest
@Import(GivenProjects.class)
class ProjectChangeProcessTest {

	private static Coverage coverage;

	@Autowired
	private Given given;

	@Autowired
	private GivenProjects givenProjects;

	@Autowired
	private ChangeService service;

	@Autowired
	private ProjectChanges changes;

	@Autowired
	private Projects projects;

	@Autowired
	private Milestones milestones;

	@Autowired
	private MidtermService midterms;

	@Autowired
	private Tasks tasks;

	@Autowired
	private Inbox inbox;

	@Autowired
	private Engine engine;

	@Autowired
	private Site site;

	@Autowired
	private JdbcClient jdbc;

	private GivenProjects.Cast cast;

	@Autowired
	void keep(Coverage found) {
		coverage = found;
	}

	@BeforeEach
	void aProject() {
		LocaleContextHolder.setLocale(Locale.CHINESE);
		cast = givenProjects.cast();
	}

	@AfterEach
	void forget() {
		LocaleContextHolder.resetLocaleContext();
	}

	@AfterAll
	static void everyNodeWasPassed() {
		coverage.assertEveryNodeVisited("project-change");
	}

	@Test
	void more_time_is_granted_after_the_host_had_it_amended_and_co_funders_are_told() {
		LocalDate ends = project().endsOn();
		ProjectChange change = apply(cast.pi(), term(ends.plusMonths(6)));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "RETURN", "remarks", "请写明后续安排。"));
		assertThat(state(change)).isEqualTo("AMENDING");
		complete(cast.pi(), change, "amendChange", Map.of("reason", "试验台改造延误半年", "proposal", "延长期内完成部件级试验。"));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE"));

		assertThat(project().endsOn()).isEqualTo(ends.plusMonths(6));
		assertThat(changes.approved(cast.project().id())).singleElement().satisfies((one) -> {
			assertThat(one.was()).isEqualTo(ends.toString());
			assertThat(one.became()).isEqualTo(ends.plusMonths(6).toString());
		});
		assertThat(mails("change-effective")).containsExactly(cast.contact().id());
		assertThat(mails("decided")).contains(cast.pi().id(), cast.host().id());
		assertThat(service.of(cast.contact(), cast.project().id())).as("a co-funder reads what took effect").hasSize(1);
	}

	@Test
	void another_pi_takes_over_the_project_and_what_waits_for_the_old_one() {
		Person newcomer = given.person("新负责", cast.host().organisationId(), Role.PI);
		MidtermCheck check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		ProjectChange change = apply(cast.host(),
				new NewChange(ChangeKind.PI, "原负责人调离", "", newcomer.username(), null, null, List.of()));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE"));

		assertThat(project().piId()).isEqualTo(newcomer.id());
		assertThat(inbox.openAbout("reportProgress", check.ref())).singleElement()
			.satisfies((task) -> assertThat(task.assigneeId()).isEqualTo(newcomer.id()));
		assertThatThrownBy(() -> service.of(cast.pi(), cast.project().id())).isInstanceOf(NotFound.class);
		assertThat(service.of(newcomer, cast.project().id())).hasSize(1);
	}

	@Test
	void another_host_must_take_the_project_and_waits_for_the_mid_term_check() {
		long newHost = given.organisation("HOST", "哈尔滨工业大学");
		Person receiving = given.person("孙管理", newHost, Role.HOST);
		ProjectChange change = apply(cast.pi(),
				new NewChange(ChangeKind.HOST, "负责人调动", "", null, newHost, null, List.of()));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(receiving, change, "acceptHost", Map.of("decision", "ACCEPT", "declaration", true));
		MidtermCheck check = midterms.open(cast.officer(), cast.project().id(), LocalDate.now().plusDays(30));
		assertThatThrownBy(() -> complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE")))
			.isInstanceOf(InvalidInput.class)
			.hasMessageContaining("midterm.obstacle.host");
		jdbc.sql("update midterm_check set state = 'CONTINUED' where id = ?").param(check.id()).update();
		complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE"));

		assertThat(project().hostId()).isEqualTo(newHost);
		assertThatThrownBy(() -> service.of(cast.host(), cast.project().id())).isInstanceOf(NotFound.class);
	}

	@Test
	void a_host_that_does_not_take_the_project_cannot_be_forced() {
		long newHost = given.organisation("HOST", "哈尔滨工业大学");
		Person receiving = given.person("孙管理", newHost, Role.HOST);
		ProjectChange change = apply(cast.pi(),
				new NewChange(ChangeKind.HOST, "负责人调动", "", null, newHost, null, List.of()));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(receiving, change, "acceptHost", Map.of("decision", "DECLINE", "remarks", "不具备条件"));
		assertThatThrownBy(() -> complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE")))
			.hasMessageContaining("change.invalid.notAccepted");
		complete(cast.officer(), change, "decideChange", Map.of("decision", "REFUSE", "remarks", "接收单位不同意。"));

		assertThat(state(change)).isEqualTo("REFUSED");
		assertThat(project().hostId()).isEqualTo(cast.host().organisationId());
	}

	@Test
	void another_plan_moves_milestones_that_are_not_done() {
		Milestone second = milestones.of(cast.project().id()).get(1);
		LocalDate later = second.plannedOn().plusDays(100);
		ProjectChange change = apply(cast.pi(), new NewChange(ChangeKind.PLAN, "样件交付延迟", "部件级验证顺延。", null, null, null,
				List.of(ProjectChange.NewMark.moved(second.id(), later, "完成部件级验证（调整）"))));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), change, "decideChange", Map.of("decision", "RETURN", "remarks", "请说明对需求的影响。"));
		complete(cast.pi(), change, "amendChange", Map.of("reason", "样件交付延迟", "proposal", "顺延，不影响需求。"));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE"));

		assertThat(milestones.of(cast.project().id()).get(1)).satisfies((milestone) -> {
			assertThat(milestone.plannedOn()).isEqualTo(later);
			assertThat(milestone.title()).isEqualTo("完成部件级验证（调整）");
		});
	}

	@Test
	void a_milestone_is_dropped_on_the_page_with_approval_and_cannot_change_again() {
		Milestone second = milestones.of(cast.project().id()).get(1);
		String page = "/projects/" + cast.project().id() + "/changes";
		site.browser(cast.pi())
			.post(page,
					Map.of("kind", "PLAN", "reason", "部件已由企业验证", "proposal", "不再做部件级验证。", "drop-" + second.id(), "on"));
		ProjectChange change = changes.of(cast.project().id()).get(0);
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		jdbc.sql("""
				insert into instalment (project_id, number, payer_id, amount, planned_on, condition, milestone_id)
				values (?, 1, ?, 1000, ?, 'MILESTONE', ?)
				""")
			.params(cast.project().id(), cast.contact().organisationId(), second.plannedOn(), second.id())
			.update();
		assertThatThrownBy(() -> complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE")))
			.as("a payment would wait for ever")
			.hasMessageContaining("payment.obstacle.milestone");
		jdbc.sql("delete from instalment where project_id = ?").param(cast.project().id()).update();
		complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE"));

		assertThat(milestones.of(cast.project().id()).get(1)).satisfies((milestone) -> {
			assertThat(milestone.state()).isEqualTo("DROPPED");
			assertThat(milestone.note()).isEqualTo(change.code());
			assertThat(milestone.plannedOn()).isEqualTo(second.plannedOn());
		});
		assertThat(site.browser(cast.contact()).get(page).body()).contains("取消 (dropped)");
		milestones.progress(second.id(), "DONE", LocalDate.now(), "");
		milestones.replan(second.id(), LocalDate.now(), "x");
		assertThat(milestones.of(cast.project().id()).get(1).state()).isEqualTo("DROPPED");
		assertThatThrownBy(() -> apply(cast.pi(), plan(second, second.plannedOn())))
			.hasMessageContaining("change.invalid.milestone");
	}

	@Test
	void what_was_reached_meanwhile_is_not_planned_anew() {
		Milestone second = milestones.of(cast.project().id()).get(1);
		ProjectChange change = apply(cast.pi(), plan(second, second.plannedOn().plusDays(10)));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		milestones.progress(second.id(), "DONE", LocalDate.now(), "");
		assertThatThrownBy(() -> complete(cast.officer(), change, "decideChange", Map.of("decision", "APPROVE")))
			.hasMessageContaining("change.invalid.overtaken");
		complete(cast.officer(), change, "decideChange", Map.of("decision", "REFUSE", "remarks", "已完成。"));
		assertThat(milestones.of(cast.project().id()).get(1).plannedOn()).isEqualTo(second.plannedOn());
	}

	@Test
	void one_of_a_kind_is_under_way_at_a_time_and_can_be_taken_back() {
		int winners = Race.of(16, (number) -> apply(cast.pi(), term(project().endsOn().plusMonths(3))));
		assertThat(winners).isEqualTo(1);
		ProjectChange change = changes.of(cast.project().id()).get(0);
		assertThatThrownBy(() -> service.withdraw(cast.host(), change.id())).isInstanceOf(AccessDeniedException.class);
		service.withdraw(cast.pi(), change.id());
		assertThat(state(change)).isEqualTo("WITHDRAWN");
		assertThat(inbox.openAbout("endorseChange", change.subject().ref())).isEmpty();
		assertThatThrownBy(() -> service.withdraw(cast.pi(), change.id())).isInstanceOf(Stale.class);
		apply(cast.pi(), term(project().endsOn().plusMonths(3)));
	}

	@Test
	void of_many_who_decide_at_once_one_does() {
		ProjectChange change = apply(cast.pi(), term(project().endsOn().plusMonths(3)));
		complete(cast.host(), change, "endorseChange", Map.of("decision", "ENDORSE"));
		InboxItem task = task(change, "decideChange");
		LocalDate before = project().endsOn();

		int winners = Race.of(32, (number) -> tasks.complete(cast.officer(), task.id(),
				number % 2 == 0 ? Map.of("decision", "APPROVE") : Map.of("decision", "REFUSE", "remarks", "不同意")));

		assertThat(winners).isEqualTo(1);
		engine.settle();
		assertThat(project().endsOn()).isEqualTo(state(change).equals("APPROVED") ? before.plusMonths(3) : before);
	}

	@Test
	void each_fault_is_named_and_only_pi_and_host_apply() {
		LocalDate ends = project().endsOn();
		assertFault(term(ends), "newEndsOn");
		assertFault(term(ends.plusMonths(13)), "newEndsOn");
		assertFault(new NewChange(ChangeKind.PI, "", "", cast.pi().username(), null, null, List.of()), "reason",
				"newPi");
		assertFault(new NewChange(ChangeKind.HOST, "调动", "", null, cast.host().organisationId(), null, List.of()),
				"newHostId");
		assertFault(new NewChange(ChangeKind.PLAN, "调整", "", null, null, null,
				List.of(ProjectChange.NewMark.moved(-1, ends, "x"))), "proposal", "marks[0]");
		assertFault(new NewChange(null, "", "", null, null, null, List.of()), "kind");
		assertThatThrownBy(() -> apply(cast.officer(), term(ends.plusMonths(1))))
			.isInstanceOf(AccessDeniedException.class);
		Person stranger = given.person("外人", given.organisation("HOST", "外校"), Role.PI);
		assertThatThrownBy(() -> apply(stranger, term(ends.plusMonths(1)))).isInstanceOf(NotFound.class);
		jdbc.sql("update project set state = 'TERMINATED' where id = ?").param(cast.project().id()).update();
		assertThatThrownBy(() -> apply(cast.pi(), term(ends.plusMonths(1)))).isInstanceOf(Stale.class);
	}

	@Test
	void a_pi_applies_on_the_page_which_keeps_what_was_typed() {
		Site.Browser browser = site.browser(cast.pi());
		String page = "/projects/" + cast.project().id() + "/changes";
		assertThat(browser.get(page + "?kind=TERM").body()).contains("延长至");
		Site.Reply wrong = browser.post(page, Map.of("kind", "TERM", "reason", "试验延误", "newEndsOn", "2020-01-01"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("试验延误", "2020-01-01", "最多延长 12 个月");
		browser.post(page,
				Map.of("kind", "TERM", "reason", "试验延误", "newEndsOn", project().endsOn().plusMonths(2).toString()));
		assertThat(browser.get(page).body()).contains("待单位审核", "撤回申请");
		assertThat(site.browser(cast.officer()).get("/projects/changes/settings").body()).contains("value=\"12\"");
		assertThat(site.browser(cast.officer())
			.post("/projects/changes/settings",
					Map.of("endorseDays", "0", "acceptDays", "7", "decideDays", "10", "amendDays", "10",
							"longestExtension", "12"))
			.status()).isEqualTo(422);
		assertThat(browser.get("/projects/changes/settings").status()).isEqualTo(403);
	}

	private void assertFault(NewChange wanted, String... fields) {
		assertThatThrownBy(() -> apply(cast.pi(), wanted)).isInstanceOf(InvalidInput.class)
			.satisfies(
					(ex) -> assertThat(((InvalidInput) ex).problems()).extracting("field").contains((Object[]) fields));
		assertThat(changes.of(cast.project().id())).isEmpty();
	}

	private static NewChange plan(Milestone milestone, LocalDate on) {
		return new NewChange(ChangeKind.PLAN, "调整", "调整里程碑。", null, null, null,
				List.of(ProjectChange.NewMark.moved(milestone.id(), on, milestone.title())));
	}

	private static NewChange term(LocalDate until) {
		return new NewChange(ChangeKind.TERM, "试验延误", "", null, null, until, List.of());
	}

	private ProjectChange apply(Person actor, NewChange wanted) {
		return service.apply(actor, cast.project().id(), wanted);
	}

	private void complete(Person person, ProjectChange change, String step, Map<String, Object> input) {
		tasks.complete(person, task(change, step).id(), input);
		engine.settle();
	}

	private InboxItem task(ProjectChange change, String step) {
		return inbox.openAbout(step, change.subject().ref())
			.stream()
			.findFirst()
			.orElseThrow(() -> new AssertionError(change.code() + " is not at " + step + " but " + state(change)));
	}

	private String state(ProjectChange change) {
		return changes.require(change.id()).state();
	}

	private Project project() {
		return projects.require(cast.project().id());
	}

	private List<Long> mails(String key) {
		return jdbc.sql("select recipient_id from mail_outbox where key = ? and link = ?")
			.params(key, "/projects/" + cast.project().id() + "/changes")
			.query(Long.class)
			.list();
	}

}
