package org.guantong.intake.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import org.guantong.identity.Person;
import org.guantong.intake.IntakeJob;
import org.guantong.intake.IntakeService;
import org.guantong.intake.RowProblem;
import org.guantong.shared.Kind;

/** Entering in bulk for programs: send a workbook, ask what became of it. */
@RestController
@RequestMapping("/api/imports")
class IntakeApi {

	private final IntakeService intake;

	private final MessageSource messages;

	IntakeApi(IntakeService intake, MessageSource messages) {
		this.intake = intake;
		this.messages = messages;
	}

	record Problem(int row, String field, String message) {
	}

	/**
	 * @param problems the first of them; all stand in {@code marked.xlsx}
	 * @param refusal why the workbook as a whole was not taken
	 */
	record JobJson(long id, String kind, long scope, String fileName, boolean onlyCheck, String state, int percent,
			int total, int added, int changed, int unchanged, int problemCount, List<Problem> problems,
			String refusal) {
	}

	/** Sends a workbook as the part {@code file}; answers 202 and where to ask. */
	@PostMapping("/{kind}/{scope}")
	ResponseEntity<JobJson> send(@AuthenticationPrincipal Person me, @PathVariable String kind,
			@PathVariable long scope, @RequestParam MultipartFile file,
			@RequestParam(defaultValue = "false") boolean onlyCheck, Locale locale) throws IOException {
		long id = intake.send(me, Kind.ofSlug(kind), scope, file.getOriginalFilename(), file.getBytes(), onlyCheck,
				locale);
		return ResponseEntity.accepted()
			.location(URI.create("/api/imports/jobs/" + id))
			.body(json(intake.job(me, id), locale));
	}

	@GetMapping("/jobs/{id}")
	JobJson job(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return json(intake.job(me, id), locale);
	}

	private JobJson json(IntakeJob job, Locale locale) {
		return new JobJson(job.id(), job.kind().slug(), job.scopeId(), job.fileName(), job.onlyCheck(),
				job.state().name(), job.percent(), job.total(), job.added(), job.changed(), job.unchanged(),
				job.problemCount(), job.problems().stream().map((one) -> problem(one, locale)).toList(),
				job.refusal() == null ? null : messages.getMessage(job.refusal(), null, locale));
	}

	private Problem problem(RowProblem one, Locale locale) {
		return new Problem(one.row(), one.problem().field(),
				messages.getMessage(one.problem().messageKey(), one.problem().arguments().toArray(), locale));
	}

}
