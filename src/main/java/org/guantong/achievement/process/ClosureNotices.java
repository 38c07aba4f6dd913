package org.guantong.achievement.process;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.achievement.Closure;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.Subject;
import org.guantong.workflow.Cases;

/** The mails of a closure beyond those about tasks. */
@Component
class ClosureNotices {

	private final Mailbox mailbox;

	private final People people;

	private final Projects projects;

	private final Cases cases;

	ClosureNotices(Mailbox mailbox, People people, Projects projects, Cases cases) {
		this.mailbox = mailbox;
		this.people = people;
		this.projects = projects;
		this.cases = cases;
	}

	/** Tells the PI that the report came back, from whom and why. */
	void returned(Closure closure, Person by, String reasons) {
		Project project = projects.require(closure.projectId());
		post("returned", closure, project, List.of(people.require(project.piId())), name(closure, project), by.name(),
				reasons);
	}

	/** Tells PI and host how the closure ended. */
	void decided(Closure closure, String verdict) {
		Project project = projects.require(closure.projectId());
		List<Person> concerned = Stream
			.concat(Stream.of(people.require(project.piId())),
					people.members(Group.of(Role.HOST, project.hostId())).stream())
			.distinct()
			.toList();
		post("decided", closure, project, concerned, name(closure, project),
				new DefaultMessageSourceResolvable("achievement.verdict." + verdict),
				(closure.verdictRemarks() != null) ? closure.verdictRemarks() : "");
	}

	/** Tells the officers that a report is late. */
	void overdue(Closure closure) {
		Project project = projects.require(closure.projectId());
		post("closure-overdue", closure, project, people.withRole(Role.OFFICER), name(closure, project),
				people.require(project.piId()).name(), closure.dueOn());
	}

	private static String name(Closure closure, Project project) {
		return closure.code() + " " + project.title();
	}

	private void post(String key, Closure closure, Project project, List<Person> to, Object... arguments) {
		Subject subject = closure.subject(project.title());
		String thread = "case-" + cases.about("project-closure", subject.ref()).orElseThrow().id();
		to.forEach((person) -> mailbox.post(Notice.of(key, person, thread, "/closures/" + closure.id(), arguments)));
	}

}
