package org.guantong.guide.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionPermissions;
import org.guantong.guide.edition.GuideDrafts;
import org.guantong.guide.edition.GuideFiles;
import org.guantong.guide.edition.GuideFiles.Format;
import org.guantong.guide.edition.PublicationService;
import org.guantong.guide.edition.PublishedGuides;
import org.guantong.guide.edition.ReschedulingService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The guide of a round as those see it who work on it: drafts, publication, editions. */
@Controller
@RequestMapping("/guides")
class GuideController {

	private final PublishedGuides published;

	private final GuideDrafts drafts;

	private final GuideFiles files;

	private final PublicationService publication;

	private final ReschedulingService rescheduling;

	private final DirectionPermissions permissions;

	private final Rounds rounds;

	private final MessageSource messages;

	private final Clock clock;

	GuideController(PublishedGuides published, GuideDrafts drafts, GuideFiles files, PublicationService publication,
			ReschedulingService rescheduling, DirectionPermissions permissions, Rounds rounds, MessageSource messages,
			Clock clock) {
		this.published = published;
		this.drafts = drafts;
		this.files = files;
		this.publication = publication;
		this.rescheduling = rescheduling;
		this.permissions = permissions;
		this.rounds = rounds;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/{roundId}")
	String guide(@AuthenticationPrincipal Person actor, @PathVariable long roundId, Model model) {
		List<?> editions = published.editions(roundId);
		model.addAttribute("round", rounds.require(roundId));
		model.addAttribute("editions", editions);
		model.addAttribute("book", editions.isEmpty() ? null : published.inForce(roundId));
		boolean reads = permissions.mayReadDraftGuide(actor);
		model.addAttribute("draft", reads ? drafts.of(actor, roundId) : null);
		model.addAttribute("plan", actor.isOffice() ? publication.plan(actor, roundId) : null);
		return "guide/guide";
	}

	/** The guide before it is published, as a file for the committee. */
	@GetMapping("/{roundId}/draft.{ending:pdf|docx|xlsx}")
	ResponseEntity<byte[]> draft(@AuthenticationPrincipal Person actor, @PathVariable long roundId,
			@PathVariable String ending, Locale locale) {
		Format format = Format.valueOf(ending.toUpperCase(Locale.ROOT));
		return files.of(drafts.of(actor, roundId), format, locale).download();
	}

	@GetMapping("/{roundId}/publication")
	String publication(@AuthenticationPrincipal Person actor, @PathVariable long roundId, Model model) {
		return publication(actor, roundId, Map.of(), Map.of(), model);
	}

	/** Takes {@code direction} for each that is to appear, and {@code number-<id>}. */
	@PostMapping("/{roundId}/publication")
	String schedule(@AuthenticationPrincipal Person actor, @PathVariable long roundId,
			@RequestParam(defaultValue = "") List<Long> direction, @RequestParam Map<String, String> typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			Map<Long, Integer> numbers = new LinkedHashMap<>();
			direction.forEach((id) -> numbers.put(id, number(typed.get("number-" + id))));
			publication.schedule(actor, roundId, numbers, moment(typed));
			next.addFlashAttribute("saved", true);
			return "redirect:/guides/" + roundId + "/publication";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return publication(actor, roundId, typed, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	/** Another time for an edition that is scheduled; {@code when=NOW} for at once. */
	@PostMapping("/{roundId}/publication/{edition}")
	String move(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long edition,
			@RequestParam int version, @RequestParam Map<String, String> typed, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		try {
			rescheduling.move(actor, roundId, edition, version, moment(typed));
			next.addFlashAttribute("moved", true);
			return "redirect:/guides/" + roundId + "/publication";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			String problem = ProblemTexts.of(ex.problems(), messages, locale).get("publishAt");
			return publication(actor, roundId, Map.of("publishAt-" + edition, typed.getOrDefault("publishAt", "")),
					Map.of("publishAt-" + edition, problem), model);
		}
	}

	/** Nothing appears at the time that was arranged. */
	@PostMapping("/{roundId}/publication/{edition}/call-off")
	String callOff(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long edition,
			@RequestParam int version, @RequestParam(defaultValue = "") String reason, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		try {
			rescheduling.callOff(actor, roundId, edition, version, reason);
			next.addFlashAttribute("calledOff", true);
			return "redirect:/guides/" + roundId + "/publication";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return publication(actor, roundId, Map.of("reason-" + edition, reason),
					Map.of("reason-" + edition, ProblemTexts.of(ex.problems(), messages, locale).get("reason")), model);
		}
	}

	private String publication(Person actor, long round, Map<String, String> typed, Map<String, String> problems,
			Model model) {
		model.addAttribute("plan", publication.plan(actor, round));
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		return "guide/publication";
	}

	private Instant moment(Map<String, String> typed) {
		if ("NOW".equals(typed.get("when"))) {
			return null;
		}
		try {
			return LocalDateTime.parse(typed.getOrDefault("publishAt", "")).atZone(clock.getZone()).toInstant();
		}
		catch (DateTimeParseException ex) {
			throw InvalidInput.of("publishAt", "guide.problem.publication.time");
		}
	}

	private static Integer number(String text) {
		try {
			return text == null ? null : Integer.valueOf(text.strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
