package org.guantong.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;

/** Enters the awarded projects of a round together. */
@Service
@Transactional
public class ProjectBatchService {

	private final ProjectService projects;

	private final NewProjectCheck check;

	private final NewProjectChoices choices;

	private final GuideDirections directions;

	ProjectBatchService(ProjectService projects, NewProjectCheck check, NewProjectChoices choices,
			GuideDirections directions) {
		this.projects = projects;
		this.check = check;
		this.choices = choices;
		this.directions = directions;
	}

	/**
	 * What became of one.
	 *
	 * @param project null when it was not entered
	 * @param problems why not; empty otherwise
	 */
	public record Result(Project project, List<FieldProblem> problems) {
	}

	/**
	 * Enters those without faults, each with the indicators of the demands its direction
	 * goes back to, at its last milestone.
	 * @return what became of each, in the same order
	 */
	@PreAuthorize("@projectPermissions.mayEnter(#actor)")
	public List<Result> addAll(Person actor, long roundId, List<NewProject> wanted) {
		List<Result> results = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		for (NewProject one : wanted) {
			List<FieldProblem> problems = new ArrayList<>(check.problems(one, ""));
			boolean named = problems.stream().anyMatch((problem) -> problem.field().equals("code"));
			if (!codes.add(one.code()) && !named) {
				problems.add(FieldProblem.of("code", "project.invalid.codeTaken"));
			}
			if (problems.isEmpty() && !isOfRound(one.direction(), roundId)) {
				problems.add(FieldProblem.of("direction", "project.invalid.otherRound"));
			}
			results.add(new Result(problems.isEmpty()
					? projects.enter(actor, one.measuredBy(choices.measuresOf(one.direction()))) : null, problems));
		}
		return results;
	}

	private boolean isOfRound(String direction, long roundId) {
		return directions.findByCode(direction).map(GuideDirection::roundId).filter((id) -> id == roundId).isPresent();
	}

}
