package org.guantong.project;

import java.util.List;
import java.util.Locale;

import org.guantong.document.DocumentFile;
import org.guantong.identity.Person;
import org.guantong.shared.Subject;

/**
 * What a stage has on record about a project. Each stage declares a bean; whoever puts a
 * project's dossier together asks them all, so that a new stage needs no change there.
 */
public interface ProjectRecord {

	/**
	 * The stage's own things about the project: their cases, files and audit entries
	 * belong to its record.
	 */
	List<Subject> things(long projectId);

	/** Finished documents beside those, e.g. letters, that the reader may have. */
	default List<DocumentFile> documents(Person reader, long projectId, Locale locale) {
		return List.of();
	}

}
