package org.guantong.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.PersonAuthentication;
import org.guantong.intake.book.FilledBook;
import org.guantong.intake.book.FilledRow;
import org.guantong.intake.book.Layout;
import org.guantong.intake.book.MarkedBook;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.spreadsheet.BadBook;
import org.guantong.workflow.form.EntryForms;

/** Works through one workbook, as the person who sent it. */
@Component
class IntakeRun {

	private static final Logger log = LoggerFactory.getLogger(IntakeRun.class);

	private static final int BEAT = 100;

	private final BulkEntries entries;

	private final IntakeJobs jobs;

	private final Entering entering;

	private final EntryForms forms;

	private final MarkedBook marks;

	private final People people;

	IntakeRun(BulkEntries entries, IntakeJobs jobs, Entering entering, EntryForms forms, MarkedBook marks,
			People people) {
		this.entries = entries;
		this.jobs = jobs;
		this.entering = entering;
		this.forms = forms;
		this.marks = marks;
		this.people = people;
	}

	/** Does a job that is under way here; whatever happens, it is over afterwards. */
	void run(IntakeJob job) {
		SecurityContext before = SecurityContextHolder.getContext();
		try {
			Person actor = people.require(job.startedBy());
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new PersonAuthentication(actor, 0));
			SecurityContextHolder.setContext(context);
			run(job, entries.require(job.kind()), actor);
		}
		catch (BadBook ex) {
			jobs.end(job.id(), IntakeJob.State.REFUSED, ex.messageKey());
		}
		catch (Stale ex) {
			jobs.end(job.id(), IntakeJob.State.REFUSED, ex.messageKey());
		}
		catch (AccessDeniedException | NotFound ex) {
			jobs.end(job.id(), IntakeJob.State.REFUSED, "intake.bad.denied");
		}
		catch (RuntimeException ex) {
			log.error("Workbook of job {} could not be worked through", job.id(), ex);
			jobs.end(job.id(), IntakeJob.State.FAILED, "intake.bad.fault");
		}
		finally {
			SecurityContextHolder.setContext(before);
		}
	}

	private void run(IntakeJob job, BulkEntry entry, Person actor) throws BadBook {
		if (!entry.mayEnter(actor, job.scopeId())) {
			throw new AccessDeniedException("may not enter any more");
		}
		Layout layout = Layout.of(forms.schema(entry.form()));
		Map<String, Object> known = entry.known(actor, job.scopeId());
		byte[] sent = jobs.sent(job.id());
		List<RowProblem> problems = new ArrayList<>();
		List<CheckedRow> rows = check(job, FilledBook.read(sent, layout, known).rows(), layout, known, problems);
		entering.enter(job, entry, actor, rows, problems);
		if (!problems.isEmpty()) {
			problems.sort(Comparator.comparingInt(RowProblem::row));
			jobs.progress(job.id(), IntakeJob.Phase.MARKING, rows.size(), rows.size());
			jobs.refuse(job.id(), problems, marks.mark(sent, layout, problems, job.language()));
		}
	}

	private List<CheckedRow> check(IntakeJob job, List<FilledRow> filled, Layout layout, Map<String, Object> known,
			List<RowProblem> problems) {
		RowCheck check = new RowCheck(layout.schema(), known, problems);
		for (int index = 0; index < filled.size(); index++) {
			if (index % BEAT == 0) {
				jobs.progress(job.id(), IntakeJob.Phase.CHECKING, index, filled.size());
			}
			check.check(filled.get(index));
		}
		return check.rows();
	}

}
