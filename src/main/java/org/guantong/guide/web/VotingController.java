package org.guantong.guide.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.RoundCriteria;
import org.guantong.guide.meeting.Choice;
import org.guantong.guide.meeting.MeetingPaper;
import org.guantong.guide.meeting.MeetingReadingService;
import org.guantong.guide.meeting.MinutesService;
import org.guantong.guide.meeting.NewVote;
import org.guantong.guide.meeting.VotingService;
import org.guantong.identity.Person;
import org.guantong.review.ConflictKind;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.form.ProblemTexts;

/** Holding a meeting: sign-in, the papers, the votes, the minutes. */
@Controller
@RequestMapping("/meetings/{id}")
class VotingController {

	private static final String BALLOT = "ballot-";

	private final MeetingReadingService reading;

	private final VotingService voting;

	private final MinutesService minutes;

	private final RoundCriteria criteria;

	private final MessageSource messages;

	VotingController(MeetingReadingService reading, VotingService voting, MinutesService minutes,
			RoundCriteria criteria, MessageSource messages) {
		this.reading = reading;
		this.voting = voting;
		this.minutes = minutes;
		this.criteria = criteria;
		this.messages = messages;
	}

	@PostMapping("/open")
	String open(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next, Locale locale) {
		try {
			voting.open(actor, id);
		}
		catch (InvalidInput ex) {
			next.addFlashAttribute("problem", sentences(ex, locale));
		}
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/close")
	String close(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		voting.close(actor, id);
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/members/{member}/sign")
	String sign(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long member,
			@RequestParam boolean present) {
		voting.sign(actor, id, member, present);
		return "redirect:/meetings/" + id + "#members";
	}

	@PostMapping("/sign-in")
	String signIn(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		voting.signIn(actor, id);
		return "redirect:/meetings/" + id;
	}

	@GetMapping("/items/{item}")
	String paper(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item, Model model) {
		MeetingPaper paper = reading.paper(actor, id, item);
		model.addAttribute("paper", paper);
		model.addAttribute("sheet", paper.sheet());
		model.addAttribute("meeting", paper.sheet().meeting());
		model.addAttribute("criteria", criteria.of(paper.direction().roundId()));
		model.addAttribute("runs", actor.isOffice());
		model.addAttribute("office", actor.readsEverything());
		model.addAttribute("kinds", ConflictKind.values());
		model.addAttribute("choices", Choice.values());
		return "guide/meeting-item";
	}

	@PostMapping("/items/{item}/recuse")
	String recuse(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item,
			@RequestParam long member, @RequestParam ConflictKind kind, @RequestParam(defaultValue = "") String note) {
		voting.recuse(actor, id, item, member, kind, note);
		return "redirect:/meetings/" + id + "/items/" + item;
	}

	@PostMapping("/items/{item}/vote")
	String vote(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item,
			@RequestParam Map<String, String> params, HttpServletResponse response, Model model, Locale locale) {
		try {
			voting.vote(actor, id, item, vote(params));
			return "redirect:/meetings/" + id + "/items/" + item;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("problem", sentences(ex, locale));
			model.addAttribute("typed", params);
			return paper(actor, id, item, model);
		}
	}

	@PostMapping("/minutes")
	String write(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam int after,
			@RequestParam String text, @RequestParam(defaultValue = "false") boolean confirm, RedirectAttributes next,
			Locale locale) {
		try {
			minutes.write(actor, id, after, text);
			if (confirm) {
				minutes.confirm(actor, id, after + 1);
			}
		}
		catch (InvalidInput ex) {
			next.addFlashAttribute("problem", sentences(ex, locale));
			next.addFlashAttribute("text", text);
		}
		catch (Stale ex) {
			next.addFlashAttribute("problem", messages.getMessage(ex.messageKey(), null, locale));
			next.addFlashAttribute("text", text);
		}
		return "redirect:/meetings/" + id + "#minutes";
	}

	private static NewVote vote(Map<String, String> params) {
		Map<Long, Choice> ballots = new LinkedHashMap<>();
		params.forEach((name, value) -> {
			if (name.matches(BALLOT + "\\d{1,18}") && List.of("FOR", "AGAINST", "ABSTAIN").contains(value)) {
				ballots.put(Long.valueOf(name.substring(BALLOT.length())), Choice.valueOf(value));
			}
		});
		return new NewVote(ballots, number(params.get("votesFor")), number(params.get("votesAgainst")),
				number(params.get("abstentions")), params.get("remark"));
	}

	private static Integer number(String text) {
		return text != null && text.strip().matches("\\d{1,4}") ? Integer.valueOf(text.strip()) : null;
	}

	private String sentences(InvalidInput ex, Locale locale) {
		return String.join(" ", ProblemTexts.of(ex.problems(), messages, locale).values());
	}

}
