package org.guantong.project.change;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/** Says what a change would make of a project, and makes it. */
@Component
public class ChangeEffects {

	private final Projects projects;

	private final Milestones milestones;

	private final People people;

	private final Organisations organisations;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	ChangeEffects(Projects projects, Milestones milestones, People people, Organisations organisations,
			AuditTrail audit, ApplicationEventPublisher events) {
		this.projects = projects;
		this.milestones = milestones;
		this.people = people;
		this.organisations = organisations;
		this.audit = audit;
		this.events = events;
	}

	/** How it is now, in names and dates. */
	public String was(ProjectChange change) {
		Project project = projects.require(change.projectId());
		return switch (change.kind()) {
			case PI -> name(people.require(project.piId()));
			case HOST -> organisations.findById(project.hostId()).orElseThrow().name();
			case TERM -> project.endsOn().toString();
			case PLAN -> marks(changed(change).stream()
				.map((one) -> ProjectChange.NewMark.moved(one.id(), one.plannedOn(), one.title()))
				.toList(), change);
		};
	}

	/** How it would be. */
	public String becomes(ProjectChange change) {
		return switch (change.kind()) {
			case PI -> name(people.require(change.newPiId()));
			case HOST -> change.newHost();
			case TERM -> change.newEndsOn().toString();
			case PLAN -> marks(change.marks(), change);
		};
	}

	/** From now on the project is as was applied for. */
	public void take(ProjectChange change) {
		Project project = projects.require(change.projectId());
		switch (change.kind()) {
			case PI -> {
				projects.save(project.ledBy(change.newPiId()));
				events.publishEvent(new PiChanged(project.id(), people.require(project.piId()),
						people.require(change.newPiId()), people.require(change.decidedBy())));
			}
			case HOST -> projects.save(project.at(change.newHostId()));
			case TERM -> projects.save(project.until(change.newEndsOn()));
			case PLAN -> change.marks().forEach((mark) -> plan(mark, change));
		}
		audit.record(null, "project.changed", project.subject().ref(), change.code());
	}

	/**
	 * Whether a milestone it is about was reached or dropped since it was applied for.
	 */
	public boolean isOvertaken(ProjectChange change) {
		return !changed(change).stream().allMatch(Milestone::isOpen);
	}

	private void plan(ProjectChange.NewMark mark, ProjectChange change) {
		if (mark.dropped()) {
			milestones.drop(mark.milestoneId(), change.code());
		}
		else {
			milestones.replan(mark.milestoneId(), mark.plannedOn(), mark.title());
		}
	}

	private List<Milestone> changed(ProjectChange change) {
		Map<Long, ProjectChange.NewMark> wanted = change.marks()
			.stream()
			.collect(Collectors.toMap(ProjectChange.NewMark::milestoneId, Function.identity()));
		return milestones.of(change.projectId()).stream().filter((one) -> wanted.containsKey(one.id())).toList();
	}

	private String marks(List<ProjectChange.NewMark> marks, ProjectChange change) {
		Map<Long, Integer> numbers = milestones.of(change.projectId())
			.stream()
			.collect(Collectors.toMap(Milestone::id, Milestone::number));
		return marks.isEmpty() ? "—"
				: marks.stream()
					.map((one) -> numbers.get(one.milestoneId()) + ". " + one.title() + " "
							+ (one.dropped() ? "取消 (dropped)" : one.plannedOn()))
					.collect(Collectors.joining("；"));
	}

	private static String name(Person person) {
		return person.name() + "（" + person.organisationName() + "）";
	}

}
