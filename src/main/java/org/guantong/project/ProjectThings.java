package org.guantong.project;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.project.annual.AnnualReport;
import org.guantong.project.annual.AnnualReports;
import org.guantong.project.books.LineTransfer;
import org.guantong.project.books.LineTransfers;
import org.guantong.project.change.ProjectChange;
import org.guantong.project.change.ProjectChanges;
import org.guantong.shared.Subject;

/** The project itself, its changes, what moved within its budget, its annual reports. */
@Component
class ProjectThings implements ProjectRecord {

	private final Projects projects;

	private final ProjectChanges changes;

	private final LineTransfers transfers;

	private final AnnualReports reports;

	ProjectThings(Projects projects, ProjectChanges changes, LineTransfers transfers, AnnualReports reports) {
		this.projects = projects;
		this.changes = changes;
		this.transfers = transfers;
		this.reports = reports;
	}

	@Override
	public List<Subject> things(long projectId) {
		return Stream
			.of(Stream.of(projects.require(projectId).subject()),
					changes.of(projectId).stream().map(ProjectChange::subject),
					transfers.of(projectId).stream().map(LineTransfer::subject),
					reports.of(projectId).stream().map(AnnualReport::subject))
			.flatMap((one) -> one)
			.toList();
	}

}
