package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.guantong.identity.Person;
import org.guantong.project.Budgets;
import org.guantong.project.GivenProjects;
import org.guantong.project.ProjectService;
import org.guantong.project.Projects;
import org.guantong.testing.Engine;
import org.guantong.testing.Given;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/** Many projects of one round at their mid-term, and the people who bring them on. */
class GivenSeason {

	final GivenProjects.Cast cast;

	final List<MidtermCheck> checks;

	private final With with;

	record With(Given given, GivenProjects projects, ProjectService service, Projects all, Budgets budgets,
			MidtermService midterms, MidtermChecks checks, Tasks tasks, Inbox inbox, Engine engine) {
	}

	GivenSeason(With with, int projects) {
		this.with = with;
		this.cast = with.projects().cast();
		String direction = with.service().detail(cast.officer(), cast.project().id()).directionCode();
		for (int i = 1; i < projects; i++) {
			with.service()
				.enter(cast.officer(), with.projects().wanted("U24A" + with.given().number(), cast.pi(), direction));
		}
		this.checks = with.midterms().openSeason(cast.officer(), cast.round(), LocalDate.now().plusDays(30));
		with.engine().settle();
	}

	MidtermFilter filter() {
		return new MidtermFilter(cast.host().organisationName(), null, null, null, 0);
	}

	MidtermState state(MidtermCheck check) {
		return with.checks().require(check.id()).state();
	}

	/** The PI reports half of everything spent, and how it goes; the host agrees. */
	void report(MidtermCheck check, String progress) {
		List<Map<String, Object>> spending = new ArrayList<>();
		with.budgets()
			.of(check.projectId())
			.lines()
			.forEach((line) -> spending.add(Map.of("spent", line.planned().divide(BigDecimal.valueOf(2)))));
		Map<String, Object> input = new java.util.HashMap<>(Map.of("stages",
				List.of(Map.of("state", "DONE", "actualOn", LocalDate.now().minusDays(70).toString()),
						Map.of("state", "PLANNED")),
				"reached", List.of(Map.of("actual", "±25", "evidence", "检测报告一")), "progressState", progress, "summary",
				"模型已建立，误差降至25%。", "spending", spending, "declaration", true));
		if (!progress.equals("ON_PLAN")) {
			input.put("reasonCode", "STAFF");
		}
		complete(cast.pi(), check, "reportProgress", input);
		complete(cast.host(), check, "endorseReport", Map.of("decision", "ENDORSE", "declaration", true));
	}

	/** Both experts and the co-funder have their say. */
	void review(MidtermCheck check, Map<Long, Person> experts, String grade) {
		for (String step : List.of("reviewProgress", "reviewSpending")) {
			InboxItem task = task(check, step);
			with.tasks()
				.complete(experts.get(task.assigneeId()), task.id(),
						Map.of("conflict", "NONE", "grade", grade, "reasons", "与计划相比如上所述。", "pledge", true));
		}
		complete(cast.contact(), check, "coFunderOpinion", Map.of("served", "YES", "reasons", "满足需求。"));
		with.engine().settle();
	}

	void complete(Person person, MidtermCheck check, String step, Map<String, Object> input) {
		with.tasks().complete(person, task(check, step).id(), input);
		with.engine().settle();
	}

	InboxItem task(MidtermCheck check, String step) {
		return with.inbox()
			.openAbout(step, check.ref())
			.stream()
			.findFirst()
			.orElseThrow(() -> new AssertionError(check.code() + " is not at " + step + " but " + state(check)));
	}

}
