package org.guantong.project;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.project.change.ProjectChange;
import org.guantong.project.change.ProjectChanges;
import org.guantong.shared.Subject;

/** The project itself and its changes. */
@Component
class ProjectThings implements ProjectRecord {

	private final Projects projects;

	private final ProjectChanges changes;

	ProjectThings(Projects projects, ProjectChanges changes) {
		this.projects = projects;
		this.changes = changes;
	}

	@Override
	public List<Subject> things(long projectId) {
		return Stream
			.concat(Stream.of(projects.require(projectId).subject()),
					changes.of(projectId).stream().map(ProjectChange::subject))
			.toList();
	}

}
