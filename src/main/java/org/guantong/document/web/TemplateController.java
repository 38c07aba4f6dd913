package org.guantong.document.web;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.document.WordTemplateService;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** The office's templates of Word documents. */
@Controller
@RequestMapping("/admin/templates")
class TemplateController {

	private final WordTemplateService templates;

	private final MessageSource messages;

	TemplateController(WordTemplateService templates, MessageSource messages) {
		this.templates = templates;
		this.messages = messages;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, Model model) {
		model.addAttribute("templates", templates.all(actor));
		return "document/templates";
	}

	@GetMapping("/{kind}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable String kind, Model model) {
		model.addAttribute("view", templates.open(actor, kind));
		return "document/template";
	}

	@PostMapping("/{kind}")
	String replace(@AuthenticationPrincipal Person actor, @PathVariable String kind, @RequestParam MultipartFile file,
			Model model, RedirectAttributes next, HttpServletResponse response, Locale locale) throws IOException {
		try {
			templates.replace(actor, kind, file.getOriginalFilename(), file.getBytes());
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			FieldProblem problem = ex.problems().get(0);
			model.addAttribute("problem",
					messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale));
			return show(actor, kind, model);
		}
		return done(kind, next);
	}

	@PostMapping("/{kind}/{number}")
	String putBack(@AuthenticationPrincipal Person actor, @PathVariable String kind, @PathVariable int number,
			RedirectAttributes next) {
		templates.putBack(actor, kind, number);
		return done(kind, next);
	}

	@GetMapping("/{kind}/{number}/template.docx")
	ResponseEntity<byte[]> template(@AuthenticationPrincipal Person actor, @PathVariable String kind,
			@PathVariable int number) {
		return templates.template(actor, kind, number).download();
	}

	@GetMapping("/{kind}/{number}/trial.docx")
	ResponseEntity<byte[]> trial(@AuthenticationPrincipal Person actor, @PathVariable String kind,
			@PathVariable int number) {
		return templates.trial(actor, kind, number).download();
	}

	private static String done(String kind, RedirectAttributes next) {
		next.addFlashAttribute("saved", true);
		return "redirect:/admin/templates/" + kind;
	}

}
