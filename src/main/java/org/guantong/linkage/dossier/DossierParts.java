package org.guantong.linkage.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.attachment.Attachment;
import org.guantong.attachment.AttachmentService;
import org.guantong.audit.AuditEntry;
import org.guantong.audit.AuditTrail;
import org.guantong.document.DocumentFile;
import org.guantong.document.Pdf;
import org.guantong.identity.Person;
import org.guantong.linkage.Traces;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectRecord;
import org.guantong.project.ProjectService;
import org.guantong.project.change.ChangeService;
import org.guantong.project.payment.PaymentService;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Subject;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.FilledForm;
import org.guantong.workflow.FilledForms;

/** Makes the files of a dossier, each as far as its reader may know it. */
@Component
class DossierParts {

	private final ProjectService projects;

	private final PaymentService payments;

	private final ChangeService changes;

	private final List<ProjectRecord> records;

	private final Cases cases;

	private final FilledForms forms;

	private final AttachmentService attachments;

	private final Traces traces;

	private final AuditTrail audit;

	private final Pdf pdf;

	private final MessageSource messages;

	private final Clock clock;

	DossierParts(ProjectService projects, PaymentService payments, ChangeService changes, List<ProjectRecord> records,
			Cases cases, FilledForms forms, AttachmentService attachments, Traces traces, AuditTrail audit, Pdf pdf,
			MessageSource messages, Clock clock) {
		this.projects = projects;
		this.payments = payments;
		this.changes = changes;
		this.records = records;
		this.cases = cases;
		this.forms = forms;
		this.attachments = attachments;
		this.traces = traces;
		this.audit = audit;
		this.pdf = pdf;
		this.messages = messages;
		this.clock = clock;
	}

	/** Plan, team, books, payments and changes on a few sheets. */
	DossierFile overview(Person reader, long projectId, Locale locale) {
		ProjectDetail detail = projects.detail(reader, projectId);
		Map<String, Object> model = new HashMap<>();
		model.put("detail", detail);
		model.put("spent", projects.expenditures(reader, projectId));
		model.put("plan", payments.plan(reader, projectId));
		model.put("changes", changes.of(reader, projectId));
		model.put("today", LocalDate.now(clock));
		return pdf("dossier.overview", "1-", "linkage/dossier-project", model, locale);
	}

	/** From the demands to what came of it. */
	DossierFile chain(Person reader, Subject project, Locale locale) {
		return pdf("dossier.chain", "2-", "linkage/dossier-chain",
				Map.of("trace", traces.of(reader, project.ref()), "project", project), locale);
	}

	/** The stages' things about the project, the project itself first. */
	List<Subject> things(long projectId) {
		return records.stream().flatMap((record) -> record.things(projectId).stream()).toList();
	}

	/** Every form that was completed in the cases about these things. */
	List<DossierFile> forms(Person reader, List<Subject> things, Locale locale) {
		List<DossierFile> files = new ArrayList<>();
		for (Subject thing : things) {
			for (Case found : cases.visibleAbout(reader, thing.ref())) {
				String folder = text("dossier.forms", locale) + "/" + text("process." + found.process(), locale) + " "
						+ found.subject().code() + "/";
				int number = 0;
				for (FilledForm form : forms.of(found.id(), reader, locale)) {
					files.add(form(folder, ++number, found, form, locale));
				}
			}
		}
		return files;
	}

	private DossierFile form(String folder, int number, Case found, FilledForm form, Locale locale) {
		byte[] content = pdf.render("linkage/dossier-form", Map.of("found", found, "entry", form), form.title(), locale,
				form.happenedAt());
		return new DossierFile(folder + "%02d %s.pdf".formatted(number, safe(form.title())), content);
	}

	/** Letters and other finished documents of the stages. */
	List<DossierFile> documents(Person reader, long projectId, Locale locale) {
		return records.stream()
			.flatMap((record) -> record.documents(reader, projectId, locale).stream())
			.map((file) -> new DossierFile(text("dossier.letters", locale) + "/" + safe(file.name()), file.content()))
			.toList();
	}

	/** The files people added, as they were. */
	List<DossierFile> attachments(Person reader, List<Subject> things, Locale locale) {
		List<DossierFile> files = new ArrayList<>();
		for (Subject thing : things) {
			for (Attachment one : of(reader, thing)) {
				DocumentFile file = attachments.file(reader, thing.ref(), one.id());
				files.add(new DossierFile(text("dossier.attachments", locale) + "/" + thing.code() + "/" + one.id()
						+ " " + safe(file.name()), file.content()));
			}
		}
		return files;
	}

	private List<Attachment> of(Person reader, Subject thing) {
		try {
			return attachments.open(reader, thing.ref()).files();
		}
		catch (NotFound ex) {
			// things of this kind have no files
			return List.of();
		}
	}

	/**
	 * Who did what to these things, and whether the chain of the whole record is sound.
	 */
	DossierFile audit(List<Subject> things, Locale locale) {
		Map<String, List<AuditEntry>> entries = new LinkedHashMap<>();
		things.forEach((thing) -> entries.put(thing.code(), audit.entriesFor(thing.ref())));
		return pdf("dossier.audit", "3-", "linkage/dossier-audit", Map.of("entries", entries, "check", audit.verify()),
				locale);
	}

	/** What the archive holds, to be checked against. */
	DossierFile index(Person reader, Subject project, List<DossierFile> files, Locale locale) {
		return pdf("dossier.index", "0-", "linkage/dossier-index",
				Map.of("files", files, "project", project, "reader", reader.name(), "at", now()), locale);
	}

	private DossierFile pdf(String nameKey, String prefix, String template, Map<String, ?> model, Locale locale) {
		String title = text(nameKey, locale);
		return new DossierFile(prefix + title + ".pdf", pdf.render(template, model, title, locale, now()));
	}

	private Instant now() {
		return clock.instant();
	}

	private String text(String key, Locale locale) {
		return messages.getMessage(key, null, locale);
	}

	private static String safe(String name) {
		return name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", "_");
	}

	static Subject project(List<Subject> things) {
		return things.stream().filter((thing) -> thing.kind() == Kind.PROJECT).findFirst().orElseThrow();
	}

}
