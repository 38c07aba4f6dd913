package org.guantong.achievement;

import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.project.ProjectRecord;
import org.guantong.project.Projects;
import org.guantong.shared.Subject;

/** A project's closures. */
@Component
class AchievementThings implements ProjectRecord {

	private final Closures closures;

	private final Projects projects;

	AchievementThings(Closures closures, Projects projects) {
		this.closures = closures;
		this.projects = projects;
	}

	@Override
	public List<Subject> things(long projectId) {
		String title = projects.require(projectId).title();
		return closures.findByProjectIdOrderById(projectId).stream().map((closure) -> closure.subject(title)).toList();
	}

}
