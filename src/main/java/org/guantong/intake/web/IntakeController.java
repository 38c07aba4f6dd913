package org.guantong.intake.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import org.guantong.identity.Person;
import org.guantong.intake.IntakeJob;
import org.guantong.intake.IntakeService;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.FormSchema;
import org.guantong.workflow.form.ProblemTexts;

/** The pages of entering in bulk: get the template, send it, see what became of it. */
@Controller
class IntakeController {

	private final IntakeService intake;

	private final MessageSource messages;

	IntakeController(IntakeService intake, MessageSource messages) {
		this.intake = intake;
		this.messages = messages;
	}

	/** A problem of a row in the words of its reader. */
	record Line(int row, String column, String sentence) {
	}

	@GetMapping("/imports/{kind}/{scope}")
	String open(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long scope, Model model) {
		return page(me, Kind.ofSlug(kind), scope, "", model);
	}

	@GetMapping({ "/imports/{kind}/{scope}/template.xlsx", "/api/imports/{kind}/{scope}/template.xlsx" })
	ResponseEntity<byte[]> template(@AuthenticationPrincipal Person me, @PathVariable String kind,
			@PathVariable long scope, Locale locale) {
		Kind what = Kind.ofSlug(kind);
		byte[] workbook = intake.template(me, what, scope, locale);
		String name = messages.getMessage("intake.template.file",
				new Object[] { messages.getMessage("intake.sheet." + what.slug(), null, locale) }, locale);
		return SheetWriter.file(name, workbook);
	}

	@PostMapping("/imports/{kind}/{scope}")
	String send(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long scope,
			@RequestParam MultipartFile file, @RequestParam(defaultValue = "false") boolean onlyCheck, Locale locale,
			Model model, HttpServletResponse response) throws IOException {
		try {
			return "redirect:/imports/jobs/" + intake.send(me, Kind.ofSlug(kind), scope, file.getOriginalFilename(),
					file.getBytes(), onlyCheck, locale);
		}
		catch (InvalidInput ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return page(me, Kind.ofSlug(kind), scope,
					ProblemTexts.of(ex.problems(), messages, locale).getOrDefault("file", ""), model);
		}
	}

	@GetMapping("/imports/jobs/{id}")
	String job(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale, Model model) {
		IntakeJob job = intake.job(me, id);
		FormSchema schema = intake.schema(me, job.kind(), job.scopeId());
		model.addAttribute("job", job);
		model.addAttribute("place", intake.place(me, job.kind(), job.scopeId()));
		model.addAttribute("lines", lines(job, schema, locale));
		return "intake/job";
	}

	@GetMapping({ "/imports/jobs/{id}/marked.xlsx", "/api/imports/jobs/{id}/marked.xlsx" })
	ResponseEntity<byte[]> marked(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		byte[] workbook = intake.marked(me, id);
		String name = intake.job(me, id).fileName().replaceFirst("(?i)\\.xlsx$", "");
		return SheetWriter.file(name + messages.getMessage("intake.marked.suffix", null, locale), workbook);
	}

	private List<Line> lines(IntakeJob job, FormSchema schema, Locale locale) {
		return job.problems()
			.stream()
			.map((one) -> new Line(one.row(),
					one.problem().field().isEmpty() ? "" : schema.label(one.problem().field(), locale),
					messages.getMessage(one.problem().messageKey(), one.problem().arguments().toArray(), locale)))
			.toList();
	}

	private String page(Person me, Kind kind, long scope, String problem, Model model) {
		model.addAttribute("kind", kind.slug());
		model.addAttribute("scope", scope);
		model.addAttribute("place", intake.place(me, kind, scope));
		model.addAttribute("jobs", intake.jobs(me, kind, scope));
		model.addAttribute("problem", problem);
		return "intake/send";
	}

}
