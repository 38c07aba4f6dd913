package org.guantong.project;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.project.books.LineTransfer;
import org.guantong.project.books.LineTransfers;
import org.guantong.project.change.ProjectChange;
import org.guantong.project.change.ProjectChanges;
import org.guantong.shared.Subject;

/** The project itself, its changes, and what moved within its budget. */
@Component
class ProjectThings implements ProjectRecord {

	private final Projects projects;

	private final ProjectChanges changes;

	private final LineTransfers transfers;

	ProjectThings(Projects projects, ProjectChanges changes, LineTransfers transfers) {
		this.projects = projects;
		this.changes = changes;
		this.transfers = transfers;
	}

	@Override
	public List<Subject> things(long projectId) {
		return Stream
			.of(Stream.of(projects.require(projectId).subject()),
					changes.of(projectId).stream().map(ProjectChange::subject),
					transfers.of(projectId).stream().map(LineTransfer::subject))
			.flatMap((one) -> one)
			.toList();
	}

}
