package org.guantong.project;

import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.attachment.AttachmentOwner;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Subject;

/**
 * The vouchers of one entry of spending, under the rules of its project's other papers.
 */
@Component
class ExpenditureVouchers implements AttachmentOwner, ProjectRecord {

	private final ProjectAttachments papers;

	private final Projects projects;

	private final Budgets budgets;

	ExpenditureVouchers(ProjectAttachments papers, Projects projects, Budgets budgets) {
		this.papers = papers;
		this.projects = projects;
		this.budgets = budgets;
	}

	@Override
	public Kind kind() {
		return Kind.EXPENDITURE;
	}

	@Override
	public Place place(Person reader, long id) {
		Place books = papers.place(reader, projectOf(id));
		return new Place(subject(id, books.subject()), books.organisationId(), books.path());
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		return papers.mayChange(actor, projectOf(id));
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		return papers.isOpen(actor, projectOf(id));
	}

	@Override
	public void requireOpen(Person actor, long id) {
		papers.requireOpen(actor, projectOf(id));
	}

	/** Only entries that have vouchers. */
	@Override
	public List<Subject> things(long projectId) {
		Subject project = projects.require(projectId).subject();
		return budgets.expenditures(projectId)
			.stream()
			.filter((entry) -> entry.vouchers() > 0)
			.map((entry) -> subject(entry.id(), project))
			.toList();
	}

	private static Subject subject(long entry, Subject project) {
		return new Subject(new Ref(Kind.EXPENDITURE, entry), project.code() + "-Z" + entry, project.title());
	}

	private long projectOf(long entry) {
		return budgets.projectOf(entry).orElseThrow(() -> NotFound.of(Kind.EXPENDITURE, entry));
	}

}
