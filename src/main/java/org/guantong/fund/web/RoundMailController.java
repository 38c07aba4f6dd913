package org.guantong.fund.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.RoundMailService;
import org.guantong.fund.RoundMailService.RoundMail;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.notification.LetterText;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The words of one of a round's mails, in both languages on one page. */
@Controller
@RequestMapping("/rounds/{id}/mails/{key}")
class RoundMailController {

	private final RoundMailService mails;

	private final RoundService rounds;

	private final MessageSource messages;

	RoundMailController(RoundMailService mails, RoundService rounds, MessageSource messages) {
		this.mails = mails;
		this.rounds = rounds;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable String key) {
		List<RoundMail> found = mails.read(me, id, key);
		return page(me, id, key, found, found.stream().map(RoundMail::text).toList());
	}

	/**
	 * Keeps the words, shows them as they would arrive, or goes back to the usual ones,
	 * by the button pressed: {@code save}, {@code preview} or {@code usual}.
	 */
	@PostMapping
	ModelAndView take(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable String key,
			@RequestParam("zh.subject") String subject, @RequestParam("zh.body") String body,
			@RequestParam("en.subject") String englishSubject, @RequestParam("en.body") String englishBody,
			@RequestParam(defaultValue = "save") String then, Locale locale) {
		List<LetterText> typed = List.of(new LetterText(subject, body), new LetterText(englishSubject, englishBody));
		List<RoundMail> found = mails.read(me, id, key);
		if (then.equals("preview")) {
			return page(me, id, key, found, typed).addObject("previews", typed.stream().map(Preview::of).toList());
		}
		try {
			mails.write(me, id, key, byLanguage(
					then.equals("usual") ? typed.stream().map((text) -> new LetterText("", "")).toList() : typed));
			return new ModelAndView("redirect:/rounds/" + id + "/settings#mails");
		}
		catch (InvalidInput refused) {
			ModelAndView again = page(me, id, key, found, typed);
			again.addObject("problems", ProblemTexts.of(refused.problems(), messages, locale));
			again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return again;
		}
	}

	private ModelAndView page(Person me, long id, String key, List<RoundMail> mails, List<LetterText> texts) {
		return new ModelAndView("fund/mail").addObject("round", rounds.require(me, id))
			.addObject("key", key)
			.addObject("mails", mails)
			.addObject("texts", texts)
			.addObject("problems", Map.of());
	}

	private static Map<Locale, LetterText> byLanguage(List<LetterText> texts) {
		Map<Locale, LetterText> all = new LinkedHashMap<>();
		for (int i = 0; i < texts.size(); i++) {
			all.put(RoundMailService.LANGUAGES.get(i), texts.get(i));
		}
		return all;
	}

	/** A mail as it would read, its placeholders standing out. */
	record Preview(String subject, List<String> paragraphs) {

		static Preview of(LetterText text) {
			return new Preview(marked(text.subject()),
					marked(text.body()).lines().map(String::strip).filter((line) -> !line.isEmpty()).toList());
		}

		private static String marked(String text) {
			return text.replaceAll("\\{([^{}\\n]*)}", "〔$1〕");
		}

	}

}
