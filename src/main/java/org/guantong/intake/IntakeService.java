package org.guantong.intake;

import java.util.List;
import java.util.Locale;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import org.guantong.identity.Person;
import org.guantong.intake.book.Layout;
import org.guantong.intake.book.Template;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.spreadsheet.BadBook;
import org.guantong.spreadsheet.BookCheck;
import org.guantong.workflow.form.EntryForms;
import org.guantong.workflow.form.FormSchema;

import org.springframework.context.MessageSource;

/** Entering in bulk: the template, sending it filled in, what became of it. */
@Service
public class IntakeService {

	private static final int LONGEST_NAME = 200;

	private final BulkEntries entries;

	private final IntakeJobs jobs;

	private final IntakeWorker worker;

	private final EntryForms forms;

	private final Template template;

	private final MessageSource messages;

	IntakeService(BulkEntries entries, IntakeJobs jobs, IntakeWorker worker, EntryForms forms, Template template,
			MessageSource messages) {
		this.entries = entries;
		this.jobs = jobs;
		this.worker = worker;
		this.forms = forms;
		this.template = template;
		this.messages = messages;
	}

	/** Where such things are entered. */
	@PreAuthorize("@intakePermissions.mayEnter(#actor, #kind, #scope)")
	public BulkEntry.Place place(Person actor, Kind kind, long scope) {
		return entries.require(kind).place(actor, scope);
	}

	/** The form whose fields are the columns. */
	@PreAuthorize("@intakePermissions.mayEnter(#actor, #kind, #scope)")
	public FormSchema schema(Person actor, Kind kind, long scope) {
		return forms.schema(entries.require(kind).form());
	}

	/** The workbook to fill in. */
	@PreAuthorize("@intakePermissions.mayEnter(#actor, #kind, #scope)")
	public byte[] template(Person actor, Kind kind, long scope, Locale locale) {
		BulkEntry entry = entries.require(kind);
		return template.write(Layout.of(forms.schema(entry.form())), entry.module(), entry.known(actor, scope),
				messages.getMessage("intake.sheet." + kind.slug(), null, locale), locale);
	}

	/**
	 * Takes a filled-in workbook; it is worked through in the background.
	 * @param onlyCheck to be told what is wrong and enter nothing
	 * @return the job's id; of the job under way when the same file is at work already
	 * @throws InvalidInput when the file is no workbook we take
	 * @throws org.guantong.shared.Stale when nothing can be entered now
	 */
	@PreAuthorize("@intakePermissions.mayEnter(#actor, #kind, #scope)")
	public long send(Person actor, Kind kind, long scope, String fileName, byte[] file, boolean onlyCheck,
			Locale locale) {
		if (file.length == 0) {
			throw InvalidInput.of("file", "intake.bad.none");
		}
		try {
			BookCheck.require(file);
		}
		catch (BadBook ex) {
			throw InvalidInput.of("file", ex.messageKey());
		}
		entries.require(kind).requireTurn(actor, scope);
		String language = locale.getLanguage().equals("en") ? "en" : "zh";
		long id = jobs.start(new Sending(actor, kind, scope, tidy(fileName), file, language, onlyCheck));
		worker.wake();
		return id;
	}

	/** The last workbooks this person sent there, newest first. */
	@PreAuthorize("@intakePermissions.mayEnter(#actor, #kind, #scope)")
	public List<IntakeJob> jobs(Person actor, Kind kind, long scope) {
		return jobs.of(actor.id(), kind, scope);
	}

	/**
	 * A job of this person.
	 * @throws NotFound when there is none, or it is somebody else's
	 */
	@PreAuthorize("@intakePermissions.mayRead(#actor)")
	public IntakeJob job(Person actor, long id) {
		return jobs.find(id)
			.filter((job) -> job.startedBy() == actor.id())
			.orElseThrow(() -> new NotFound("intake", id));
	}

	/**
	 * The workbook of a job with its problems marked.
	 * @throws NotFound when there are none, or it is no longer kept
	 */
	@PreAuthorize("@intakePermissions.mayRead(#actor)")
	public byte[] marked(Person actor, long id) {
		return jobs.marked(job(actor, id).id()).orElseThrow(() -> new NotFound("marked workbook", id));
	}

	private static String tidy(String fileName) {
		String name = fileName == null ? "" : fileName.replaceAll("[\\p{Cntrl}\\\\/]+", "_").strip();
		return name.isEmpty() ? "upload.xlsx" : name.substring(Math.max(0, name.length() - LONGEST_NAME));
	}

}
