package org.guantong.project.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.shared.FieldProblem;

/** What is wrong with an application for a change. */
@Component
class ChangeCheck {

	private static final int LONGEST_REASON = 1000;

	private static final int LONGEST_PROPOSAL = 2000;

	private final People people;

	private final Organisations organisations;

	private final Milestones milestones;

	private final ProjectChanges changes;

	ChangeCheck(People people, Organisations organisations, Milestones milestones, ProjectChanges changes) {
		this.people = people;
		this.organisations = organisations;
		this.milestones = milestones;
		this.changes = changes;
	}

	/** Every problem by its field. */
	List<FieldProblem> problems(Project project, NewChange wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.kind() == null) {
			return List.of(FieldProblem.of("kind", "change.invalid.kind"));
		}
		if (wanted.reason().isEmpty() || wanted.reason().length() > LONGEST_REASON) {
			problems.add(FieldProblem.of("reason", "change.invalid.reason"));
		}
		if (wanted.proposal().length() > LONGEST_PROPOSAL) {
			problems.add(FieldProblem.of("proposal", "change.invalid.proposal"));
		}
		switch (wanted.kind()) {
			case PI -> pi(project, wanted, problems);
			case HOST -> host(project, wanted, problems);
			case TERM -> term(project, wanted, problems);
			default -> plan(project, wanted, problems);
		}
		return problems;
	}

	/** Whoever takes over belongs to the host institution. */
	Optional<Person> newPi(Project project, NewChange wanted) {
		return people.byUsername(wanted.newPi() == null ? "" : wanted.newPi().strip())
			.filter((person) -> person.hasIn(Role.PI, project.hostId()) && person.id() != project.piId());
	}

	private void pi(Project project, NewChange wanted, List<FieldProblem> problems) {
		if (newPi(project, wanted).isEmpty()) {
			problems.add(FieldProblem.of("newPi", "change.invalid.newPi"));
		}
	}

	private void host(Project project, NewChange wanted, List<FieldProblem> problems) {
		boolean right = wanted.newHostId() != null && wanted.newHostId() != project.hostId()
				&& organisations.findById(wanted.newHostId())
					.filter((one) -> one.kind() == OrganisationKind.HOST)
					.isPresent();
		if (!right) {
			problems.add(FieldProblem.of("newHostId", "change.invalid.newHost"));
		}
	}

	private void term(Project project, NewChange wanted, List<FieldProblem> problems) {
		int longest = changes.settings().longestExtension();
		LocalDate ends = wanted.newEndsOn();
		if (ends == null || !ends.isAfter(project.endsOn()) || ends.isAfter(project.endsOn().plusMonths(longest))) {
			problems
				.add(FieldProblem.of("newEndsOn", "change.invalid.newEndsOn", project.endsOn().toString(), longest));
		}
	}

	private void plan(Project project, NewChange wanted, List<FieldProblem> problems) {
		Map<Long, Milestone> plan = milestones.of(project.id())
			.stream()
			.collect(Collectors.toMap(Milestone::id, Function.identity()));
		if (wanted.proposal().isEmpty()) {
			problems.add(FieldProblem.of("proposal", "change.invalid.proposal"));
		}
		for (int row = 0; row < wanted.marks().size(); row++) {
			ProjectChange.NewMark mark = wanted.marks().get(row);
			Milestone now = plan.get(mark.milestoneId());
			if (now == null || !now.isOpen()) {
				problems.add(FieldProblem.of("marks[" + row + "]", "change.invalid.milestone"));
				continue;
			}
			if (mark.plannedOn() == null || mark.plannedOn().isBefore(project.startsOn())
					|| mark.plannedOn().isAfter(project.endsOn())) {
				problems.add(FieldProblem.of("marks[" + row + "].plannedOn", "project.invalid.milestoneDate"));
			}
			if (mark.title() == null || mark.title().isBlank() || mark.title().strip().length() > 200) {
				problems.add(FieldProblem.of("marks[" + row + "].title", "change.invalid.title"));
			}
		}
	}

}
