package org.guantong.linkage.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import org.guantong.guide.edition.GuideBook;
import org.guantong.guide.edition.GuideFiles;
import org.guantong.guide.edition.PublishedGuides;

/** Published guides for everybody: to read, to print, to take along. */
@Controller
@RequestMapping("/public/guides")
class GuidePortalController {

	private final PublishedGuides guides;

	private final GuideFiles files;

	GuidePortalController(PublishedGuides guides, GuideFiles files) {
		this.guides = guides;
		this.files = files;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("guides", guides.all());
		return "linkage/guides";
	}

	@GetMapping("/{round}")
	String inForce(@PathVariable long round, Model model, Locale locale) {
		return page(guides.inForce(round), model, locale);
	}

	@GetMapping("/{round}/editions/{number}")
	String edition(@PathVariable long round, @PathVariable int number, Model model, Locale locale) {
		return page(guides.edition(round, number), model, locale);
	}

	@GetMapping("/{round}/editions/{number}/changes")
	String changes(@PathVariable long round, @PathVariable int number, Model model, Locale locale) {
		GuideBook book = guides.edition(round, number);
		model.addAttribute("changes", guides.changes(round, number));
		model.addAttribute("edition",
				guides.editions(round).stream().filter((one) -> one.number() == number).findFirst().orElseThrow());
		model.addAttribute("book", book).addAttribute("title", files.title(book, locale));
		return "linkage/guide-changes";
	}

	@GetMapping("/{round}/editions/{number}/guide.{ending:pdf|docx|xlsx}")
	ResponseEntity<byte[]> file(@PathVariable long round, @PathVariable int number, @PathVariable String ending,
			Locale locale) {
		GuideFiles.Format format = GuideFiles.Format.valueOf(ending.toUpperCase(Locale.ROOT));
		return files.of(guides.edition(round, number), format, locale).download();
	}

	/**
	 * The very bytes whose SHA-256 is the edition's digest: a line of JSON for each
	 * direction.
	 */
	@GetMapping("/{round}/editions/{number}/guide.jsonl")
	ResponseEntity<byte[]> text(@PathVariable long round, @PathVariable int number) {
		return ResponseEntity.ok()
			.contentType(new MediaType("application", "jsonl", StandardCharsets.UTF_8))
			.body(guides.text(round, number).getBytes(StandardCharsets.UTF_8));
	}

	private String page(GuideBook book, Model model, Locale locale) {
		List<?> editions = guides.editions(book.roundId());
		model.addAttribute("book", book).addAttribute("sections", book.sections());
		model.addAttribute("editions", editions).addAttribute("title", files.title(book, locale));
		model.addAttribute("superseded", book.edition() < editions.size());
		return "linkage/guide";
	}

}
