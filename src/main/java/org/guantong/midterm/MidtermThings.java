package org.guantong.midterm;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.guantong.document.DocumentFile;
import org.guantong.identity.Person;
import org.guantong.project.ProjectRecord;
import org.guantong.project.Projects;
import org.guantong.shared.Subject;

/** A project's mid-term checks and the letters about them. */
@Component
class MidtermThings implements ProjectRecord {

	private final MidtermChecks checks;

	private final Projects projects;

	private final MidtermDecisions decisions;

	private final MidtermLetterService letters;

	MidtermThings(MidtermChecks checks, Projects projects, MidtermDecisions decisions, MidtermLetterService letters) {
		this.checks = checks;
		this.projects = projects;
		this.decisions = decisions;
		this.letters = letters;
	}

	@Override
	public List<Subject> things(long projectId) {
		String title = projects.require(projectId).title();
		return checks.findByProjectIdOrderById(projectId)
			.stream()
			.map((check) -> new Subject(check.ref(), check.code(), title))
			.toList();
	}

	@Override
	public List<DocumentFile> documents(Person reader, long projectId, Locale locale) {
		return checks.findByProjectIdOrderById(projectId)
			.stream()
			.flatMap((check) -> decisions.of(check.id())
				.stream()
				.filter((decision) -> decision.issuedAt() != null)
				.map((decision) -> letters.letter(reader, check.id(), decision.id(), locale)))
			.toList();
	}

}
