package org.guantong.linkage.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.document.DocumentFile;
import org.guantong.identity.Person;
import org.guantong.project.ProjectSight;
import org.guantong.shared.NotFound;
import org.guantong.shared.Subject;

/** Puts a project's whole record into one archive. */
@Service
public class DossierService {

	private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

	private final DossierParts parts;

	private final ProjectSight sight;

	private final AuditTrail audit;

	DossierService(DossierParts parts, ProjectSight sight, AuditTrail audit) {
		this.parts = parts;
		this.sight = sight;
		this.audit = audit;
	}

	/**
	 * Everything that is on record, in folders, with an index that names each file's size
	 * and SHA-256. That it was taken goes on record itself.
	 * @throws NotFound when there is no such project
	 */
	@PreAuthorize("@linkagePermissions.mayTakeDossier(#reader)")
	@Transactional
	public DocumentFile of(Person reader, long projectId, Locale locale) {
		sight.require(reader, projectId);
		List<Subject> things = parts.things(projectId);
		Subject project = DossierParts.project(things);
		List<DossierFile> files = new ArrayList<>();
		files.add(parts.overview(reader, projectId, locale));
		files.add(parts.chain(reader, project, locale));
		files.add(parts.audit(things, locale));
		files.addAll(parts.forms(reader, things, locale));
		files.addAll(parts.documents(reader, projectId, locale));
		files.addAll(parts.attachments(reader, things, locale));
		files.add(0, parts.index(reader, project, List.copyOf(files), locale));
		audit.record(reader, "dossier.taken", project.ref(), files.size() + " files");
		return new DocumentFile(project.code() + ".zip", ZIP, packed(files));
	}

	private static byte[] packed(List<DossierFile> files) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
			for (DossierFile file : files) {
				zip.putNextEntry(new ZipEntry(file.path()));
				zip.write(file.content());
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
