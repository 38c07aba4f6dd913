package org.guantong.attachment.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.attachment.Attachment;
import org.guantong.attachment.AttachmentService;
import org.guantong.attachment.FileKind;
import org.guantong.attachment.NewAttachment;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.form.ProblemTexts;

/** The page of a thing's files. */
@Controller
@RequestMapping("/attachments/{kind}/{id}")
class AttachmentController {

	private final AttachmentService attachments;

	private final MessageSource messages;

	AttachmentController(AttachmentService attachments, MessageSource messages) {
		this.attachments = attachments;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id) {
		return page(me, kind, id, "", Map.of());
	}

	@PostMapping
	ModelAndView add(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String description,
			@RequestParam(defaultValue = "false") boolean notClassified, RedirectAttributes next, Locale locale)
			throws IOException {
		try {
			Attachment added = attachments.add(me, ref(kind, id),
					new NewAttachment(file.getOriginalFilename(), file.getBytes(), description.strip(), notClassified));
			next.addFlashAttribute("added", added.name());
			return new ModelAndView("redirect:/attachments/" + kind + "/" + id);
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(me, kind, id, description, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/{file}/remove")
	String remove(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@PathVariable long file) {
		attachments.remove(me, ref(kind, id), file);
		return "redirect:/attachments/" + kind + "/" + id;
	}

	@GetMapping("/{file}/content")
	ResponseEntity<byte[]> content(@AuthenticationPrincipal Person me, @PathVariable String kind, @PathVariable long id,
			@PathVariable long file) {
		return attachments.file(me, ref(kind, id), file).download();
	}

	private ModelAndView page(Person me, String kind, long id, String description, Map<String, String> problems) {
		return new ModelAndView("attachment/files").addObject("shelf", attachments.open(me, ref(kind, id)))
			.addObject("kind", kind)
			.addObject("id", id)
			.addObject("accepted", FileKind.accepted())
			.addObject("description", description)
			.addObject("problems", problems);
	}

	private static Ref ref(String kind, long id) {
		return new Ref(Kind.ofSlug(kind), id);
	}

}
