package org.guantong.midterm.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.matching.Assignment;
import org.guantong.matching.AssignmentPlan;
import org.guantong.matching.AssignmentProblem;
import org.guantong.midterm.MidtermConflicts;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.review.Expert;
import org.guantong.review.Suitability;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * Proposes a technical and a finance expert for each, for all of them together, so that
 * nobody gets more than they can carry; asks them as proposed.
 */
@Component
class ExpertsMove implements BatchMove {

	private static final String STEP = "assignExperts";

	private final Suitability suitability;

	private final Assignment assignment;

	private final MidtermConflicts conflicts;

	private final Projects projects;

	private final GuideDirections directions;

	private final Tasks tasks;

	private final JdbcClient jdbc;

	ExpertsMove(Suitability suitability, Assignment assignment, MidtermConflicts conflicts, Projects projects,
			GuideDirections directions, Tasks tasks, JdbcClient jdbc) {
		this.suitability = suitability;
		this.assignment = assignment;
		this.conflicts = conflicts;
		this.projects = projects;
		this.directions = directions;
		this.tasks = tasks;
		this.jdbc = jdbc;
	}

	@Override
	public BatchAction action() {
		return BatchAction.ASSIGN;
	}

	@Override
	public void check(BatchOrder order) {
		// needs nothing more
	}

	@Override
	public List<BatchLine> plan(Person actor, List<Target> targets, BatchOrder order) {
		List<Target> open = targets.stream()
			.filter((target) -> target.task(STEP).filter((task) -> target.blocked(actor, task).isEmpty()).isPresent())
			.toList();
		Map<Long, Project> subjects = open.stream()
			.collect(Collectors.toMap((target) -> target.check().id(),
					(target) -> projects.require(target.check().projectId())));
		Map<Long, Expert> technical = assign(Role.EXPERT, subjects);
		Map<Long, Expert> finance = assign(Role.FINANCE_EXPERT, subjects);
		return targets.stream()
			.map((target) -> line(actor, target, technical.get(target.check().id()), finance.get(target.check().id())))
			.toList();
	}

	private BatchLine line(Person actor, Target target, Expert technical, Expert finance) {
		if (target.task(STEP).isEmpty()) {
			return BatchLine.skipped(target.check(), "midterm.batch.notAssigning");
		}
		InboxItem task = target.task(STEP).get();
		return target.blocked(actor, task).orElseGet(() -> {
			if (technical == null || finance == null || technical.id() == finance.id()) {
				return BatchLine.skipped(target.check(), "midterm.batch.noExpert");
			}
			return BatchLine.planned(target.check(), "midterm.batch.assign", name(technical), name(finance),
					technical.id(), finance.id());
		});
	}

	/** Asks those the preview named, when they still can be asked. */
	@Override
	public void perform(Person actor, Target target, BatchOrder order, BatchLine planned) {
		tasks.complete(actor, target.task(STEP).orElseThrow().id(),
				Map.of("technicalExperts", List.of(planned.arguments().get(2).toString()), "financeExpert",
						planned.arguments().get(3).toString()));
	}

	private Map<Long, Expert> assign(Role role, Map<Long, Project> subjects) {
		List<Expert> experts = suitability.experts(role);
		Map<Long, Integer> carried = carried();
		Map<Long, Map<Long, Double>> fits = suitability.of(experts,
				subjects.entrySet().stream().map((one) -> subject(one.getKey(), one.getValue())).toList());
		Set<AssignmentProblem.Pair> forbidden = new HashSet<>();
		subjects.forEach((check, project) -> conflicts.of(project)
			.forEach((expert) -> forbidden.add(new AssignmentProblem.Pair(check, expert))));
		AssignmentPlan plan = assignment.assign(new AssignmentProblem(
				new ArrayList<>(
						subjects.keySet().stream().map((check) -> new AssignmentProblem.Item(check, 1)).toList()),
				experts.stream()
					.map((expert) -> new AssignmentProblem.Expert(expert.id(),
							Math.max(0, expert.mostPanels() - expert.load() - carried.getOrDefault(expert.id(), 0))))
					.toList(),
				(check, expert) -> fits.get(check).getOrDefault(expert, 0.0), forbidden));
		Map<Long, Expert> byId = experts.stream().collect(Collectors.toMap(Expert::id, Function.identity()));
		Map<Long, Expert> assigned = new HashMap<>();
		plan.assigned().forEach((pair) -> assigned.put(pair.item(), byId.get(pair.expert())));
		return assigned;
	}

	private Suitability.Subject subject(long check, Project project) {
		GuideDirection direction = directions.require(project.directionId());
		return new Suitability.Subject(check, project.title() + " " + direction.title() + " " + direction.text(),
				direction.applicationCodes());
	}

	/** Mid-term reviews each expert has to hand in, besides panels. */
	private Map<Long, Integer> carried() {
		Map<Long, Integer> carried = new HashMap<>();
		jdbc.sql("select expert_id, count(*) as many from midterm_review where state = 'INVITED' group by expert_id")
			.query((row) -> {
				carried.put(row.getLong("expert_id"), row.getInt("many"));
			});
		return carried;
	}

	private static String name(Expert expert) {
		return expert.name() + "（" + expert.organisation() + "）";
	}

}
